import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Configuration, ContactCenter } from "../../config/configuration";
import { loadConfiguration } from "../../config/load";
import type { Period } from "../../report";
import { command } from "../command";
import { CommandError, UsageError } from "../errors";

interface Where {
  readonly url: string;
  readonly region: string | undefined;
  readonly out: string;
}

export const report = command({
  name: "report",
  summary: "Write the report of a month or a week from a domain or the preview",
  options: {
    month: { value: "YYYY-MM", description: "the month, such as 2026-10" },
    week: { value: "YYYY-Www", description: "instead: the week, such as 2026-W41" },
    "contact-center": {
      value: "ALIAS",
      description: "its alias; absent: every contact center of the configuration",
    },
    url: {
      value: "URL",
      description: "the domain, https://…, or the preview, http://127.0.0.1:5610/opensearch",
    },
    region: { value: "REGION", description: "sign requests for this Region; absent: do not sign" },
    out: { value: "FOLDER", description: "write there, one folder each", default: "reports" },
  },
  details:
    "Each report is a page (report.html) and its tables as CSV. Its numbers are those of the dashboards.\n" +
    "Requests are signed with the caller's AWS credentials, which need the role of a viewer. See docs/report.md.",
  async run({ "contact-center": alias, month, out, region, url, week }) {
    const name = month ?? week;
    if (name === undefined || (month !== undefined && week !== undefined)) {
      throw new UsageError(
        "Name the month with --month YYYY-MM, or the week with --week YYYY-Www.",
      );
    }
    if (url === undefined) throw new UsageError("Name the domain or the preview with --url URL.");
    const kind = month === undefined ? "week" : "month";
    const configuration = loadConfiguration();
    for (const center of chosen(configuration, alias)) {
      const period = await periodOf(kind, name, center);
      await writeReport(center, period, { url, region, out });
    }
  },
});

function chosen(
  { contactCenters }: Configuration,
  alias: string | undefined,
): readonly ContactCenter[] {
  if (alias === undefined) return contactCenters;
  const center = contactCenters.find((candidate) => candidate.alias === alias);
  if (center) return [center];
  const known = contactCenters.map((candidate) => candidate.alias).join(", ");
  throw new UsageError(
    `The configuration has no contact center ${alias}; name one of ${known} with --contact-center.`,
  );
}

async function periodOf(
  kind: Period["kind"],
  name: string,
  { timeZone }: ContactCenter,
): Promise<Period> {
  const { parsePeriod } = await import("../../report");
  const period = parsePeriod(name, timeZone);
  if (period?.kind === kind) return period;
  const example = kind === "month" ? "2026-10" : "2026-W41, with 01 to 53 after the W";
  throw new UsageError(`${name} is not a ${kind}; write it as ${example}.`);
}

async function writeReport(
  center: ContactCenter,
  period: Period,
  { out, region, url }: Where,
): Promise<void> {
  const { evaluateReport, reportFiles } = await import("../../report");
  const { contactCenterContent } = await import("../../modules/stacks/content-props");
  const { domainClient } = await import("../domain-client");
  const { searchThrough } = await import("../../lambdas/shared/search");
  const evaluatedAt = new Date();
  const folder = join(out, center.alias, period.name);
  const written = await evaluateReport({
    contactCenter: contactCenterContent(center),
    period,
    search: searchThrough(await domainClient(url, region)),
    evaluatedAt,
  }).catch((error: unknown) => {
    // Credentials or an answer of the domain: the message names it.
    throw new CommandError(`The report of ${center.alias} failed: ${(error as Error).message}`, {
      cause: error,
    });
  });
  mkdirSync(folder, { recursive: true });
  for (const { content, name } of reportFiles(written)) writeFileSync(join(folder, name), content);
  const soFar = evaluatedAt.getTime() < Date.parse(period.range.lte);
  console.log(`${join(folder, "report.html")}${soFar ? ` (${period.name} has not ended)` : ""}`);
}
