import type { FailedRecord } from "./failed-records";

/** Sends a bulk request, its lines ended by line ends, and returns an outcome for each document. */
export type Bulk = (body: string) => Promise<{ readonly items: readonly BulkItem[] }>;

export interface BulkItem {
  readonly index?: {
    readonly status: number;
    readonly result?: string;
    readonly error?: { readonly type?: string; readonly reason?: string };
  };
}

export interface Replayed {
  readonly stored: number;
  /** A newer copy is stored already (409), or the retention is over: as it should be. */
  readonly superseded: number;
  readonly refused: readonly RefusedRecord[];
}

export interface RefusedRecord extends FailedRecord {
  readonly status: number;
  readonly reason: string;
}

/** Near Firehose's own batches: some 5 MB at 2 KB a record. */
const BATCH = 1000;
const CONFLICT = 409;
/** The domain is overloaded or away: the record itself is not at fault. */
const BUSY = [429, 503];
const FORBIDDEN = 403;
const WRITE_BLOCK = "cluster_block_exception";

/**
 * Delivers failed records again. Doing so any number of times changes nothing: a contact's newest copy
 * stays whatever comes again.
 *
 * OpenSearch fails a whole request for one line that is not a JSON object. A request in which every
 * item failed is therefore halved until the record at fault stands alone.
 */
export async function replay(records: readonly FailedRecord[], bulk: Bulk): Promise<Replayed> {
  const total = { stored: 0, superseded: 0, refused: [] as RefusedRecord[] };
  for (let start = 0; start < records.length; start += BATCH) {
    await deliver(records.slice(start, start + BATCH), bulk, total);
  }
  return total;
}

interface Total {
  stored: number;
  superseded: number;
  readonly refused: RefusedRecord[];
}

async function deliver(records: readonly FailedRecord[], bulk: Bulk, total: Total): Promise<void> {
  const { items } = await bulk(records.map(lines).join(""));
  const outcomes = records.map((record, position) => ({ record, ...outcomeOf(items[position]) }));
  // An index that takes no writes says so of each record: there is none at fault to look for.
  const blocked = outcomes.some(isBlocked);
  if (outcomes.some(({ status }) => BUSY.includes(status))) {
    throw new Error(
      "OpenSearch is too busy; replay again later. What is stored already does no harm.",
    );
  }
  if (records.length > 1 && !blocked && outcomes.every(({ status }) => failed(status))) {
    const half = Math.ceil(records.length / 2);
    await deliver(records.slice(0, half), bulk, total);
    await deliver(records.slice(half), bulk, total);
    return;
  }
  for (const { reason, record, result, status } of outcomes) {
    if (failed(status)) total.refused.push({ ...record, status, reason });
    else if (status === CONFLICT || result === "noop") total.superseded++;
    else total.stored++;
  }
}

/**
 * The index takes no writes: while the lifecycle policy merges it, or for good once it is warm or cold. The
 * record is not at fault, and a later replay stores it as soon as the block is lifted.
 */
export function isBlocked({ reason, status }: Pick<RefusedRecord, "reason" | "status">): boolean {
  return status === FORBIDDEN && reason.startsWith(WRITE_BLOCK);
}

function lines({ index, text }: FailedRecord): string {
  // A record is one line; a line end inside would make two of it.
  return `${JSON.stringify({ index: { _index: index } })}\n${text.replaceAll(/[\r\n]+/g, " ")}\n`;
}

function outcomeOf({ index }: BulkItem = {}) {
  const { error, result, status } = index ?? { status: 0 };
  return { status, result, reason: [error?.type, error?.reason].filter(Boolean).join(": ") };
}

/** No outcome at all is a failure too. */
function failed(status: number): boolean {
  return (status < 200 || status >= 300) && status !== CONFLICT;
}
