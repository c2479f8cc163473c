import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { RecordFile } from "../../../cli/records/record-files";
import { Checkpoint, FileProgress } from "../../../cli/replay/checkpoint";
import { deliverFiles, type DeliveryProps } from "../../../cli/replay/delivery";
import { DeliveryProgress } from "../../../cli/replay/delivery-progress";
import { PAUSES_MS, replay, type Bulk } from "../../../cli/replay/replay";
import { NOTHING, reasonGroup, summaryOf } from "../../../cli/replay/tally";
import { fileOf } from "../../../workbench/testing/records-of";

const folder = mkdtempSync(join(tmpdir(), "switchboard-checkpoint-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const contact = (id: string, at = "2026-02-01T00:00:00Z"): string =>
  JSON.stringify({ ContactId: id, InitiationTimestamp: at });

const stored: Bulk = (body) =>
  Promise.resolve({
    items: Array.from({ length: body.split("\n").length >> 1 }, () => ({
      index: { status: 201, result: "created" },
    })),
  });

async function deliver(files: readonly RecordFile[], changes: Partial<DeliveryProps> = {}) {
  return await deliverFiles({
    files: Readable.from(files) as AsyncIterable<RecordFile>,
    bulk: stored,
    indexOf: () => ({ index: "i" }),
    checkpoint: await Checkpoint.open(undefined, "test"),
    parallel: 2,
    refuse: () => undefined,
    progress: new DeliveryProgress({ stream: process.stderr }),
    ...changes,
  });
}

describe("a delivery", () => {
  test("puts the records of many small files into one request", async () => {
    const bodies: string[] = [];
    const files = Array.from({ length: 500 }, (_, n) => fileOf(contact(`${n}`), `f${n}`));

    const tally = await deliver(files, {
      bulk: (body) => {
        bodies.push(body);
        return stored(body);
      },
    });

    expect(tally).toEqual({ ...NOTHING, stored: 500 });
    expect(bodies).toHaveLength(1);
  });

  test("skips what began before a moment", async () => {
    const file = fileOf(contact("old", "2025-12-31T23:59:59Z") + contact("new"));

    const tally = await deliver([file], { since: Date.parse("2026-01-01T00:00:00Z") });

    expect(tally).toEqual({ ...NOTHING, stored: 1, skipped: 1 });
  });

  test("waits while OpenSearch is overloaded, and gives up in the end", async () => {
    const pauses: number[] = [];
    const pause = (milliseconds: number): Promise<void> => {
      pauses.push(milliseconds);
      return Promise.resolve();
    };
    const busy: Bulk = () => Promise.resolve({ items: [{ index: { status: 429 } }] });
    const record = { index: "i", text: contact("1") };
    const once: Bulk = (body) => (pauses.length === 0 ? busy(body) : stored(body));

    expect(await replay([record], once, { pause })).toMatchObject({ stored: 1 });
    expect(pauses).toEqual([1_000]);
    await expect(replay([record], busy, { pause })).rejects.toThrow("OpenSearch is too busy");
    expect(pauses).toEqual([1_000, ...PAUSES_MS]);
  });
});

describe("a checkpoint", () => {
  test("is before the first request without an answer", async () => {
    const path = join(folder, "gap");
    const file = fileOf("");
    const progress = new FileProgress(file, await Checkpoint.open(path, "test"));
    const [first, second] = [progress.send(10), progress.send(20)];

    progress.answer(second, { ...NOTHING, stored: 10 });
    expect((await Checkpoint.open(path, "test")).of(file)).toMatchObject({ position: 0 });

    progress.answer(first, { ...NOTHING, stored: 9, expired: 1 });
    progress.end();
    expect((await Checkpoint.open(path, "test")).of(file)).toMatchObject({
      position: 20,
      done: true,
      tally: { stored: 19, expired: 1 },
    });
  });

  test("survives an unfinished line, and a file that was written again begins at its start", async () => {
    const path = join(folder, "unfinished");
    const file = fileOf("");
    const checkpoint = await Checkpoint.open(path, "test");
    checkpoint.write(file, { position: 5, done: false, tally: NOTHING });
    writeFileSync(path, `${readFileSync(path, "utf8")}{"file":"records","versi`);

    const read = await Checkpoint.open(path, "test");
    read.write(fileOf("", "other"), { position: 7, done: true, tally: NOTHING });

    const again = await Checkpoint.open(path, "test");
    expect(again.of(file).position).toBe(5);
    expect(again.of(fileOf("", "other")).position).toBe(7);
    expect(again.of({ ...file, version: "2" }).position).toBe(0);
  });

  test("of another domain is refused", async () => {
    const path = join(folder, "target");
    await Checkpoint.open(path, "https://old");

    await expect(Checkpoint.open(path, "https://new")).rejects.toThrow(
      "is the checkpoint of another delivery (https://old). Name another file with --checkpoint",
    );
  });
});

test("the summary counts equal reasons together", () => {
  const refused = { [reasonGroup('mapper: field [a] of "x"')]: 1_234 };

  expect(summaryOf({ stored: 1, superseded: 2, expired: 3, skipped: 4, refused })).toBe(
    "1,244 records: 1 stored, 2 superseded by a newer copy, 3 expired, 4 before --since, 1,234 refused\n" +
      "  1,234 refused: mapper: field […] of “…”",
  );
});
