import type { EvaluatedAlert } from "../../../config/configuration";
import type { QueueDepthDocument } from "../../../fields";

/** Value of an alert in the documents of a snapshot; undefined: the snapshot has none. */
export function currentValue(
  alert: EvaluatedAlert,
  documents: readonly QueueDepthDocument[],
): number | undefined {
  const { channel, metric, queue } = alert;
  const counted = documents.filter((document) =>
    queue === undefined
      ? document.Scope === "total"
      : document.QueueName === queue && (channel === undefined || document.Channel === channel),
  );
  if (counted.length === 0) return undefined;
  switch (metric) {
    case "longestWaitSeconds":
      return Math.max(
        ...counted.map(({ OldestContactAgeSeconds }) => OldestContactAgeSeconds ?? 0),
      );
    case "waitingContacts":
      return sum(counted.map(({ Waiting }) => Waiting));
    case "agentsAvailable":
      return sum(counted.map(({ AgentsAvailable }) => AgentsAvailable ?? 0));
    case "serviceLevelLastHourPercent":
    case "abandonedLastHourPercent":
      return undefined;
  }
}

/** Names of queues in alerts that the snapshot does not have. */
export function unknownQueues(
  alerts: readonly Pick<EvaluatedAlert, "queue">[],
  documents: readonly Pick<QueueDepthDocument, "QueueName">[],
): readonly string[] {
  const known = new Set(documents.map(({ QueueName }) => QueueName));
  const named = alerts.flatMap(({ queue }) => (queue === undefined ? [] : [queue]));
  return [...new Set(named)].filter((queue) => !known.has(queue));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
