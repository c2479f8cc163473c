import { toEnvironment, type Settings } from "../../lambdas/queue-depth/settings";
import { QUEUE_CHANGES } from "../../modules/queue-depth/event-pattern";
import { FUNCTION_TIMEOUT_SECONDS } from "../../config/request-budget";
import {
  BATCHING_WINDOW_SECONDS,
  BATCH_SIZE,
  MAXIMUM_CONCURRENCY,
  MAX_RECEIVES,
  VISIBILITY_SECONDS,
} from "../../modules/queue-depth/limits";
import { packageLambda } from "../../modules/shared/lambda-package";
import { EventSourceMapping } from "../simulator/event-source-mapping";
import { LambdaFunction } from "../simulator/lambda-function";
import { MessageQueue } from "../simulator/message-queue";
import type { ContactEvent } from "../simulator/shapes/contact-event";

export interface QueueDepthOptions {
  readonly region: string;
  /** Minutes between two refresh requests without a contact event. */
  readonly pollIntervalMinutes: number;
  /** Where the function finds Connect. */
  readonly connectUrl: string;
}

/** The function as it is deployed, in processes of its own, woken as EventBridge and Lambda wake it. */
export class QueueDepth {
  readonly #queue = new MessageQueue({
    visibilityMs: VISIBILITY_SECONDS * 1_000,
    maxReceives: MAX_RECEIVES,
  });
  readonly #function: LambdaFunction;
  readonly #mapping: EventSourceMapping;
  readonly #schedule: NodeJS.Timeout;
  /** Ends when the function has succeeded for the first time. */
  readonly first: Promise<void>;

  constructor(settings: Settings, { region, pollIntervalMinutes, connectUrl }: QueueDepthOptions) {
    this.#function = new LambdaFunction(
      {
        file: packageLambda("queue-depth").codeFile,
        environment: {
          ...toEnvironment(settings),
          AWS_REGION: region,
          // They are not checked here; the SDK sends no request without.
          AWS_ACCESS_KEY_ID: "preview",
          AWS_SECRET_ACCESS_KEY: "preview",
          AWS_ENDPOINT_URL_CONNECT: connectUrl,
        },
      },
      FUNCTION_TIMEOUT_SECONDS * 1_000,
    );
    let succeeded: () => void = () => undefined;
    this.first = new Promise((resolve) => (succeeded = resolve));
    this.#mapping = new EventSourceMapping({
      queue: this.#queue,
      batchSize: BATCH_SIZE,
      windowMs: BATCHING_WINDOW_SECONDS * 1_000,
      maximumConcurrency: MAXIMUM_CONCURRENCY,
      invoke: async (event) => {
        const { ok } = await this.#function.invoke(event);
        if (ok) succeeded();
        return ok;
      },
    });
    this.#queue.send();
    this.#schedule = setInterval(() => this.#queue.send(), pollIntervalMinutes * 60_000);
  }

  /** What the rule lets through wakes the function. */
  hear({ detail }: ContactEvent): void {
    if (QUEUE_CHANGES.some((type) => type === detail.eventType)) this.#queue.send();
  }

  async stop(): Promise<void> {
    clearInterval(this.#schedule);
    const stopped = this.#mapping.stop();
    await this.#function.stop();
    await stopped;
    // A batch that was waiting may have started another process.
    await this.#function.stop();
  }
}
