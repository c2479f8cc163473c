import { setImmediate } from "node:timers/promises";
import type { Clock } from "./clock";

/** Turns of the event loop after which nothing more comes of what has finished. */
const QUIET_TURNS = 5;

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/**
 * A clock that stands still while anybody works and jumps to the next appointment once all sleep. What
 * is measured with it does not depend on how busy the machine is: work takes no time but what a
 * simulation says it takes.
 */
export class VirtualClock implements Clock {
  #now: number;
  #working = 0;
  #running = true;
  #sleepers: Sleeper[] = [];

  constructor(start: number) {
    this.#now = start;
    void this.#run();
  }

  now(): number {
    return this.#now;
  }

  async sleep(milliseconds: number): Promise<void> {
    // A machine's clock counts whole milliseconds.
    const until = this.#now + Math.max(0, Math.ceil(milliseconds));
    await new Promise<void>((wake) => this.#sleepers.push({ until, wake }));
  }

  /** The clock waits for what is begun here, until the returned function says that it is over. */
  begin(): () => void {
    this.#working += 1;
    let over = false;
    return () => {
      if (!over) this.#working -= 1;
      over = true;
    };
  }

  async work<T>(task: Promise<T>): Promise<T> {
    const end = this.begin();
    try {
      return await task;
    } finally {
      end();
    }
  }

  async takeTime(milliseconds: number): Promise<void> {
    this.#working -= 1;
    await this.sleep(milliseconds);
    this.#working += 1;
  }

  stop(): void {
    this.#running = false;
    for (const { wake } of this.#sleepers) wake();
  }

  async #run(): Promise<void> {
    let quiet = 0;
    while (this.#running) {
      await setImmediate();
      quiet = this.#working === 0 ? quiet + 1 : 0;
      if (quiet >= QUIET_TURNS && this.#sleepers.length > 0) {
        this.#wakeNext();
        quiet = 0;
      }
    }
  }

  #wakeNext(): void {
    const next = Math.min(...this.#sleepers.map(({ until }) => until));
    const due = this.#sleepers.filter(({ until }) => until <= next);
    this.#sleepers = this.#sleepers.filter(({ until }) => until > next);
    this.#now = Math.max(this.#now, next);
    for (const { wake } of due) wake();
  }
}
