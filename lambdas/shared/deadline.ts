import { setTimeout } from "node:timers/promises";

/** The time that is left is too short for what was to come next. */
export class OutOfTimeError extends Error {
  constructor(next: string, options?: ErrorOptions) {
    super(`Not enough time left to ${next}; the batch fails and is delivered again.`, options);
    this.name = "OutOfTimeError";
  }
}

/** The moment by which an invocation has to be done. */
export class Deadline {
  constructor(private readonly at: number) {}

  /** Milliseconds that are left. */
  get left(): number {
    return Math.max(0, this.at - Date.now());
  }

  /** Fails if the moment is too late. */
  allow(moment: number, purpose: string, cause?: unknown): void {
    if (moment >= this.at) throw new OutOfTimeError(purpose, { cause });
  }

  /** Waits until a moment, unless that is too late. */
  async sleepUntil(moment: number, purpose: string, cause?: unknown): Promise<void> {
    this.allow(moment, purpose, cause);
    await setTimeout(Math.max(0, moment - Date.now()));
  }
}
