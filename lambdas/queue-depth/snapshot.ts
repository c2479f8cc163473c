import type { CurrentMetricResult } from "@aws-sdk/client-connect";
import type { Queue } from "../shared/connect/queue";

/** `OLDEST_CONTACT_AGE` is in seconds in a grouped answer, in milliseconds in an ungrouped one. */
export const METRICS = {
  CONTACTS_IN_QUEUE: "COUNT",
  CONTACTS_SCHEDULED: "COUNT",
  OLDEST_CONTACT_AGE: "SECONDS",
  AGENTS_AVAILABLE: "COUNT",
} as const;
type Metric = keyof typeof METRICS;

/** Current metrics of one queue and channel. */
export interface Counts {
  readonly inQueue: number;
  readonly scheduled: number;
  /** Age of the longest-waiting contact, in seconds. */
  readonly oldestSeconds: number;
  readonly agentsAvailable: number;
}

/** Metrics of a queue and channel without a row in the answer. */
export const EMPTY_COUNTS: Counts = {
  inQueue: 0,
  scheduled: 0,
  oldestSeconds: 0,
  agentsAvailable: 0,
};

/** All current metrics of an instance at one time. */
export interface Snapshot {
  /** Connect's time. With several answers, the earliest: no part of the snapshot is older. */
  readonly time: Date;
  /** When the first request was sent, by the function's clock. */
  readonly readAt: Date;
  readonly queues: readonly Queue[];
  /** By `queueKey`. */
  readonly counts: ReadonlyMap<string, Counts>;
}

/** Connect could not compute a metric. Nothing is written: an old number is better than a wrong one. */
export class UnreadableSnapshotError extends Error {
  constructor(metric: string, key: string) {
    super(
      `Connect gave no ${metric} for ${key}; the numbers stay as they are. The next refresh reads them again.`,
    );
    this.name = "UnreadableSnapshotError";
  }
}

/** Reads one row of an answer: its queue and channel, and their metrics. */
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
    // Without a contact in queue there is no oldest contact, and the answer may omit its age.
    oldestSeconds: inQueue === 0 ? 0 : read("OLDEST_CONTACT_AGE"),
    agentsAvailable: read("AGENTS_AVAILABLE"),
  };
  return { key, counts };
}
