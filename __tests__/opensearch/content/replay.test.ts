import { replay } from "../../../cli/replay/replay";
import { fileOf, recordsOf } from "../../../workbench/testing/records-of";
import { ContentFixture, contactRecord, daysAgo } from "./fixture";

/** As Firehose writes what it could not deliver. */
function backupFile(index: string, records: readonly unknown[]): string {
  return records
    .map((record) => (typeof record === "string" ? record : JSON.stringify(record)))
    .map((text) => ({
      attemptsMade: 1,
      errorCode: "400",
      errorMessage: "parse_exception",
      esDocumentId: "49",
      esIndexName: index,
      rawData: Buffer.from(text).toString("base64"),
    }))
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("");
}

describe("a line that is not a JSON object fails its whole request, and nothing of it is lost", () => {
  const BROKEN = [
    ["no JSON", "oops"],
    ["text", '"text"'],
    ["a list", "[1]"],
    ["a number", "12"],
    ["null", "null"],
    ["half an object", '{"ContactId":'],
    ["one name twice", '{"a":1,"a":2}'],
    ["a number of 1,001 digits", `{"a":${"9".repeat(1001)}}`],
  ] as const;

  test.each(BROKEN)("%s", async (name, broken) => {
    const fixture = await ContentFixture.start({ alias: "not-json" });
    const { contactRecordIndex } = fixture.center.names;
    const id = (position: number): string => `${name}-${position}`;
    const records = [
      ...Array.from({ length: 9 }, (_, n) => contactRecord({ ContactId: id(n) })),
      broken,
      contactRecord({ ContactId: id(9) }),
    ];

    // OpenSearch's own limit: all items fail, visibly, so that Firehose keeps every one of them.
    const items = await fixture.records(...records);
    expect(items.map(({ status }) => status >= 400)).toEqual(records.map(() => true));
    expect((await fixture.stored()).filter(({ _id }) => _id.startsWith(`${name}-`))).toEqual([]);

    const backup = await recordsOf(fileOf(backupFile(`${contactRecordIndex}-2026-01`, records)));
    const replayed = await replay(backup, (body) =>
      fixture.client.bulk(body.trimEnd().split("\n")),
    );

    expect(replayed).toMatchObject({ stored: 10, superseded: 0 });
    expect(replayed.refused.map(({ text }) => text)).toEqual([broken]);
    const stored = (await fixture.stored()).filter(({ _id }) => _id.startsWith(`${name}-`));
    expect(stored).toHaveLength(10);
  });
});

describe("replay", () => {
  test("changes nothing that is newer, twice as little as once", async () => {
    const fixture = await ContentFixture.start({
      alias: "replay",
      contactRecords: { retentionDays: 60 },
    });
    const index = `${fixture.center.names.contactRecordIndex}-2026-01`;
    await fixture.records(contactRecord({ LastUpdateTimestamp: daysAgo(1), Channel: "CHAT" }));
    const backup = await recordsOf(
      fileOf(
        backupFile(index, [
          contactRecord({ LastUpdateTimestamp: daysAgo(2) }),
          contactRecord({ ContactId: "long ago", InitiationTimestamp: daysAgo(92) }),
          contactRecord({ ContactId: "lost" }),
        ]),
      ),
    );
    const once = () => replay(backup, (body) => fixture.client.bulk(body.trimEnd().split("\n")));

    expect(await once()).toEqual({ stored: 1, superseded: 1, expired: 1, refused: [] });
    expect(await once()).toEqual({ stored: 1, superseded: 1, expired: 1, refused: [] });

    expect((await fixture.stored()).map(({ _id }) => _id)).toEqual(["contact-1", "lost"]);
    expect(await fixture.document("contact-1")).toMatchObject({ Channel: "CHAT" });
  });

  test("names the refused record, although one beyond the retention is in the same request", async () => {
    const fixture = await ContentFixture.start({
      alias: "replay-mixed",
      contactRecords: { retentionDays: 60 },
    });
    const index = `${fixture.center.names.contactRecordIndex}-2026-01`;
    const refused = JSON.stringify(
      contactRecord({ ContactId: "no time", InitiationTimestamp: null }),
    );
    const expired = contactRecord({ ContactId: "long ago", InitiationTimestamp: daysAgo(92) });
    const backup = await recordsOf(
      fileOf(backupFile(index, [contactRecord(), refused, expired, contactRecord(), expired])),
    );

    const replayed = await replay(backup, (body) =>
      fixture.client.bulk(body.trimEnd().split("\n")),
    );

    expect(replayed).toMatchObject({ stored: 2, superseded: 0, expired: 2 });
    expect(replayed.refused.map(({ text }) => text)).toEqual([refused]);
  });

  test("reads again what it has written down as refused", async () => {
    const [record] = await recordsOf(fileOf(backupFile("support-2026-01", [contactRecord()])));
    const refused = JSON.stringify({ ...record, status: 403, reason: "cluster_block_exception" });

    expect(await recordsOf(fileOf(refused))).toEqual([record]);
  });
});
