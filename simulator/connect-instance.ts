import { randomUUID } from "node:crypto";

export type ChannelName = "VOICE" | "CHAT" | "TASK" | "EMAIL";

/** What Connect counts for one queue and channel. */
export interface QueueNumbers {
  readonly inQueue: number;
  readonly scheduled: number;
  readonly oldestSeconds: number;
  readonly agents: number;
}

export interface SimulatedQueue {
  readonly id: string;
  readonly name: string;
  /** Channels without an entry have nothing in them. */
  readonly numbers: Map<ChannelName, QueueNumbers>;
}

const NOBODY: QueueNumbers = { inQueue: 0, scheduled: 0, oldestSeconds: 0, agents: 0 };

/** A Connect instance as far as its queues go: what is true now. */
export class SimulatedInstance {
  readonly id = randomUUID();
  readonly queues = new Map<string, SimulatedQueue>();

  addQueues(count: number): SimulatedQueue[] {
    return Array.from({ length: count }, () => {
      const number = this.queues.size + 1;
      const queue = { id: randomUUID(), name: `Queue ${number}`, numbers: new Map() };
      this.queues.set(queue.id, queue);
      return queue;
    });
  }

  set(queue: SimulatedQueue, channel: ChannelName, numbers: Partial<QueueNumbers>): void {
    const before = queue.numbers.get(channel) ?? NOBODY;
    queue.numbers.set(channel, { ...before, ...numbers });
  }

  /** Everybody who waits. */
  get waiting(): number {
    let sum = 0;
    for (const { numbers } of this.queues.values()) {
      for (const { inQueue, scheduled } of numbers.values()) sum += inQueue + scheduled;
    }
    return sum;
  }
}
