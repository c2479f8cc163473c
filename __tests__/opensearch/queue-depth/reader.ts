import type { OpenSearchClient } from "../../../engine/client";
import type { QueueDepthDocument } from "../../../modules/event-kinds";
import { type Clock, REAL_CLOCK } from "../../../simulator/clock";

export interface Reading {
  readonly at: number;
  /** Milliseconds since Connect took the number that was shown. */
  readonly age: number;
  readonly waiting: number;
  readonly snapshotTime: number;
}

/** A dashboard reads every few seconds at most. */
const PAUSE_MS = 100;

/** Reads the total over and over, as a dashboard would, and remembers all it ever saw. */
export class Reader {
  readonly readings: Reading[] = [];
  /** Answers that showed no number: a missing index, an empty or a double answer. */
  readonly failures: string[] = [];
  #running = true;
  readonly #loop: Promise<void>;

  constructor(
    private readonly node: OpenSearchClient,
    private readonly index: string,
    private readonly clock: Clock = REAL_CLOCK,
    private readonly pauseMs = PAUSE_MS,
  ) {
    this.#loop = this.#run();
  }

  async stop(): Promise<void> {
    this.#running = false;
    await this.#loop;
  }

  async #run(): Promise<void> {
    while (this.#running) {
      await this.clock.work(this.#read());
      await this.clock.sleep(this.pauseMs);
    }
  }

  async #read(): Promise<void> {
    const { status, body } = await this.node.send<{
      hits?: { hits: { _source: QueueDepthDocument }[] };
    }>("POST", `${this.index}/_search`, { query: { term: { Scope: "total" } } });
    const [total, ...more] = body.hits?.hits ?? [];
    if (status !== 200 || total === undefined || more.length > 0) {
      this.failures.push(`${status}: ${JSON.stringify(body).slice(0, 200)}`);
      return;
    }
    const at = this.clock.now();
    const snapshotTime = Date.parse(total._source.SnapshotTime);
    this.readings.push({
      at,
      age: at - snapshotTime,
      waiting: total._source.Waiting,
      snapshotTime,
    });
  }
}
