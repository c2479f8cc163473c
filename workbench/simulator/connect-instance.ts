import { randomUUID } from "node:crypto";
import type { QueueNumbers as PublishedNumbers } from "./queue-numbers";
import type { ContactRecord } from "./shapes/contact-record";

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

const EMPTY_QUEUE: QueueNumbers = { inQueue: 0, scheduled: 0, oldestSeconds: 0, agents: 0 };

/** A Connect instance as far as its queues go: what is true now, and the contacts of the past. */
export class SimulatedInstance {
  /** @param id Default: a new one. */
  constructor(readonly id: string = randomUUID()) {}

  readonly queues = new Map<string, SimulatedQueue>();
  /** Every copy of a contact record that it has published: the truth of historical metrics. */
  readonly contactRecords: ContactRecord[] = [];

  addQueues(count: number): SimulatedQueue[] {
    return Array.from({ length: count }, () => {
      const number = this.queues.size + 1;
      const queue = { id: randomUUID(), name: `Queue ${number}`, numbers: new Map() };
      this.queues.set(queue.id, queue);
      return queue;
    });
  }

  set(queue: SimulatedQueue, channel: ChannelName, numbers: Partial<QueueNumbers>): void {
    const before = queue.numbers.get(channel) ?? EMPTY_QUEUE;
    queue.numbers.set(channel, { ...before, ...numbers });
  }

  /** Takes over what a simulated contact center says of its queues. */
  mirror(numbers: readonly PublishedNumbers[]): void {
    for (const { channels, queueId: id, queueName: name } of numbers) {
      const queue = this.queues.get(id) ?? { id, name, numbers: new Map() };
      this.queues.set(id, queue);
      queue.numbers.clear();
      for (const { channel, ...counts } of channels) {
        queue.numbers.set(channel, {
          inQueue: counts.contactsInQueue,
          scheduled: counts.contactsScheduled,
          oldestSeconds: counts.oldestContactAge,
          agents: counts.agentsAvailable,
        });
      }
    }
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
