import type { CurrentMetricResult } from "@aws-sdk/client-connect";
import { changesOf } from "../../../lambdas/queue-depth/changes";
import { queueDocuments, totalDocument } from "../../../lambdas/queue-depth/documents";
import type { Settings } from "../../../lambdas/queue-depth/settings";
import { EMPTY_COUNTS, readRow } from "../../../lambdas/queue-depth/snapshot";
import type { Counts, Snapshot } from "../../../lambdas/queue-depth/snapshot";

const settings: Settings = {
  contactCenter: "west",
  instanceId: "instance-1",
  domainUrl: "https://domain.example",
  depthIndex: "depth",
  historyIndex: "history",
  historyRotation: "day",
  share: { position: 0, of: 1 },
};

function row(values: Readonly<Record<string, number | undefined>>): CurrentMetricResult {
  return {
    Dimensions: { Queue: { Id: "q1" }, Channel: "VOICE" },
    Collections: Object.entries(values).map(([name, value]) => ({
      Metric: { Name: name as "CONTACTS_IN_QUEUE" },
      ...(value !== undefined && { Value: value }),
    })),
  };
}

function snapshot(counts: Readonly<Record<string, Partial<Counts>>>, seconds = 0): Snapshot {
  return {
    time: new Date(Date.UTC(2026, 10, 23, 11, 16, seconds, 250)),
    readAt: new Date(Date.UTC(2026, 10, 23, 11, 16, seconds, 200)),
    queues: [
      { id: "q1", name: "Sales" },
      { id: "q2", name: "Service" },
    ],
    counts: new Map(
      Object.entries(counts).map(([key, changed]) => [key, { ...EMPTY_COUNTS, ...changed }]),
    ),
  };
}

describe("a row of Connect's answer", () => {
  const complete = {
    CONTACTS_IN_QUEUE: 2,
    CONTACTS_SCHEDULED: 1,
    OLDEST_CONTACT_AGE: 61,
    AGENTS_AVAILABLE: 4,
  };

  test("becomes the counts of its queue and channel", () => {
    expect(readRow(row(complete))).toEqual({
      key: "q1:VOICE",
      counts: { inQueue: 2, scheduled: 1, oldestSeconds: 61, agentsAvailable: 4 },
    });
  });

  test.each(Object.keys(complete))("is unreadable without %s", (metric) => {
    expect(() => readRow(row({ ...complete, [metric]: undefined }))).toThrow(
      `Connect gave no ${metric} for q1:VOICE; the numbers stay as they are. The next refresh reads them again.`,
    );
  });

  test("needs no age without a contact in queue", () => {
    const { counts } = readRow(
      row({ ...complete, CONTACTS_IN_QUEUE: 0, OLDEST_CONTACT_AGE: undefined }),
    );
    expect(counts.oldestSeconds).toBe(0);
  });
});

describe("the documents of a snapshot", () => {
  test("are one for each queue and channel, 0 where the answer has no row", () => {
    const documents = queueDocuments(
      snapshot({ "q1:VOICE": { inQueue: 3, scheduled: 2 } }),
      settings,
    );

    expect(documents.map(({ id, document }) => [id, document.Waiting])).toEqual([
      ["q1:VOICE", 5],
      ...["q1:CHAT", "q1:TASK", "q1:EMAIL"].map((id) => [id, 0]),
      ...["q2:VOICE", "q2:CHAT", "q2:TASK", "q2:EMAIL"].map((id) => [id, 0]),
    ]);
    expect(documents[0]?.document).toMatchObject({ QueueName: "Sales", ContactCenter: "west" });
  });

  test("add up to the total of waiting contacts, with the longest wait", () => {
    const total = totalDocument(
      snapshot({
        "q1:VOICE": { inQueue: 3, oldestSeconds: 10 },
        "q2:CHAT": { inQueue: 1, scheduled: 4, oldestSeconds: 90 },
      }),
      settings,
    );

    expect(total).toEqual({
      ContactCenter: "west",
      InstanceId: "instance-1",
      Scope: "total",
      SnapshotTime: "2026-11-23T11:16:00.250Z",
      ReadAt: "2026-11-23T11:16:00.200Z",
      ContactsInQueue: 4,
      ContactsScheduled: 4,
      Waiting: 8,
      OldestContactAgeSeconds: 90,
    });
  });
});

describe("the changes of a snapshot", () => {
  const busy = snapshot({ "q1:VOICE": { inQueue: 1 } }, 30);
  const expiries = { leaseExpiresAt: 1_000, listingExpiresAt: 300_000 };

  test("delete the documents of deleted queues, and end with the total", () => {
    const changes = changesOf(busy, { queueIds: ["q1:VOICE", "gone:VOICE"] }, expiries, settings);

    expect(changes.filter(({ action }) => action === "delete").map(({ id }) => id)).toEqual([
      "gone:VOICE",
    ]);
    expect(changes.at(-1)).toMatchObject({
      action: "index",
      index: "depth",
      id: "total",
      document: {
        Queues: 2,
        NextReadAfter: "1970-01-01T00:00:01.000Z",
        ListQueuesAfter: "1970-01-01T00:05:00.000Z",
      },
    });
  });

  test("add the total to the history every time, and once a minute the queues that are not empty", () => {
    const historyOf = (snapshotTime: string): string[] =>
      changesOf(busy, { queueIds: [], snapshotTime }, expiries, settings)
        .filter(({ index }) => index === "history-2026-11-23")
        .map(({ id }) => id);

    expect(historyOf("2026-11-23T11:15:59.900Z")).toEqual([
      "instance-1:q1:VOICE:2026-11-23T11:16",
      "instance-1:total:2026-11-23T11:16:30.250Z",
    ]);
    expect(historyOf("2026-11-23T11:16:00.100Z")).toEqual([
      "instance-1:total:2026-11-23T11:16:30.250Z",
    ]);
  });
});
