import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { indexOf } from "../../../cli/records/index-of";
import { recordFiles } from "../../../cli/records/record-files";
import { Checkpoint } from "../../../cli/replay/checkpoint";
import { deliverFiles, type RefusedRecord } from "../../../cli/replay/delivery";
import { DeliveryProgress } from "../../../cli/replay/delivery-progress";
import type { Tally } from "../../../cli/replay/tally";
import { ContentFixture, agentEvent, contactRecord, daysAgo } from "./fixture";
import { contact, contacts, folder } from "./record-folder";

const event = (id: string): string => JSON.stringify(agentEvent({ EventId: id }));

/** Text that GZIP cannot shorten much, so that a cut leaves whole records. */
const incompressible = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) =>
    contact(`cut-${n}`, {
      Attributes: { noise: Array.from({ length: 40 }, Math.random).join("") },
    }),
  );

interface Expected {
  readonly stored: number;
  readonly superseded?: number;
  readonly expired?: number;
  /** Reasons by number of records. */
  readonly refused?: Tally["refused"];
  /** Documents in the index of contact records. @default stored */
  readonly contacts?: number;
  /** Documents in the index of agent events. @default 0 */
  readonly events?: number;
}

type Files = Readonly<Record<string, string | Buffer>>;

const SHAPES: readonly (readonly [string, Files, Expected])[] = [
  ["one object a line", { "a.ndjson": contacts("a", 5).join("\n") }, { stored: 5 }],
  ["objects without line breaks", { a: contacts("a", 5).join("") }, { stored: 5 }],
  [
    "one object a file, over many lines, in nested folders",
    {
      "2026/01/a.json": JSON.stringify(contactRecord({ ContactId: "a" }), undefined, 2),
      "2026/02/b.json": JSON.stringify(contactRecord({ ContactId: "b" }), undefined, "\t"),
      "c.json": contact("c"),
      ".DS_Store": "\u0000\u0001",
    },
    { stored: 3 },
  ],
  ["an array of objects", { "a.json": `[\n${contacts("a", 4).join(",\n")}\n]\n` }, { stored: 4 }],
  [
    "CRLF and a byte order mark",
    { "a.ndjson": `\ufeff${contacts("a", 4).join("\r\n")}\r\n` },
    { stored: 4 },
  ],
  [
    "UTF-16",
    { "a.json": Buffer.from(`\ufeff${contacts("ü", 3).join("\n")}`, "utf16le") },
    { stored: 3 },
  ],
  [
    "GZIP under partitions, as the archive has it, and two files in one",
    {
      "contact-records/year=2026/month=11/day=01/a.gz": gzipSync(contacts("a", 5).join("")),
      "contact-records/year=2026/month=11/day=02/b": Buffer.concat([
        gzipSync(contacts("b", 5).join("\n")),
        gzipSync(contacts("c", 5).join("\n")),
      ]),
    },
    { stored: 15 },
  ],
  ["GZIP in GZIP", { "a.gz": gzipSync(gzipSync(contacts("a", 3).join(""))) }, { stored: 3 }],
  [
    "one line of 20 MB",
    {
      "a.json": contacts("a", 300)
        .map((text) => text.slice(0, -1) + `,"Note":"${"x".repeat(65_000)}"}`)
        .join(""),
    },
    { stored: 300 },
  ],
  [
    "an object of more than 10 MiB between others",
    {
      "a.json": [
        contact("a"),
        contact("b", { Note: "x".repeat(11 * 1024 * 1024) }),
        contact("c"),
      ].join(""),
    },
    { stored: 2, refused: { "longer than 10 MiB": 1 } },
  ],
  [
    "contact records and agent events in one file",
    { "a.ndjson": [contact("a"), event("e-1"), contact("b"), event("e-2")].join("\n") },
    { stored: 4, contacts: 2, events: 2 },
  ],
  [
    "the same records twice",
    { a: contacts("a", 5).join("\n"), b: gzipSync(contacts("a", 5).join("")) },
    { stored: 10, contacts: 5 },
  ],
  [
    "a newer copy before the older one",
    {
      a: [contact("a", { LastUpdateTimestamp: daysAgo(1) }), contact("b")].join(""),
      b: contact("a", { LastUpdateTimestamp: daysAgo(2) }),
    },
    { stored: 2, superseded: 1, contacts: 2 },
  ],
  [
    "wrong lines among records",
    {
      a: [
        contact("a"),
        contact("cut in a string").slice(0, 20),
        contact("b"),
        '{"ContactId":',
        contact("c"),
        "oops",
        '{"ContactId":[}',
        '{"x":1}',
        contact("no time", { InitiationTimestamp: null }),
        contact("long ago", { InitiationTimestamp: daysAgo(500) }),
        contact("d"),
      ].join("\n"),
    },
    {
      stored: 4,
      expired: 1,
      refused: {
        "a line break inside a string": 1,
        "the object does not end": 1,
        "not a JSON object": 2,
        "no contact record (ContactId), agent event (EventId, EventType), failed document (rawData) or data lake row (data_lake_table)": 1,
        "script_exception: runtime error (illegal_argument_exception: InitiationTimestamp is missing or is not text)": 1,
      },
    },
  ],
  [
    "documents that Firehose could not deliver",
    {
      "AmazonOpenSearchService-failed/a.gz": gzipSync(
        contacts("a", 3)
          .map((text) =>
            JSON.stringify({
              errorCode: "503",
              esIndexName: "INDEX-2026-01",
              rawData: Buffer.from(text).toString("base64"),
            }),
          )
          .join("\n"),
      ),
    },
    { stored: 3 },
  ],
  [
    "Parquet and an empty file beside records",
    { a: "", b: Buffer.from("PAR1\u0015\u0004"), c: contact("c") },
    {
      stored: 1,
      refused: { "the file is Parquet: convert it to JSON in UTF-8, or GZIP of it": 1 },
    },
  ],
];

describe("files of records", () => {
  test.each(SHAPES.map((shape, n) => [...shape, n] as const))(
    "%s",
    async (_name, files, expected, n) => {
      const fixture = await ContentFixture.start({ alias: `files-${n}` });
      const { agentEventIndex, contactRecordIndex } = fixture.center.names;

      const { refused, tally } = await delivered(fixture, write(files, contactRecordIndex));

      expect(tally).toEqual({
        stored: expected.stored,
        superseded: expected.superseded ?? 0,
        expired: expected.expired ?? 0,
        skipped: 0,
        refused: expected.refused ?? {},
      });
      expect(refused).toHaveLength(
        Object.values(expected.refused ?? {}).reduce((sum, count) => sum + count, 0),
      );
      expect(await fixture.stored()).toHaveLength(expected.contacts ?? expected.stored);
      expect(await fixture.stored(agentEventIndex)).toHaveLength(expected.events ?? 0);
    },
  );

  test("of a GZIP file that is cut, every record before the cut is stored", async () => {
    const fixture = await ContentFixture.start({ alias: "files-cut" });
    const whole = gzipSync(incompressible(400).join("\n"));
    const path = write(
      { "a.gz": whole.subarray(0, whole.length / 2), "b.ndjson": contact("b") },
      "",
    );

    const { refused, tally } = await delivered(fixture, path);

    expect(tally.stored).toBeGreaterThan(150);
    expect(await fixture.stored()).toHaveLength(tally.stored);
    expect(refused.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/the file ends within this object|a line break/),
      "the GZIP file is damaged or cut: unexpected end of file",
    ]);
    expect(refused[0]?.place).toMatch(/a\.gz, line \d+, byte \d+$/);
  });
});

/** A contact as a row of the query of docs/data-lake.md, and as the record that Connect writes of it. */
function handledCall(id: string, instanceId: string) {
  const began = daysAgo(3);
  const ended = new Date(Date.parse(began) + 60_000).toISOString();
  const row = {
    data_lake_table: "contact_record",
    instance_id: instanceId,
    contact_id: id,
    channel: "VOICE",
    initiation_method: "INBOUND",
    initiation_timestamp: began,
    disconnect_timestamp: ended,
    disconnect_reason: "CUSTOMER_DISCONNECT",
    queue_name: "Orders",
    queue_enqueue_timestamp: began,
    queue_duration_ms: 8000,
    agent_username: "ana",
    agent_connected_to_agent_timestamp: began,
    agent_interaction_duration_ms: 60_000,
    agent_customer_hold_duration_ms: 5000,
    attributes: { reason: "delivery" },
  };
  const inWholeSeconds = (time: string): string => `${time.slice(0, 19)}Z`;
  const record = {
    ContactId: id,
    Channel: "VOICE",
    InitiationMethod: "INBOUND",
    InitiationTimestamp: inWholeSeconds(began),
    DisconnectTimestamp: inWholeSeconds(ended),
    DisconnectReason: "CUSTOMER_DISCONNECT",
    LastUpdateTimestamp: inWholeSeconds(ended),
    Queue: { Name: "Orders", EnqueueTimestamp: inWholeSeconds(began), Duration: 8 },
    Agent: {
      Username: "ana",
      ConnectedToAgentTimestamp: inWholeSeconds(began),
      AgentInteractionDuration: 60,
      CustomerHoldDuration: 5,
    },
    Attributes: { reason: "delivery" },
  };
  return { row: JSON.stringify(row), record: JSON.stringify(record) };
}

test("a row of the data lake is counted like the record of its contact, and never replaces it", async () => {
  const fixture = await ContentFixture.start({ alias: "files-lake" });
  const { instance } = fixture.center;
  const { record, row } = handledCall("lake", instance.kind === "adopted" ? instance.id : "");
  const deliver = async (text: string) => {
    const { tally } = await delivered(fixture, write({ "a.gz": gzipSync(text) }, ""));
    const [stored] = await fixture.stored();
    if (!stored) throw new Error("The contact is stored.");
    return { tally, document: { ...stored._source, LastUpdateTimestamp: undefined } };
  };

  const ofRow = await deliver(row);
  const again = await deliver(row);
  const ofRecord = await deliver(record);
  const afterwards = await deliver(row);

  expect(ofRow.tally).toMatchObject({ stored: 1, refused: {} });
  expect(ofRow.document).toMatchObject({ Handled: true, ServiceLevel: 1, HandleDuration: 65 });
  expect([again, ofRecord].map(({ tally }) => tally.stored)).toEqual([1, 1]);
  expect(ofRecord.document).toEqual(ofRow.document);
  expect(afterwards.tally).toMatchObject({ stored: 0, superseded: 1 });
});

function write(files: Files, index: string): string {
  const path = folder();
  for (const [name, content] of Object.entries(files)) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    // Only the example of Firehose's format names an index.
    const isFailed = name.includes("-failed/");
    writeFileSync(file, isFailed ? gzipSync(failedAs(content, index)) : content);
  }
  return path;
}

function failedAs(content: string | Buffer, index: string): string {
  return gunzipSync(content).toString().replaceAll("INDEX", index);
}

async function delivered(fixture: ContentFixture, path: string) {
  const refused: RefusedRecord[] = [];
  const tally = await deliverFiles({
    files: recordFiles(path),
    bulk: (body) => fixture.client.bulk(body.trimEnd().split("\n")),
    indexOf: indexOf(() => [fixture.center]),
    checkpoint: await Checkpoint.open(undefined, "test"),
    parallel: 3,
    refuse: (one) => refused.push(one),
    progress: new DeliveryProgress({ stream: process.stderr }),
  });
  return { tally, refused };
}
