import { setTimeout as sleep } from "node:timers/promises";
import type { RefusalsSince } from "./refusals";

const POLL_MS = 200;

/**
 * Waits until the check holds, and no longer than until a part of the flow is refused.
 * @returns whether it holds in time
 */
export async function waitFor(
  milliseconds: number,
  refusals: RefusalsSince,
  check: () => Promise<boolean>,
): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    if (await check()) return true;
    if (Date.now() >= deadline || refusals.all.length > 0) return false;
    await sleep(POLL_MS);
  }
}
