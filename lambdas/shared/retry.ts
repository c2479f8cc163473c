import type { Deadline } from "./deadline";

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

export interface RetryOptions {
  readonly deadline: Deadline;
  /** What is tried, as in "ask Connect for the numbers". */
  readonly purpose: string;
  /** Whether another try can succeed. */
  readonly isTransient: (error: unknown) => boolean;
}

/** Tries until it succeeds, fails for good, or time is up; pauses grow, and differ between callers. */
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
