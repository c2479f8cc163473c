import type { QueueDepthDocument } from "../../fields";
import type { Queue } from "./snapshot";

/** A new queue is counted after this long, and a tick; a deleted one is noticed at once. */
const GOOD_FOR_MS = 5 * 60_000;
/** No invocation lives longer: by then one that set out to list the queues has done so, or never will. */
const LISTING_TAKES_AT_MOST_MS = 60_000;

/** The queues of an instance. */
export interface QueueListing {
  readonly queues: readonly Queue[];
  /** When they are to be listed anew. */
  readonly goodUntil: number;
}

/** What a search finds of the documents that are in the index. */
export interface StoredRow {
  readonly id: string;
  readonly document: Pick<QueueDepthDocument, "QueueId" | "QueueName" | "SnapshotTime">;
}

export function goodUntilOf(listedAt: number): number {
  return listedAt + GOOD_FOR_MS;
}

/** A time further ahead than any listing is good was written by a clock that is wrong. */
export function isDue({ goodUntil }: QueueListing, now: number): boolean {
  return !(goodUntil > now && goodUntil <= goodUntilOf(now));
}

/** The same listing, while somebody makes a new one: nobody else need do that too. */
export function beingRenewed({ queues }: QueueListing, now: number): QueueListing {
  return { queues, goodUntil: now + LISTING_TAKES_AT_MOST_MS };
}

/** Whichever is good for longer. */
export function newer(
  one: QueueListing | undefined,
  other: QueueListing | undefined,
): QueueListing | undefined {
  return one && other ? (one.goodUntil > other.goodUntil ? one : other) : (one ?? other);
}

/**
 * The queues that the newest snapshot counted: its documents name them, so that all invocations count
 * the same queues, and a new one need not ask. Undefined if the rows are not those of that snapshot,
 * all of them: a write broke off, or cannot be searched yet.
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
  return { queues: [...queues.values()], goodUntil: Date.parse(ListQueuesAfter ?? "") };
}
