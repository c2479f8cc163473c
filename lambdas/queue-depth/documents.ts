import type { QueueDepthDocument } from "../../fields";
import type { Settings } from "./settings";
import { CHANNELS, queueKey, SILENT } from "./snapshot";
import type { Counts, Snapshot } from "./snapshot";

/** The total is one document, so no reader can see half of an old and half of a new one. */
export const TOTAL_ID = "total";

export interface IdentifiedDocument {
  readonly id: string;
  readonly document: QueueDepthDocument;
}

type Owner = Pick<Settings, "contactCenter" | "instanceId">;

/** A document for each queue and channel; where Connect is silent, there is nobody. */
export function queueDocuments(snapshot: Snapshot, owner: Owner): IdentifiedDocument[] {
  return snapshot.queues.flatMap((queue) =>
    CHANNELS.map((channel) => {
      const id = queueKey(queue.id, channel);
      const counts = snapshot.counts.get(id) ?? SILENT;
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

/** Agents are left out: one who serves several queues is available in each. */
export function totalDocument(snapshot: Snapshot, owner: Owner): QueueDepthDocument {
  const total = [...snapshot.counts.values()].reduce(
    (sum, counts): Counts => ({
      ...sum,
      inQueue: sum.inQueue + counts.inQueue,
      scheduled: sum.scheduled + counts.scheduled,
      oldestSeconds: Math.max(sum.oldestSeconds, counts.oldestSeconds),
    }),
    SILENT,
  );
  return { ...common(snapshot, owner), Scope: "total", ...waiting(total) };
}

export function isSilent({ document }: IdentifiedDocument): boolean {
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
