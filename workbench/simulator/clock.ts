import { setTimeout } from "node:timers/promises";

/** Time as a simulation has it: the machine's, or one of its own (virtual-clock.ts). */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** For a server: lets pass the time that it takes to answer, while its client waits. */
  takeTime(milliseconds: number): Promise<void>;
  /** Something that happens outside of the simulation; a clock of one's own stands still for it. */
  work<T>(task: Promise<T>): Promise<T>;
}

export const REAL_CLOCK: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds) => {
    await setTimeout(milliseconds);
  },
  takeTime: async (milliseconds) => {
    await setTimeout(milliseconds);
  },
  work: (task) => task,
};
