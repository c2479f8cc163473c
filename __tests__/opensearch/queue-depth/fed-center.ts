import { FUNCTION_TIMEOUT_SECONDS } from "../../../config/request-budget";
import {
  BATCH_SIZE,
  BATCHING_WINDOW_SECONDS,
  MAXIMUM_CONCURRENCY,
  MAX_RECEIVES,
  VISIBILITY_SECONDS,
} from "../../../modules/queue-depth/limits";
import type { ConnectApiStandIn } from "../../../workbench/simulator/connect-api";
import { EventSourceMapping } from "../../../workbench/simulator/event-source-mapping";
import { MessageQueue } from "../../../workbench/simulator/message-queue";
import type { VirtualClock } from "../../../workbench/simulator/virtual-clock";
import { VirtualFunction } from "../../../workbench/simulator/virtual-function";
import { sharedNode } from "../shared-node";
import { QueueDepthCenter } from "../../../workbench/testing/queue-depth-center";
import type { QueueDepthCenterOptions } from "../../../workbench/testing/queue-depth-center";
import { Reader } from "./reader";

/** More than the bench measures on Node.js 22; Lambda adds its own. */
const COLD_START_MS = 800;

/** A contact center in virtual time, fed by its queue as Lambda's event source mapping feeds it. */
export class FedCenter {
  readonly center: QueueDepthCenter;
  readonly queue: MessageQueue;
  readonly mapping: EventSourceMapping;
  readonly reader: Reader;

  private constructor(center: QueueDepthCenter, clock: VirtualClock, readEveryMs?: number) {
    this.center = center;
    this.queue = new MessageQueue({
      visibilityMs: VISIBILITY_SECONDS * 1_000,
      maxReceives: MAX_RECEIVES,
      clock,
    });
    this.reader = new Reader(center.node, center.index, {
      clock,
      ...(readEveryMs !== undefined && { pauseMs: readEveryMs }),
    });
    this.mapping = new EventSourceMapping({
      queue: this.queue,
      batchSize: BATCH_SIZE,
      windowMs: BATCHING_WINDOW_SECONDS * 1_000,
      maximumConcurrency: MAXIMUM_CONCURRENCY,
      clock,
      invoke: async (event) => (await center.lambda.invoke(event)).ok,
    });
  }

  /** Resolves after the first refresh. */
  static async open(
    clock: VirtualClock,
    connect: ConnectApiStandIn,
    options: QueueDepthCenterOptions & { readonly readEveryMs?: number },
  ): Promise<FedCenter> {
    const opening = QueueDepthCenter.open(sharedNode(), connect, {
      ...options,
      runtime: (code) =>
        new VirtualFunction(code, {
          clock,
          timeoutMs: FUNCTION_TIMEOUT_SECONDS * 1_000,
          coldStartMs: COLD_START_MS,
        }),
    });
    const center = await clock.work(opening);
    const first = await center.event(clock.now());
    if (!first.ok) throw new Error(first.error);
    return new FedCenter(center, clock, options.readEveryMs);
  }

  /** Changes the contacts of a random queue. */
  change(): void {
    const queues = [...this.center.instance.queues.values()];
    const queue = queues[Math.floor(Math.random() * queues.length)];
    if (!queue) return;
    this.center.instance.set(queue, "VOICE", { inQueue: Math.floor(Math.random() * 20) });
  }

  async stop(): Promise<void> {
    await Promise.all([this.reader.stop(), this.mapping.stop()]);
    await this.center.close();
  }
}
