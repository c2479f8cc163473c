import {
  fresher,
  isExpired,
  postponeExpiry,
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

describe("the list of queues in the index", () => {
  const total = { SnapshotTime: "t2", Queues: 2, ListQueuesAfter: new Date(NOW).toISOString() };
  const rows = [row("q1", "VOICE"), row("q1", "CHAT"), row("q2", "VOICE"), row("q2", "CHAT")];

  test("has the queues of the newest snapshot, each once", () => {
    expect(storedListing(total, rows)).toEqual({
      queues: [
        { id: "q1", name: "Queue q1" },
        { id: "q2", name: "Queue q2" },
      ],
      expiresAt: NOW,
    });
  });

  test.each([
    ["a row is of another snapshot", total, [...rows, row("q3", "VOICE", "t1")]],
    ["a search does not return a queue of the snapshot yet", total, rows.slice(0, 2)],
    [
      "the snapshot did not count a queue that a search returns",
      total,
      [...rows, row("q3", "VOICE")],
    ],
    ["there is no snapshot yet", {}, []],
  ])("is unknown if %s", (_where, document, seen) => {
    expect(storedListing(document, seen)).toBeUndefined();
  });

  test("may be empty", () => {
    expect(storedListing({ ...total, Queues: 0 }, [])?.queues).toEqual([]);
  });
});

describe("a listing of queues", () => {
  const listing = (expiresAt: number) => ({ queues: [], expiresAt });

  test.each([
    ["expired", "at its expiry", NOW],
    ["valid", "a minute before its expiry", NOW + MINUTE],
    ["valid", "when it is new", NOW + 5 * MINUTE],
    ["expired", "if its expiry is later than that of a new one", NOW + 5 * MINUTE + 1],
    ["expired", "if its expiry is unknown", NaN],
  ])("is %s %s", (state, _when, expiresAt) => {
    expect(isExpired(listing(expiresAt), NOW)).toBe(state === "expired");
  });

  test("stays valid for a minute while one invocation renews it", () => {
    const postponed = postponeExpiry(listing(NOW), NOW);

    expect(isExpired(postponed, NOW + MINUTE - 1)).toBe(false);
    expect(isExpired(postponed, NOW + MINUTE)).toBe(true);
  });

  test("is replaced by one that expires later", () => {
    const [old, fresh] = [listing(1), listing(2)];

    expect(fresher(old, fresh)).toBe(fresh);
    expect(fresher(fresh, old)).toBe(fresh);
    expect(fresher(old, undefined)).toBe(old);
    expect(fresher(undefined, fresh)).toBe(fresh);
    expect(fresher(undefined, undefined)).toBeUndefined();
  });
});
