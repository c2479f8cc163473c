import { command } from "../command";
import { UsageError } from "../errors";
import { deliver, DELIVERY_OPTIONS } from "./replay";

export const backfill = command({
  name: "backfill",
  summary: "Deliver contact records and agent events of earlier months",
  options: {
    from: { value: "SOURCE", description: "folder, file or s3://<bucket>/<prefix> with records" },
    since: {
      value: "YYYY-MM",
      description: "skip what began before this month, in UTC; absent: nothing",
    },
    ...DELIVERY_OPTIONS,
  },
  details:
    "The pipelines of the domain process the records like those of Connect: the newest copy of a contact stays, and\n" +
    "records beyond the retention are dropped. docs/replay.md describes the formats and the steps.",
  async run({ from, since, ...options }) {
    if (from === undefined) {
      throw new UsageError(
        "Name the folder, the file or s3://… with --from and the domain with --url URL.",
      );
    }
    await deliver(from, options, since === undefined ? undefined : month(since));
  },
});

function month(text: string): { readonly text: string; readonly time: number } {
  const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
  if (!isMonth) throw new UsageError(`--since ${text}: use a month, such as 2025-01.`);
  return { text, time: Date.parse(`${text}-01T00:00:00Z`) };
}
