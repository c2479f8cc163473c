import { randomUUID } from "node:crypto";
import { type Clock, REAL_CLOCK } from "./clock";

export interface Message {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  receives: number;
}

export interface MessageQueueOptions {
  readonly visibilityMs: number;
  /** After so many receives without success a message is a dead letter. */
  readonly maxReceives: number;
  /** Default: the machine's. */
  readonly clock?: Clock;
}

/** What one `ReceiveMessage` returns at most. */
const MOST_MESSAGES = 10;

/**
 * A standard queue of SQS as its consumers see it: received messages are hidden for a while, come back
 * unless they are deleted, and die after too many times.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html
 */
export class MessageQueue {
  readonly deadLetters: Message[] = [];
  readonly #visible: Message[] = [];
  readonly #hidden = new Map<Message, number>();

  readonly #clock: Clock;
  readonly #options: MessageQueueOptions;

  constructor(options: MessageQueueOptions) {
    this.#options = options;
    this.#clock = options.clock ?? REAL_CLOCK;
  }

  send(body = "{}"): void {
    this.#visible.push({ id: randomUUID(), body, sentAt: this.#clock.now(), receives: 0 });
  }

  receive(): Message[] {
    this.#showAgain();
    const taken = this.#visible.splice(0, MOST_MESSAGES);
    return taken.filter((message) => {
      message.receives += 1;
      const dead = message.receives > this.#options.maxReceives;
      if (dead) this.deadLetters.push(message);
      else this.#hidden.set(message, this.#clock.now() + this.#options.visibilityMs);
      return !dead;
    });
  }

  delete(messages: readonly Message[]): void {
    for (const message of messages) this.#hidden.delete(message);
  }

  /** Messages that are neither deleted nor dead. */
  get size(): number {
    return this.#visible.length + this.#hidden.size;
  }

  #showAgain(): void {
    const now = this.#clock.now();
    for (const [message, until] of this.#hidden) {
      if (until > now) continue;
      this.#hidden.delete(message);
      this.#visible.push(message);
    }
  }
}
