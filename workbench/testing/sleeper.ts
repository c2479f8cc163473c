import type { Clock } from "../simulator/clock";

/** A clock on which only sleeping takes time. */
export function sleeper(start: number): Clock {
  let now = start;
  return {
    now: () => now,
    sleep: (milliseconds) => {
      now += milliseconds;
      return Promise.resolve();
    },
    takeTime: () => Promise.resolve(),
    work: (task) => task,
  };
}
