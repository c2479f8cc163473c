import type { Rotation } from "../../aws/index-rotation";
import type { BulkAnswer } from "../opensearch/client";
import { rotatedIndex } from "../../lambdas/shared/rotated-index";

/** The settings of a delivery stream that affect its requests to OpenSearch. */
export interface FirehoseProps {
  readonly indexName: string;
  readonly rotation: Rotation;
  /** Sends a bulk request: lines of JSON without their line ends. */
  readonly bulk: (lines: readonly string[]) => Promise<BulkResult>;
  /** Most records of one request; the real limit is one of bytes. Default: 2000. */
  readonly batch?: number;
}

/** The part of a bulk answer that Firehose reads. */
export type BulkResult = Pick<BulkAnswer, "errors" | "items">;

export interface Arrival {
  /** Any JSON value; a string is sent as it is, JSON or not. */
  readonly record: unknown;
  /** Milliseconds since 1970. */
  readonly arrivesAt: number;
}

/** A record that OpenSearch did not take: what Firehose writes to its backup bucket. */
export interface Failed {
  readonly record: unknown;
  readonly status: number;
  readonly type: string;
  readonly reason: string;
}

export interface DeliveryReport {
  readonly sent: number;
  readonly requests: number;
  readonly failed: readonly Failed[];
}

/** About 4 MB of contact records, near Firehose's own batches. */
const BATCH = 2000;

/**
 * Delivers as Amazon Data Firehose does: bulk requests of `index` actions without document ids, into an
 * index named after the time of arrival.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/basic-deliver.html
 */
export async function deliver(
  { indexName, rotation, bulk, batch = BATCH }: FirehoseProps,
  arrivals: Iterable<Arrival>,
): Promise<DeliveryReport> {
  const failed: Failed[] = [];
  let sent = 0;
  let requests = 0;
  const flush = async (records: readonly Arrival[]): Promise<void> => {
    if (records.length === 0) return;
    const lines = records.flatMap(({ record, arrivesAt }) => [
      actionLine(indexNameAt(arrivesAt, { indexName, rotation })),
      recordLine(record),
    ]);
    requests++;
    sent += records.length;
    const result = await bulk(lines);
    if (result.errors) failed.push(...failures(result, records));
  };
  let waiting: Arrival[] = [];
  for (const arrival of arrivals) {
    waiting.push(arrival);
    if (waiting.length < batch) continue;
    await flush(waiting);
    waiting = [];
  }
  await flush(waiting);
  return { sent, requests, failed };
}

/** Firehose names the index after the time at which a record arrives. */
export function indexNameAt(
  arrivesAt: number,
  { indexName, rotation }: Pick<FirehoseProps, "indexName" | "rotation">,
): string {
  return rotatedIndex(indexName, rotation, new Date(arrivesAt));
}

/** @param id Document id. Default: none, the pipeline sets it. */
export function actionLine(index: string, id?: string): string {
  return JSON.stringify({ index: { _index: index, _id: id } });
}

export function recordLine(record: unknown): string {
  return typeof record === "string" ? record : JSON.stringify(record);
}

function failures(result: BulkResult, records: readonly Arrival[]): readonly Failed[] {
  return result.items.flatMap((item, n) => {
    const outcome = item["index"];
    if (outcome?.error === undefined) return [];
    const { type, reason } = outcome.error;
    return [{ record: records[n]?.record, status: outcome.status, type, reason }];
  });
}
