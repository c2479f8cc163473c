import type { QueueDepthDocument } from "../../fields";
import type { Queue } from "../shared/connect/queue";

/** A new queue is counted after this time and one poll interval at most; a deleted one at once. */
const MAX_LISTING_AGE_MS = 5 * 60_000;
/** Longer than any invocation: by then the invocation that lists the queues has succeeded or failed. */
const RENEWAL_MS = 60_000;

/** The queues of an instance. */
export interface QueueListing {
  readonly queues: readonly Queue[];
  /** From this time on the listing is stale, in milliseconds since 1970. */
  readonly expiresAt: number;
}

/** A search hit among the documents of queues. */
export interface StoredRow {
  readonly id: string;
  readonly document: Pick<QueueDepthDocument, "QueueId" | "QueueName" | "SnapshotTime">;
}

export function expiryOf(listedAt: number): number {
  return listedAt + MAX_LISTING_AGE_MS;
}

/** An expiry further ahead than a new listing's was written by an environment whose clock is wrong. */
export function isExpired({ expiresAt }: QueueListing, now: number): boolean {
  return !(expiresAt > now && expiresAt <= expiryOf(now));
}

/** The same listing while one invocation renews it: no other invocation renews it too. */
export function postponeExpiry({ queues }: QueueListing, now: number): QueueListing {
  return { queues, expiresAt: now + RENEWAL_MS };
}

/** The listing that expires later. */
export function fresher(
  one: QueueListing | undefined,
  other: QueueListing | undefined,
): QueueListing | undefined {
  return one && other ? (one.expiresAt > other.expiresAt ? one : other) : (one ?? other);
}

/**
 * The queues that the newest snapshot counted. Its documents name them, so all invocations count the
 * same queues, and a new environment need not list them. Undefined if the rows are not exactly those of
 * that snapshot: a write failed halfway, or a search does not return its documents yet.
 */
export function storedListing(
  { SnapshotTime, Queues, ListQueuesAfter }: Partial<QueueDepthDocument>,
  rows: readonly StoredRow[],
): QueueListing | undefined {
  if (rows.some(({ document }) => document.SnapshotTime !== SnapshotTime)) return undefined;
  const queues = new Map<string, Queue>();
  for (const { QueueId: id, QueueName: name } of rows.map(({ document }) => document)) {
    if (id) queues.set(id, { id, name: name ?? id });
  }
  if (queues.size !== Queues) return undefined;
  return { queues: [...queues.values()], expiresAt: Date.parse(ListQueuesAfter ?? "") };
}
