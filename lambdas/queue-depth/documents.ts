import type { QueueDepthDocument } from "../../fields";
import type { Settings } from "./settings";
import { CHANNELS } from "../../aws/channels";
import { queueKey } from "../shared/connect/queue";
import { EMPTY_COUNTS } from "./snapshot";
import type { Counts, Snapshot } from "./snapshot";

/** The total is one document, so a search never returns parts of two snapshots. */
export const TOTAL_ID = "total";

/** Time of the newest snapshot whose values are published to alerts. It has no scope, so no panel counts it. */
export const ALERTS_ID = "alerts";

export interface IdentifiedDocument {
  readonly id: string;
  readonly document: QueueDepthDocument;
}

type Owner = Pick<Settings, "contactCenter" | "instanceId">;

/** A document for each queue and channel; zeros where the answer has no row. */
export function queueDocuments(snapshot: Snapshot, owner: Owner): IdentifiedDocument[] {
  return snapshot.queues.flatMap((queue) =>
    CHANNELS.map((channel) => {
      const id = queueKey(queue.id, channel);
      const counts = snapshot.counts.get(id) ?? EMPTY_COUNTS;
      const document: QueueDepthDocument = {
        ...common(snapshot, owner),
        Scope: "queue",
        QueueId: queue.id,
        QueueName: queue.name,
        Channel: channel,
        ...waiting(counts),
        AgentsAvailable: counts.agentsAvailable,
      };
      return { id, document };
    }),
  );
}

/** Without agents: an agent who serves several queues is available in each. */
export function totalDocument(snapshot: Snapshot, owner: Owner): QueueDepthDocument {
  const total = [...snapshot.counts.values()].reduce(
    (sum, counts): Counts => ({
      ...sum,
      inQueue: sum.inQueue + counts.inQueue,
      scheduled: sum.scheduled + counts.scheduled,
      oldestSeconds: Math.max(sum.oldestSeconds, counts.oldestSeconds),
    }),
    EMPTY_COUNTS,
  );
  return { ...common(snapshot, owner), Scope: "total", ...waiting(total) };
}

/** No contact waits and no agent is available. */
export function isEmptyRow({ document }: IdentifiedDocument): boolean {
  return document.Waiting === 0 && document.AgentsAvailable === 0;
}

function common({ time, readAt }: Snapshot, { contactCenter, instanceId }: Owner) {
  return {
    ContactCenter: contactCenter,
    InstanceId: instanceId,
    SnapshotTime: time.toISOString(),
    ReadAt: readAt.toISOString(),
  };
}

function waiting({ inQueue, scheduled, oldestSeconds }: Counts) {
  return {
    ContactsInQueue: inQueue,
    ContactsScheduled: scheduled,
    Waiting: inQueue + scheduled,
    OldestContactAgeSeconds: oldestSeconds,
  };
}
