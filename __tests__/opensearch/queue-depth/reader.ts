import type { OpenSearchClient } from "../../../workbench/opensearch/client";
import type { QueueDepthDocument } from "../../../fields";
import { type Clock, REAL_CLOCK } from "../../../workbench/simulator/clock";
import type { ConnectApiStandIn } from "../../../workbench/simulator/connect-api";

export interface Reading {
  readonly at: number;
  /** Age of the snapshot that was found, in milliseconds. */
  readonly age: number;
  readonly waiting: number;
  readonly snapshotTime: number;
}

export interface ReaderOptions {
  /** @default the machine's clock */
  readonly clock?: Clock;
  /**
   * Pause between two reads, in milliseconds.
   * @default 100, shorter than that of any dashboard
   */
  readonly pauseMs?: number;
  /**
   * The domain may be unavailable for a while.
   * @default false
   */
  readonly mayBeDown?: boolean;
}

const PAUSE_MS = 100;
/** OpenSearch has started and reports that it cannot answer yet. */
const NOT_READY = 503;

interface SearchAnswer {
  readonly hits?: { readonly hits: { readonly _source: QueueDepthDocument }[] };
}

/** Reads the total repeatedly, as a dashboard does, and records every answer. */
export class Reader {
  readonly readings: Reading[] = [];
  /** Answers without exactly one total: a missing index, no hit, several hits. */
  readonly failures: string[] = [];
  /** Reads without an answer while the domain was down. */
  readonly unanswered: string[] = [];
  #running = true;
  readonly #clock: Clock;
  readonly #loop: Promise<void>;

  readonly #node: OpenSearchClient;
  readonly #index: string;
  readonly #options: ReaderOptions;

  constructor(node: OpenSearchClient, index: string, options: ReaderOptions = {}) {
    this.#node = node;
    this.#index = index;
    this.#options = options;
    this.#clock = options.clock ?? REAL_CLOCK;
    this.#loop = this.#run();
  }

  async stop(): Promise<void> {
    this.#running = false;
    await this.#loop;
  }

  async #run(): Promise<void> {
    while (this.#running) {
      await this.#clock.work(this.#read());
      await this.#clock.sleep(this.#options.pauseMs ?? PAUSE_MS);
    }
  }

  async #read(): Promise<void> {
    const { status, body } = await this.#node
      .send<SearchAnswer | string>("POST", `${this.#index}/_search`, {
        query: { term: { Scope: "total" } },
      })
      .catch((error: unknown) => ({ status: 0, body: String(error) }));
    const [total, ...more] = (typeof body === "object" && body.hits?.hits) || [];
    if (status !== 200 || total === undefined || more.length > 0) {
      const away = (status === 0 || status === NOT_READY) && this.#options.mayBeDown === true;
      (away ? this.unanswered : this.failures).push(
        `${status}: ${JSON.stringify(body).slice(0, 200)}`,
      );
      return;
    }
    const at = this.#clock.now();
    const snapshotTime = Date.parse(total._source.SnapshotTime);
    this.readings.push({
      at,
      age: at - snapshotTime,
      waiting: total._source.Waiting,
      snapshotTime,
    });
  }
}

/**
 * The reader always found one total, each was what Connect had counted at its time, and none was older
 * than an earlier one.
 * @param answers Answers of Connect that make one snapshot.
 */
export function expectOnlySnapshots(
  { readings, failures }: Reader,
  connect: ConnectApiStandIn,
  instanceId: string,
  answers = 1,
): void {
  expect(failures).toEqual([]);
  expect(readings.length).toBeGreaterThan(0);
  const counted = connect.requests.flatMap((request) =>
    request.instanceId === instanceId && request.counted ? [request.counted] : [],
  );
  const truth = new Map(
    counted.map(({ snapshotTime }, first) => [
      snapshotTime,
      counted.slice(first, first + answers).reduce((sum, { waiting }) => sum + waiting, 0),
    ]),
  );
  let newest = 0;
  for (const { snapshotTime, waiting } of readings) {
    expect({ snapshotTime, waiting }).toEqual({ snapshotTime, waiting: truth.get(snapshotTime) });
    expect(snapshotTime).toBeGreaterThanOrEqual(newest);
    newest = snapshotTime;
  }
}
