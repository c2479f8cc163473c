import { type Clock, REAL_CLOCK } from "./clock";
import type { Message, MessageQueue } from "./message-queue";

export interface EventSourceMappingOptions {
  readonly queue: MessageQueue;
  readonly batchSize: number;
  readonly windowMs: number;
  /** Invocations at a time; the mapping allows no less than 2. */
  readonly maximumConcurrency: number;
  /** Default: the five that Lambda starts with. */
  readonly pollers?: number;
  /** Default: the machine's. */
  readonly clock?: Clock;
  /** Calls the function; false or an error: the batch failed. */
  readonly invoke: (event: object) => Promise<boolean>;
}

const DEFAULT_POLLERS = 5;
/** How long an empty queue is left alone. Lambda's pollers wait at the queue itself. */
const LOOK_AGAIN_MS = 100;

/**
 * Feeds a function from a queue as Lambda does: several pollers, each of which gathers a batch of its
 * own until it is full or its window is over, and then waits until an invocation may start.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
export class EventSourceMapping {
  /** Messages of each invocation so far. */
  readonly batches: number[] = [];
  #running = true;
  #free: number;
  readonly #waiting: (() => void)[] = [];
  readonly #clock: Clock;
  readonly #loops: Promise<void>[];
  readonly #options: EventSourceMappingOptions;

  constructor(options: EventSourceMappingOptions) {
    this.#options = options;
    this.#free = options.maximumConcurrency;
    const { pollers = DEFAULT_POLLERS, clock = REAL_CLOCK } = options;
    this.#clock = clock;
    this.#loops = Array.from({ length: pollers }, () => this.#poll());
  }

  async stop(): Promise<void> {
    this.#running = false;
    await Promise.all(this.#loops);
  }

  async #poll(): Promise<void> {
    while (this.#running) {
      const batch = await this.#gather();
      if (batch.length > 0) await this.#deliver(batch);
    }
  }

  async #gather(): Promise<Message[]> {
    const { queue, batchSize, windowMs } = this.#options;
    const batch: Message[] = [];
    let until = Infinity;
    while (this.#running && this.#clock.now() < until && batch.length < batchSize) {
      const messages = queue.receive();
      if (messages.length === 0) await this.#clock.sleep(LOOK_AGAIN_MS);
      else if (batch.length === 0) until = this.#clock.now() + windowMs;
      batch.push(...messages);
      // Let the others have their share.
      await this.#clock.sleep(0);
    }
    return batch;
  }

  async #deliver(batch: readonly Message[]): Promise<void> {
    await this.#acquire();
    this.batches.push(batch.length);
    const delivered = await this.#options.invoke(toEvent(batch)).catch(() => false);
    // What failed comes back when its visibility timeout is over.
    if (delivered) this.#options.queue.delete(batch);
    this.#release();
  }

  async #acquire(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((granted) => this.#waiting.push(granted));
  }

  #release(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html#example-standard-queue-message-event */
export function toEvent(batch: readonly Message[]): object {
  return {
    Records: batch.map(({ id, body, sentAt, receives }) => ({
      messageId: id,
      receiptHandle: id,
      body,
      attributes: {
        ApproximateReceiveCount: String(receives),
        SentTimestamp: String(sentAt),
        SenderId: "AIDAIENQZJOLO23YVJ4VO",
        ApproximateFirstReceiveTimestamp: String(Date.now()),
      },
      messageAttributes: {},
      md5OfBody: "",
      eventSource: "aws:sqs",
      eventSourceARN: "arn:aws:sqs:us-west-2:111122223333:queue-depth",
      awsRegion: "us-west-2",
    })),
  };
}
