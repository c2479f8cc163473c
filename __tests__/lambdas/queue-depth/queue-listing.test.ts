import {
  beingRenewed,
  isDue,
  newer,
  storedListing,
} from "../../../lambdas/queue-depth/queue-listing";
import type { StoredRow } from "../../../lambdas/queue-depth/queue-listing";

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 23, 11, 16);

function row(queue: string, channel: string, time = "t2"): StoredRow {
  return {
    id: `${queue}:${channel}`,
    document: { QueueId: queue, QueueName: `Queue ${queue}`, SnapshotTime: time },
  };
}

describe("the queues that are listed in the index", () => {
  const total = { SnapshotTime: "t2", Queues: 2, ListQueuesAfter: new Date(NOW).toISOString() };
  const rows = [row("q1", "VOICE"), row("q1", "CHAT"), row("q2", "VOICE"), row("q2", "CHAT")];

  test("are those of the newest snapshot, each once", () => {
    expect(storedListing(total, rows)).toEqual({
      queues: [
        { id: "q1", name: "Queue q1" },
        { id: "q2", name: "Queue q2" },
      ],
      goodUntil: NOW,
    });
  });

  test.each([
    ["a row is of another snapshot", total, [...rows, row("q3", "VOICE", "t1")]],
    ["a queue of the snapshot is not seen yet", total, rows.slice(0, 2)],
    ["a queue is there that the snapshot has not", total, [...rows, row("q3", "VOICE")]],
    ["there is no snapshot yet", {}, []],
  ])("are not known where %s", (_where, document, seen) => {
    expect(storedListing(document, seen)).toBeUndefined();
  });

  test("may be none", () => {
    expect(storedListing({ ...total, Queues: 0 }, [])?.queues).toEqual([]);
  });
});

describe("a listing of queues", () => {
  const goodUntil = (time: number) => ({ queues: [], goodUntil: time });

  test.each([
    ["due", "from its time on", NOW],
    ["not due", "some minutes before", NOW + MINUTE],
    ["not due", "when it is as new as can be", NOW + 5 * MINUTE],
    ["due", "if it were newer than that, by a clock that is wrong", NOW + 5 * MINUTE + 1],
    ["due", "if nobody knows its time", NaN],
  ])("is %s %s", (due, _when, time) => {
    expect(isDue(goodUntil(time), NOW)).toBe(due === "due");
  });

  test("is not due for others while somebody makes a new one, but is again if that takes too long", () => {
    const meanwhile = beingRenewed(goodUntil(NOW), NOW);

    expect(isDue(meanwhile, NOW + MINUTE - 1)).toBe(false);
    expect(isDue(meanwhile, NOW + MINUTE)).toBe(true);
  });

  test("gives way to a newer one", () => {
    const [old, fresh] = [goodUntil(1), goodUntil(2)];

    expect(newer(old, fresh)).toBe(fresh);
    expect(newer(fresh, old)).toBe(fresh);
    expect(newer(old, undefined)).toBe(old);
    expect(newer(undefined, fresh)).toBe(fresh);
    expect(newer(undefined, undefined)).toBeUndefined();
  });
});
