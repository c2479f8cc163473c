import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { recordFiles } from "../../cli/records/record-files";
import { ShownRecords } from "../../workbench/preview/shown-records";
import { ContentFixture, agentEvent, contactRecord } from "./content/fixture";

/** Some month of the past, as a user's own files are. */
const contact = (
  id: string,
  day: string,
  changes: Readonly<Record<string, unknown>> = {},
): string =>
  JSON.stringify(
    contactRecord({
      ContactId: id,
      InitiationTimestamp: `2026-03-${day}T22:30:00Z`,
      LastUpdateTimestamp: `2026-03-${day}T23:30:00Z`,
      ...changes,
    }),
  );

const folder = mkdtempSync(join(tmpdir(), "switchboard-own-records-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the user's own files are shown with the range and the zone of their records; wrong lines are named", async () => {
  const fixture = await ContentFixture.start({
    alias: "own-records",
    timeZone: "America/New_York",
    // As the preview has it: the records may be of any year.
    contactRecords: { retentionDays: 3650 },
    agentEvents: { retentionDays: 3650 },
  });
  const other = "arn:aws:connect:eu-central-1:111122223333:instance/another";
  const failed = {
    esIndexName: "another-installation-2026-03",
    rawData: Buffer.from(contact("failed", "20")).toString("base64"),
  };
  writeFileSync(join(folder, "a.gz"), gzipSync(contact("first", "02") + contact("second", "10")));
  writeFileSync(
    join(folder, "b.ndjson"),
    [
      contact("third", "11", { InstanceARN: other }),
      "oops",
      JSON.stringify(failed),
      JSON.stringify(agentEvent({ EventTimestamp: "2026-03-21T03:00:00Z" })),
    ].join("\r\n"),
  );
  const shown = new ShownRecords([fixture.center]);

  await shown.deliver(recordFiles(folder), fixture.client, () => undefined);

  expect(shown.state).toEqual({
    now: Date.parse("2026-03-21T03:00:00Z"),
    speed: 1,
    phase: "records",
    contacts: 4,
  });
  expect(shown.summary).toMatch(
    /^6 records: 5 stored, .* 1 refused\n {2}1 refused: not a JSON object$/,
  );
  expect(shown.wrong).toEqual([
    {
      place: `${join(folder, "b.ndjson")}, line 2, byte ${contact("third", "11", { InstanceARN: other }).length + 2}`,
      reason: "not a JSON object",
    },
  ]);
  expect(shown.ofOthers).toBe(1);
  expect(shown.timeZone).toBe("America/New_York");
  // The days in New York of the first contact (2 March) and of the agent event (20 March).
  expect(shown.range).toEqual({
    from: Date.parse("2026-03-02T05:00:00Z"),
    to: Date.parse("2026-03-21T03:59:59.999Z"),
  });
  expect((await fixture.stored()).map(({ _id }) => _id)).toEqual([
    "failed",
    "first",
    "second",
    "third",
  ]);
});
