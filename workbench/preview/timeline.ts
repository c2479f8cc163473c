import type { PreviewState } from "./api";

export type Phase = Exclude<PreviewState["phase"], "records">;

/** How much of the past is played at speed, if a speed is asked for. */
export const PLAYED_MS = 24 * 3_600_000;

/**
 * The simulated time: the machine's own, or a day behind it and running faster until it has caught up.
 * Never ahead of it: what comes from the future is refused by the pipelines.
 */
export class Timeline {
  #startedAt: number | undefined;
  #from = 0;
  readonly #clock: () => number;

  constructor(
    readonly speed: number,
    clock: () => number = Date.now,
  ) {
    this.#clock = clock;
  }

  /** Up to where the past is filled before time begins to pass. */
  get fillUntil(): number {
    return this.speed > 1 ? this.#clock() - PLAYED_MS : this.#clock();
  }

  /** Time passes, from this moment on. */
  start(from: number): void {
    this.#startedAt = this.#clock();
    this.#from = from;
  }

  get now(): number {
    const now = this.#clock();
    if (this.#startedAt === undefined) return this.fillUntil;
    // What happened while the past was filled is made up for at once.
    if (this.speed === 1) return now;
    return Math.min(now, this.#from + (now - this.#startedAt) * this.speed);
  }

  get phase(): Phase {
    if (this.#startedAt === undefined) return "filling";
    return this.now < this.#clock() ? "catching-up" : "live";
  }
}
