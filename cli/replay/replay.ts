import { setTimeout as sleep } from "node:timers/promises";

/** Sends a bulk request, its lines ended by line ends, and returns an outcome for each document. */
export type Bulk = (body: string) => Promise<{ readonly items: readonly BulkItem[] }>;

export interface BulkItem {
  readonly index?: {
    readonly status: number;
    readonly result?: string;
    readonly error?: BulkError;
  };
}

interface BulkError {
  readonly type?: string;
  readonly reason?: string;
  readonly caused_by?: BulkError;
}

/** A record on its way to the domain. */
export interface Deliverable {
  /** Index of the request; the default pipeline of its name decides where the record goes. */
  readonly index: string;
  /** What Connect sent, byte for byte. */
  readonly text: string;
}

export interface Replayed<R extends Deliverable = Deliverable> {
  readonly stored: number;
  /** A newer copy is stored already (409). */
  readonly superseded: number;
  /** The retention of its index is over: the pipeline drops it. */
  readonly expired: number;
  readonly refused: readonly Refused<R>[];
}

export type Refused<R extends Deliverable = Deliverable> = R & {
  readonly status: number;
  readonly reason: string;
};

export interface ReplayOptions {
  /** Waits before the next attempt while OpenSearch is overloaded. @default the pauses of {@link PAUSES_MS} */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** Near Firehose's own batches: some 5 MB at 2 KB a record. */
const BATCH = 1000;
const CONFLICT = 409;
/** The domain is overloaded or away: the record itself is not at fault. */
const BUSY = [429, 503];
const FORBIDDEN = 403;
/** What an ingest pipeline dropped has this result. */
const DROPPED = "noop";
const WRITE_BLOCK = "cluster_block_exception";

/** An overloaded domain gets five minutes. */
export const PAUSES_MS: readonly number[] = [1, 2, 5, 10, 20, 30, 30, 60, 60, 60].map(
  (seconds) => seconds * 1_000,
);

/** What became of a record. */
export type Fate =
  | { readonly kind: "stored" | "superseded" | "expired" }
  | { readonly kind: "refused"; readonly status: number; readonly reason: string };

/** Delivers records again, and counts what became of them. */
export async function replay<R extends Deliverable>(
  records: readonly R[],
  bulk: Bulk,
  options: ReplayOptions = {},
): Promise<Replayed<R>> {
  const total = { stored: 0, superseded: 0, expired: 0, refused: [] as Refused<R>[] };
  for (let start = 0; start < records.length; start += BATCH) {
    const batch = records.slice(start, start + BATCH);
    for (const { fate, record } of await fatesOf(batch, bulk, options)) {
      if (fate.kind !== "refused") total[fate.kind]++;
      else total.refused.push({ ...record, status: fate.status, reason: fate.reason });
    }
  }
  return total;
}

/**
 * Delivers records in one request. Any number of deliveries has the effect of one: the newest copy of a contact
 * stays.
 *
 * OpenSearch fails a whole request for one line that is not a JSON object. A request in which every
 * item failed is therefore halved until the record at fault stands alone. So is one in which a pipeline dropped
 * some records and others were refused: OpenSearch answers in another order then.
 */
export async function fatesOf<R extends Deliverable>(
  records: readonly R[],
  bulk: Bulk,
  options: ReplayOptions = {},
): Promise<readonly { readonly record: R; readonly fate: Fate }[]> {
  if (records.length === 0) return [];
  const outcomes = await outcomesOf(records, { bulk, pause: options.pause ?? sleep });
  // An index that takes no writes says so of each record: there is none at fault to look for.
  const blocked = outcomes.some(isBlocked);
  const failures = outcomes.filter(({ status }) => failed(status)).length;
  const isMixed = failures > 0 && outcomes.some(({ result }) => result === DROPPED);
  if (records.length > 1 && (isMixed || (!blocked && failures === records.length))) {
    const half = Math.ceil(records.length / 2);
    return [
      ...(await fatesOf(records.slice(0, half), bulk, options)),
      ...(await fatesOf(records.slice(half), bulk, options)),
    ];
  }
  return outcomes.map(({ record, ...outcome }) => ({ record, fate: fateOf(outcome) }));
}

function fateOf({ reason, result, status }: Outcome): Fate {
  if (failed(status)) return { kind: "refused", status, reason };
  if (status === CONFLICT) return { kind: "superseded" };
  return { kind: result === DROPPED ? "expired" : "stored" };
}

type Sending = Required<ReplayOptions> & { readonly bulk: Bulk };

async function outcomesOf<R extends Deliverable>(
  records: readonly R[],
  { bulk, pause }: Sending,
): Promise<readonly (Outcome & { readonly record: R })[]> {
  const body = records.map(lines).join("");
  for (const wait of [...PAUSES_MS, undefined]) {
    const items = await answerOf(body, bulk);
    const outcomes = records.map((record, n) => ({ record, ...outcomeOf(items?.[n]) }));
    const isBusy = !items || outcomes.some(({ status }) => BUSY.includes(status));
    if (!isBusy) return outcomes;
    if (wait !== undefined) await pause(wait);
  }
  throw new Error("OpenSearch is too busy; replay again later. A second delivery changes nothing.");
}

/** Undefined: an overloaded domain refused the whole request. */
async function answerOf(body: string, bulk: Bulk): Promise<readonly BulkItem[] | undefined> {
  try {
    return (await bulk(body)).items;
  } catch (error) {
    const { status, statusCode } = error as {
      readonly status?: number;
      readonly statusCode?: number;
    };
    if (BUSY.includes(statusCode ?? status ?? 0)) return undefined;
    throw error;
  }
}

/**
 * The index takes no writes: while the lifecycle policy merges it, or for good once it is warm or cold. The
 * record is not at fault, and a later replay stores it as soon as the block is lifted.
 */
export function isBlocked({ reason, status }: Pick<Refused, "reason" | "status">): boolean {
  return status === FORBIDDEN && reason.startsWith(WRITE_BLOCK);
}

function lines({ index, text }: Deliverable): string {
  // A record is one line; a line end inside would make two of it.
  return `${JSON.stringify({ index: { _index: index } })}\n${text.replaceAll(/[\r\n]+/g, " ")}\n`;
}

interface Outcome {
  readonly status: number;
  readonly result: string | undefined;
  readonly reason: string;
}

function outcomeOf({ index }: BulkItem = {}): Outcome {
  const { error, result, status } = index ?? { status: 0 };
  return { status, result, reason: error === undefined ? "" : reasonOf(error) };
}

/** With the first cause: a pipeline's own message is behind `script_exception: runtime error`. */
function reasonOf({ caused_by: cause, ...error }: BulkError): string {
  const own = [error.type, error.reason].filter(Boolean).join(": ");
  return cause === undefined ? own : `${own} (${reasonOf(cause)})`;
}

/** No outcome at all is a failure too. */
function failed(status: number): boolean {
  return (status < 200 || status >= 300) && status !== CONFLICT;
}
