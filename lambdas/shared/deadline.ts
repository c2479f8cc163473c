import { setTimeout } from "node:timers/promises";

/** Too little time is left for the next step. */
export class OutOfTimeError extends Error {
  constructor(next: string, options?: ErrorOptions) {
    super(`Not enough time left to ${next}; the batch fails and is delivered again.`, options);
    this.name = "OutOfTimeError";
  }
}

/** The time by which an invocation has to end, in milliseconds since 1970. */
export class Deadline {
  readonly #at: number;

  constructor(at: number) {
    this.#at = at;
  }

  /** Milliseconds until the deadline, at least 0. */
  get left(): number {
    return Math.max(0, this.#at - Date.now());
  }

  /** @throws {OutOfTimeError} if the moment is not before the deadline. */
  allow(moment: number, purpose: string, cause?: unknown): void {
    if (moment >= this.#at) throw new OutOfTimeError(purpose, { cause });
  }

  /**
   * Waits until a moment.
   * @throws {OutOfTimeError} if the moment is not before the deadline.
   */
  async sleepUntil(moment: number, purpose: string, cause?: unknown): Promise<void> {
    this.allow(moment, purpose, cause);
    await setTimeout(Math.max(0, moment - Date.now()));
  }
}
