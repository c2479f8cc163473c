import { mkdtempSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordsOfPath } from "../../../workbench/testing/records-of";
import { backupFolder } from "../../../workbench/simulator/backup-folder";
import type { BulkResult } from "../../../workbench/simulator/delivery";
import { FirehoseStandIn, type Undelivered } from "../../../workbench/simulator/firehose-stand-in";
import { sleeper } from "../../../workbench/testing/sleeper";

const NOON = Date.parse("2026-11-26T12:00:00Z");
const BUFFER = { seconds: 60, mebibytes: 1 };

type Outcome = { readonly status: number; readonly result?: string };

/** A domain that answers each attempt as it is told: with outcomes by record, or not at all. */
function stream(answer: (attempt: number, record: string) => Outcome | "down") {
  const sent: string[][] = [];
  const aside: Undelivered[] = [];
  const bulk = (lines: readonly string[]): Promise<BulkResult> => {
    const records = lines.filter((_, n) => n % 2 === 1);
    sent.push(records);
    const outcomes = records.map((record) => answer(sent.length, record));
    if (outcomes.includes("down")) return Promise.reject(new Error("connection refused"));
    const items = outcomes.map((outcome) => {
      const { result, status } = outcome as Outcome;
      const error = status < 300 ? undefined : { type: "t", reason: `because of ${status}` };
      const item = { _index: "i", status, ...(result && { result }), ...(error && { error }) };
      return { index: item };
    });
    return Promise.resolve({ errors: true, items });
  };
  const firehose = new FirehoseStandIn({
    indexName: "calls",
    rotation: "day",
    buffer: BUFFER,
    retrySeconds: 300,
    bulk,
    backup: (failed) => {
      aside.push(...failed);
      return Promise.resolve();
    },
    clock: sleeper(NOON),
  });
  return { aside, firehose, sent };
}

const CREATED = () => ({ status: 201, result: "created" });

test("records wait for others until they are enough", async () => {
  const { firehose, sent } = stream(CREATED);
  const record = "x".repeat(300_000);
  for (let n = 0; n < 3; n++) expect(firehose.put({ record, arrivesAt: NOON })).toBeUndefined();
  await firehose.put({ record, arrivesAt: NOON });
  expect(sent.map((records) => records.length)).toEqual([4]);
  await firehose.flush();
  expect(firehose.created).toBe(4);
});

test("or until the first of them has waited for long enough", async () => {
  const { firehose, sent } = stream(CREATED);
  void firehose.put({ record: { n: 1 }, arrivesAt: NOON });
  firehose.sendDue(NOON + 59_999);
  expect(sent).toEqual([]);
  expect(firehose.deliveredUntil(NOON + 59_999)).toBe(NOON);
  firehose.sendDue(NOON + 60_000);
  await firehose.flush();
  expect(sent).toEqual([['{"n":1}']]);
  expect(firehose.deliveredUntil(NOON + 60_000)).toBe(NOON + 60_000);
});

test("what the domain is too busy for is sent again, alone; what it refuses is put aside at once", async () => {
  const { aside, firehose, sent } = stream((attempt, record) => {
    if (record === '"busy"') return attempt < 3 ? { status: 429 } : CREATED();
    if (record === '"older"') return { status: 409 };
    return record === '"bad"' ? { status: 400 } : CREATED();
  });
  for (const record of ["good", "busy", "older", "bad"]) {
    void firehose.put({ record: JSON.stringify(record), arrivesAt: NOON });
  }
  await firehose.flush();
  expect(sent).toEqual([['"good"', '"busy"', '"older"', '"bad"'], ['"busy"'], ['"busy"']]);
  expect(aside.map(({ attempts, errorCode, line }) => [line, errorCode, attempts])).toEqual([
    ['"older"', "409", 1],
    ['"bad"', "400", 1],
  ]);
  const { created, refused, superseded } = firehose;
  expect({ created, refused, superseded }).toEqual({ created: 2, refused: 1, superseded: 1 });
});

test("a domain that is down gets everything once it is up; nothing is lost and nothing put aside", async () => {
  const { aside, firehose, sent } = stream((attempt) => (attempt <= 200 ? "down" : CREATED()));
  void firehose.put({ record: "1", arrivesAt: NOON });
  await firehose.flush();
  expect(sent.length).toBe(201);
  expect(aside).toEqual([]);
  expect(firehose.created).toBe(1);
});

test("after the retry time everything is put aside, as it came", async () => {
  const { aside, firehose } = stream(() => "down");
  void firehose.put({ record: { n: 1 }, arrivesAt: NOON });
  await firehose.flush();
  expect(aside).toMatchObject([{ line: '{"n":1}', index: "calls-2026-11-26", errorCode: "503" }]);
  expect(aside[0]?.at).toBe(NOON + 300_000);
});

test("what is put aside lies in Firehose's folders, and the replay reads it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "switchboard-backup-"));
  const write = backupFolder({ folder, content: "contact-records", streamName: "calls" });
  const { aside, firehose } = stream(() => ({ status: 400 }));
  const records = [{ ContactId: "ü", Attributes: { "a\nb": '"' } }, { ContactId: "2" }];
  for (const record of records) void firehose.put({ record, arrivesAt: NOON });
  await firehose.flush();
  await write(aside);

  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
  expect(files).toHaveLength(1);
  expect(files[0]).toMatch(
    /^contact-records\/AmazonOpenSearchService-failed\/2026\/11\/26\/calls-1-2026-11-26-12-00-00-.*\.gz$/,
  );
  const read = await recordsOfPath(join(folder, files[0] ?? ""));
  expect(read.map(({ text }) => JSON.parse(text) as unknown)).toEqual(records);
  expect(new Set(read.map(({ index }) => index))).toEqual(new Set(["calls-2026-11-26"]));
});

test("once closed it does not try again, and does not send what it has gathered", async () => {
  const { firehose, sent } = stream(() => "down");
  void firehose.put({ record: "1", arrivesAt: NOON });
  await firehose.close();
  await firehose.flush();
  expect(sent).toEqual([]);
});

test("sends no document id, as it is deployed, or one of its own for each record", async () => {
  const actionsOf = async (documentIdFormat?: "FIREHOSE_DEFAULT"): Promise<unknown[]> => {
    const actions: unknown[] = [];
    const firehose = new FirehoseStandIn({
      indexName: "calls",
      rotation: "none",
      buffer: BUFFER,
      retrySeconds: 0,
      bulk: (lines) => {
        actions.push(
          ...lines.filter((_, n) => n % 2 === 0).map((line) => JSON.parse(line) as unknown),
        );
        return Promise.resolve({ errors: false, items: [] });
      },
      backup: () => Promise.resolve(),
      clock: sleeper(NOON),
      ...(documentIdFormat && { documentIdFormat }),
    });
    for (const record of ["1", "2"]) void firehose.put({ record, arrivesAt: NOON });
    await firehose.flush();
    return actions;
  };

  expect(await actionsOf()).toEqual([
    { index: { _index: "calls" } },
    { index: { _index: "calls" } },
  ]);
  const ids = (await actionsOf("FIREHOSE_DEFAULT")).map(
    (action) => (action as { readonly index: { readonly _id: string } }).index._id,
  );
  expect(new Set(ids).size).toBe(2);
});

test("cannot match answers by ids that it does not send", () => {
  const props = { indexName: "calls", rotation: "none", buffer: BUFFER, retrySeconds: 0 } as const;
  const bulk = () => Promise.resolve({ errors: false, items: [] });
  const backup = () => Promise.resolve();

  expect(() => new FirehoseStandIn({ ...props, bulk, backup, matching: "id" })).toThrow(
    "matches by position only",
  );
});
