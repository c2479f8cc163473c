import type { Deadline } from "./deadline";

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

export interface RetryOptions {
  /** No retry begins after it. */
  readonly deadline: Deadline;
  /** The attempt as an infinitive for error messages, as in `read the total`. */
  readonly purpose: string;
  /** True: a retry can succeed. */
  readonly isTransient: (error: unknown) => boolean;
}

/**
 * Repeats an attempt until it succeeds, fails with a permanent error, or the deadline comes. Pauses have
 * exponential backoff with jitter.
 */
export async function retry<T>(options: RetryOptions, attempt: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      if (!options.isTransient(error)) throw error;
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
      const jittered = pause * (0.5 + Math.random() / 2);
      await options.deadline.sleepUntil(Date.now() + jittered, options.purpose, error);
    }
  }
}
