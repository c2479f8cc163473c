import type { CurrentMetricResult } from "@aws-sdk/client-connect";

/**
 * All channels of Connect: one without a contact has no row in an answer, and still gets its 0.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_GetCurrentMetricData.html
 */
export const CHANNELS = ["VOICE", "CHAT", "TASK", "EMAIL"] as const;
export type Channel = (typeof CHANNELS)[number];

/** The age is in seconds only where the answer is grouped; an ungrouped one has milliseconds. */
export const METRICS = {
  CONTACTS_IN_QUEUE: "COUNT",
  CONTACTS_SCHEDULED: "COUNT",
  OLDEST_CONTACT_AGE: "SECONDS",
  AGENTS_AVAILABLE: "COUNT",
} as const;
type Metric = keyof typeof METRICS;

export interface Queue {
  readonly id: string;
  readonly name: string;
}

/** What one queue and channel has. */
export interface Counts {
  readonly inQueue: number;
  readonly scheduled: number;
  readonly oldestSeconds: number;
  readonly agentsAvailable: number;
}

export const SILENT: Counts = { inQueue: 0, scheduled: 0, oldestSeconds: 0, agentsAvailable: 0 };

/** All numbers of an instance at one time. */
export interface Snapshot {
  /** Connect's time; with several answers that of the oldest, so that no part of it is older. */
  readonly time: Date;
  /** When the first request left, by our own clock. */
  readonly readAt: Date;
  readonly queues: readonly Queue[];
  readonly counts: ReadonlyMap<string, Counts>;
}

/** Connect could not compute a number. Nothing is written then: an old number beats a wrong one. */
export class UnreadableSnapshotError extends Error {
  constructor(metric: string, place: string) {
    super(`Connect gave no ${metric} for ${place}; the numbers stay as they are.`);
    this.name = "UnreadableSnapshotError";
  }
}

export function queueKey(queueId: string, channel: Channel): string {
  return `${queueId}:${channel}`;
}

/** Reads one row of an answer: whose it is and what it counts. */
export function readRow(row: CurrentMetricResult): {
  readonly key: string;
  readonly counts: Counts;
} {
  const queueId = row.Dimensions?.Queue?.Id ?? "an unnamed queue";
  const channel = row.Dimensions?.Channel ?? "an unnamed channel";
  const key = `${queueId}:${channel}`;
  const values = new Map(row.Collections?.map(({ Metric, Value }) => [Metric?.Name, Value]));
  const read = (metric: Metric): number => {
    const value = values.get(metric);
    if (typeof value !== "number") throw new UnreadableSnapshotError(metric, key);
    return Math.round(value);
  };
  const inQueue = read("CONTACTS_IN_QUEUE");
  const counts = {
    inQueue,
    scheduled: read("CONTACTS_SCHEDULED"),
    // Where nobody waits there is no oldest contact, and no age need be given.
    oldestSeconds: inQueue === 0 ? 0 : read("OLDEST_CONTACT_AGE"),
    agentsAvailable: read("AGENTS_AVAILABLE"),
  };
  return { key, counts };
}
