import { setTimeout } from "node:timers/promises";
import type { OpenSearchClient } from "../../opensearch/client";
import { rotatedIndex } from "../../../lambdas/shared/rotated-index";
import type { Design, PanelRequest, Target } from "./design";
import type { Arrival } from "./stream";

/** About 4 MB of contact records, near Firehose's own batches. */
const REQUEST = 2000;
/**
 * Requests under way at once: several streams of several contact centers deliver to a domain, and what
 * counts is how much it takes in, not how long one request is under way.
 */
const REQUESTS_AT_ONCE = 4;
export const BATCH = REQUEST * REQUESTS_AT_ONCE;
/** A node that has served dashboards for days has them compiled: as many rounds first, and as long. */
const WARM_UPS = 15;
const WARM_UP_MS = 4000;
const ROUNDS = 15;
const MERGE_PAUSE_MS = 200;

/** Indexing of one design, summed up over its batches. */
export class Ingestion {
  records = 0;
  milliseconds = 0;
  /** Of the domain's own work on old indices, which it does at night. */
  houseKeeping = 0;

  readonly #client: OpenSearchClient;

  constructor(
    readonly design: Design,
    client: OpenSearchClient,
  ) {
    this.#client = client;
  }

  /** Sends a batch, split into requests, and waits for all answers; only that time counts. */
  async take(arrivals: readonly Arrival<unknown>[], target: Target): Promise<void> {
    const requests: (readonly string[])[] = [];
    for (let start = 0; start < arrivals.length; start += REQUEST) {
      requests.push(this.#linesOf(arrivals.slice(start, start + REQUEST), target, start));
    }
    const started = performance.now();
    const answers = await Promise.all(
      requests.map((lines) =>
        this.#client.bulk(lines, "_bulk?filter_path=took,errors,items.*.status"),
      ),
    );
    this.milliseconds += performance.now() - started;
    this.records += arrivals.length;
    const refused = answers
      .flatMap(({ items }) => items)
      .filter(({ index }) => ![200, 201, 409].includes(index?.status ?? 0));
    if (refused.length > 0) throw new Error(`${this.design.name}: ${JSON.stringify(refused[0])}`);
  }

  /**
   * Writes what is still in memory. Without it, one design would pay in its turn for what the other
   * has put off: a node writes the fullest buffers first, of whatever index.
   */
  async endTurn(now: Date): Promise<void> {
    const started = performance.now();
    await this.#client.refresh(this.design.pattern);
    const written = performance.now();
    this.milliseconds += written - started;
    await this.design.keepHouse?.(this.#client, now);
    this.houseKeeping += performance.now() - written;
  }

  #linesOf(
    arrivals: readonly Arrival<unknown>[],
    { indexName, rotation }: Target,
    position: number,
  ): readonly string[] {
    return arrivals.flatMap(({ arrivesAt, record }, n) => [
      JSON.stringify({
        index: {
          _index: rotatedIndex(indexName, rotation, new Date(arrivesAt)),
          _id: `${arrivesAt}.${this.records + position + n}`,
        },
      }),
      JSON.stringify(record),
    ]);
  }

  restart(): void {
    this.records = this.milliseconds = this.houseKeeping = 0;
  }

  get perSecond(): number {
    return Math.round(this.records / (this.milliseconds / 1000));
  }
}

/** Median milliseconds until all panels have answered, requested at once and without caches. */
export async function panelLatency(
  client: OpenSearchClient,
  panels: readonly PanelRequest[],
): Promise<number> {
  await untilNothingIsMerged(client);
  const started = performance.now();
  for (let n = 0; n < WARM_UPS || performance.now() - started < WARM_UP_MS; n++) {
    await askAll(client, panels);
  }
  const times: number[] = [];
  for (let n = 0; n < ROUNDS; n++) times.push(await askAll(client, panels));
  times.sort((one, other) => one - other);
  return times[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

interface NodeStats {
  readonly nodes: Readonly<
    Record<string, { readonly indices: { readonly merges: { readonly current: number } } }>
  >;
}

/** What one design has left to merge must not slow the other's answers down. */
async function untilNothingIsMerged(client: OpenSearchClient): Promise<void> {
  for (;;) {
    const { nodes } = await client.get<NodeStats>("_nodes/stats/indices/merge");
    if (Object.values(nodes).every(({ indices }) => indices.merges.current === 0)) return;
    await setTimeout(MERGE_PAUSE_MS);
  }
}

async function askAll(client: OpenSearchClient, panels: readonly PanelRequest[]): Promise<number> {
  const started = performance.now();
  await Promise.all(
    panels.map(({ body, index }) =>
      client.post(`${encodeURIComponent(index)}/_search?request_cache=false`, body),
    ),
  );
  return performance.now() - started;
}

export interface Size {
  readonly documents: number;
  readonly bytes: number;
  readonly shards: number;
}

/** Sizes before and after a merge of each shard into one segment, as the lifecycle policy does it. */
export async function sizesOf(
  client: OpenSearchClient,
  indices: string,
): Promise<{ readonly asWritten: Size; readonly merged: Size }> {
  const asWritten = await sizeOf(client, indices);
  await client.post(`${indices}/_forcemerge?max_num_segments=1`);
  return { asWritten, merged: await sizeOf(client, indices) };
}

async function sizeOf(client: OpenSearchClient, indices: string): Promise<Size> {
  // Segments that a merge has replaced stay until no search reads them and nothing needs them for recovery.
  await client.refresh(indices);
  await client.post(`${indices}/_flush`);
  const { _all, _shards } = await client.get<{
    readonly _shards: { readonly total: number };
    readonly _all: {
      readonly primaries: {
        readonly docs: { readonly count: number };
        readonly store: { readonly size_in_bytes: number };
      };
    };
  }>(`${indices}/_stats/docs,store`);
  const { docs, store } = _all.primaries;
  return { documents: docs.count, bytes: store.size_in_bytes, shards: _shards.total };
}
