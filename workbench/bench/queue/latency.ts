import { setTimeout } from "node:timers/promises";
import type { OpenSearchClient } from "../../opensearch/client";

/** A way of keeping a number in an index current, event by event. */
export interface Way {
  readonly name: string;
  /** Where the number is read: the only document that the query finds. */
  readonly index: string;
  readonly query: object;
  readonly field: string;
  /** So many contacts wait from now on, and an event says that the number has changed. */
  event(waiting: number): void;
  stop(): Promise<void>;
}

export interface Measured {
  readonly name: string;
  readonly events: number;
  /** Milliseconds from an event to the first read that shows it; Infinity if none did. */
  readonly latencies: readonly number[];
  readonly reads: number;
  readonly failedReads: number;
  readonly clusterStates: number;
}

const READ_PAUSE_MS = 20;
/** How long the last events may take to show. */
const PATIENCE_MS = 10_000;

/** Sends events at a steady rate and reads all the while. Event n makes the number n. */
export async function measure(
  node: OpenSearchClient,
  way: Way,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<Measured> {
  const sent: number[] = [];
  const shown: number[] = [];
  let reads = 0;
  let failedReads = 0;
  let reading = true;
  const read = async (): Promise<void> => {
    const { status, body } = await node.send<{
      hits?: { hits: { _source: Readonly<Record<string, number>> }[] };
    }>("POST", `${way.index}/_search`, { query: way.query });
    const value = body.hits?.hits[0]?._source[way.field];
    reads += 1;
    if (status !== 200 || value === undefined) failedReads += 1;
    else for (let event = shown.length; event < value; event++) shown.push(Date.now());
  };
  const before = await clusterState(node);
  const loop = (async () => {
    for (; reading; await setTimeout(READ_PAUSE_MS)) await read();
  })();
  const started = Date.now();
  while (sent.length < perSecond * seconds) {
    const due = Math.floor(((Date.now() - started) / 1_000) * perSecond);
    while (sent.length < Math.min(due, perSecond * seconds)) {
      sent.push(Date.now());
      way.event(sent.length);
    }
    await setTimeout(1_000 / perSecond / 2);
  }
  const end = Date.now() + PATIENCE_MS;
  while (shown.length < sent.length && Date.now() < end) await setTimeout(READ_PAUSE_MS);
  reading = false;
  await loop;
  await way.stop();
  return {
    name: way.name,
    events: sent.length,
    latencies: sent.map((at, event) => (shown[event] ?? Infinity) - at),
    reads,
    failedReads,
    clusterStates: (await clusterState(node)) - before,
  };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

async function clusterState(node: OpenSearchClient): Promise<number> {
  return (await node.get<{ version: number }>("_cluster/state/version")).version;
}
