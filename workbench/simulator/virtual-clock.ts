import { setImmediate, setTimeout } from "node:timers/promises";
import type { Clock } from "./clock";

/** Turns of the event loop after which nothing more comes of what has finished. */
const QUIET_TURNS = 5;
/** While no task works or sleeps, a task outside of the clock is about to begin. */
const LOOK_AGAIN_MS = 1;

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/**
 * A clock that stands still while a task works and jumps to the next appointment once all sleep. What
 * is measured with it does not depend on how busy the machine is: work takes no time but what a
 * simulation says it takes.
 */
export class VirtualClock implements Clock {
  #now: number;
  #working = 0;
  #running = true;
  #sleepers: Sleeper[] = [];
  /** Called when no task works any more. */
  #onIdle: () => void = () => undefined;

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
      if (!over) this.#rest();
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
    this.#rest();
    await this.sleep(milliseconds);
    this.#working += 1;
  }

  stop(): void {
    this.#running = false;
    this.#onIdle();
    for (const { wake } of this.#sleepers) wake();
  }

  #rest(): void {
    this.#working -= 1;
    if (this.#working === 0) this.#onIdle();
  }

  async #run(): Promise<void> {
    while (this.#running) {
      await this.#untilIdle();
      if (!(await this.#staysIdle())) continue;
      if (this.#sleepers.length > 0) this.#wakeNext();
      else await setTimeout(LOOK_AGAIN_MS);
    }
  }

  /** A task that works needs the processor more than this loop does. */
  async #untilIdle(): Promise<void> {
    while (this.#running && this.#working > 0) {
      await new Promise<void>((idle) => (this.#onIdle = idle));
    }
  }

  async #staysIdle(): Promise<boolean> {
    for (let turn = 0; turn < QUIET_TURNS; turn++) {
      await setImmediate();
      if (this.#working > 0) return false;
    }
    return true;
  }

  #wakeNext(): void {
    const next = Math.min(...this.#sleepers.map(({ until }) => until));
    const due = this.#sleepers.filter(({ until }) => until <= next);
    this.#sleepers = this.#sleepers.filter(({ until }) => until > next);
    this.#now = Math.max(this.#now, next);
    for (const { wake } of due) wake();
  }
}
