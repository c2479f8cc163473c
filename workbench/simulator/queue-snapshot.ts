import type { Snapshot } from "../../lambdas/queue-depth/snapshot";
import { queueKey } from "../../lambdas/shared/connect/queue";
import type { SimulatedContactCenter } from "./contact-center";

/** The queues as they are at this moment, in the form in which the queue-depth function reads them. */
export function snapshotOf(center: SimulatedContactCenter): Snapshot {
  const numbers = center.queueNumbers();
  const counts = numbers.flatMap(({ queueId, channels }) =>
    channels.map(
      ({ channel, contactsInQueue, contactsScheduled, oldestContactAge, agentsAvailable }) =>
        [
          queueKey(queueId, channel),
          {
            inQueue: contactsInQueue,
            scheduled: contactsScheduled,
            oldestSeconds: oldestContactAge,
            agentsAvailable,
          },
        ] as const,
    ),
  );
  const time = new Date(center.now);
  return {
    time,
    readAt: time,
    queues: numbers.map(({ queueId, queueName }) => ({ id: queueId, name: queueName })),
    counts: new Map(counts),
  };
}
