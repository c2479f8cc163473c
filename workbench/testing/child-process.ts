import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 100;
const STOP_MS = 5_000;

/**
 * Waits until a URL answers with a success.
 * @returns whether it does before the process ends and the time is over
 */
export async function untilReady(
  url: string,
  child: ChildProcess,
  seconds: number,
): Promise<boolean> {
  const deadline = Date.now() + seconds * 1_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const ready = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return true;
    await sleep(POLL_MS);
  }
  return false;
}

/** Ends the process, by force where it does not end soon. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await exited;
  clearTimeout(timer);
}
