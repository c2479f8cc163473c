import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 200;

/** Waits until the check returns a value. @returns that value, or undefined when the time is up */
export async function waitFor<T>(
  milliseconds: number,
  check: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const found = await check();
    if (found !== undefined || Date.now() >= deadline) return found;
    await sleep(POLL_MS);
  }
}
