import type { OpenSearchClient } from "../../../workbench/opensearch/client";
import type { QueueDepthDocument } from "../../../fields";
import { type Clock, REAL_CLOCK } from "../../../workbench/simulator/clock";
import type { ConnectApiStandIn } from "../../../workbench/simulator/connect-api";

export interface Reading {
  readonly at: number;
  /** Milliseconds since Connect took the number that was shown. */
  readonly age: number;
  readonly waiting: number;
  readonly snapshotTime: number;
}

export interface ReaderOptions {
  /** Default: the machine's. */
  readonly clock?: Clock;
  /** Default: more often than any dashboard does. */
  readonly pauseMs?: number;
  /** Whether the domain is expected to be away for a while. Default: no. */
  readonly mayBeDown?: boolean;
}

const PAUSE_MS = 100;
/** OpenSearch is there, and says itself that it cannot answer yet. */
const NOT_READY = 503;

interface SearchAnswer {
  readonly hits?: { readonly hits: { readonly _source: QueueDepthDocument }[] };
}

/** Reads the total over and over, as a dashboard would, and remembers all it ever saw. */
export class Reader {
  readonly readings: Reading[] = [];
  /** Answers that showed no number: a missing index, an empty or a double answer. */
  readonly failures: string[] = [];
  /** Reads that nobody answered while the domain was down. */
  readonly unanswered: string[] = [];
  #running = true;
  readonly #clock: Clock;
  readonly #loop: Promise<void>;

  constructor(
    private readonly node: OpenSearchClient,
    private readonly index: string,
    private readonly options: ReaderOptions = {},
  ) {
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
      await this.#clock.sleep(this.options.pauseMs ?? PAUSE_MS);
    }
  }

  async #read(): Promise<void> {
    const { status, body } = await this.node
      .send<SearchAnswer | string>("POST", `${this.index}/_search`, {
        query: { term: { Scope: "total" } },
      })
      .catch((error: unknown) => ({ status: 0, body: String(error) }));
    const [total, ...more] = (typeof body === "object" && body.hits?.hits) || [];
    if (status !== 200 || total === undefined || more.length > 0) {
      const away = (status === 0 || status === NOT_READY) && this.options.mayBeDown === true;
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
 * Whatever happened: the reader always saw one number, each was what Connect had counted at its time,
 * and none was older than one that it had seen before.
 * @param answers How many answers of Connect make a snapshot. Default: one.
 */
export function expectOnlyTruth(
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
