import {
  BATCH_SIZE,
  BATCHING_WINDOW_SECONDS,
  MAXIMUM_CONCURRENCY,
  MAX_RECEIVES,
  VISIBILITY_SECONDS,
} from "../../../modules/queue-depth/limits";
import type { OpenSearchClient } from "../../opensearch/client";
import type { ConnectApiStandIn } from "../../simulator/connect-api";
import { EventSourceMapping } from "../../simulator/event-source-mapping";
import { MessageQueue } from "../../simulator/message-queue";
import { QueueDepthCenter } from "../../testing/queue-depth-center";
import type { Way } from "./latency";

/** The function as it is deployed, in processes of its own, fed as Lambda feeds it. */
export async function switchboardWay(
  node: OpenSearchClient,
  connect: ConnectApiStandIn,
): Promise<Way> {
  const center = await QueueDepthCenter.open(node, connect, { queues: 10 });
  const [busy] = center.instance.queues.values();
  const queue = new MessageQueue({
    visibilityMs: VISIBILITY_SECONDS * 1_000,
    maxReceives: MAX_RECEIVES,
  });
  const mapping = new EventSourceMapping({
    queue,
    batchSize: BATCH_SIZE,
    windowMs: BATCHING_WINDOW_SECONDS * 1_000,
    maximumConcurrency: MAXIMUM_CONCURRENCY,
    invoke: async (event) => (await center.lambda.invoke(event)).ok,
  });
  await center.event();
  return {
    name: "Switchboard",
    index: center.index,
    query: { term: { Scope: "total" } },
    field: "Waiting",
    event: (waiting) => {
      if (busy) center.instance.set(busy, "VOICE", { inQueue: waiting });
      queue.send();
    },
    stop: async () => {
      await mapping.stop();
      await center.close();
    },
  };
}

/**
 * The classic way: for every event the index is deleted, made anew, and the number written. It gets
 * its number for nothing: asking Connect a hundred times a second would be refused.
 */
export async function classicWay(node: OpenSearchClient): Promise<Way> {
  const index = "classic-queue-depth";
  const replace = async (waiting: number): Promise<void> => {
    await node.send("DELETE", index);
    await node.send("PUT", index, { settings: { number_of_replicas: 0 } });
    await node.send("PUT", `${index}/_doc/now?refresh=true`, { Waiting: waiting });
  };
  await replace(0);
  const events: number[] = [];
  let running = true;
  const work = async (): Promise<void> => {
    while (running) {
      const waiting = events.shift();
      if (waiting === undefined) await new Promise((done) => setTimeout(done, 5));
      else await replace(waiting);
    }
  };
  const workers = Array.from({ length: MAXIMUM_CONCURRENCY }, work);
  return {
    name: "classic",
    index,
    query: { match_all: {} },
    field: "Waiting",
    event: (waiting) => events.push(waiting),
    stop: async () => {
      running = false;
      await Promise.all(workers);
      await node.send("DELETE", index);
    },
  };
}
