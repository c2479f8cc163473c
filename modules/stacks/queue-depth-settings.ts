import type { Configuration, ContactCenter } from "../../config/configuration";
import { alertSettings } from "../../config/resolve-alerts";
import { readsQueues } from "../../config/retirement";
import type { Settings } from "../../lambdas/queue-depth/settings";
import type { QueueDepthNames } from "../queue-depth/queue-depth";
import { requestShare } from "../queue-depth/request-share";

/**
 * Settings of the queue-depth function of a contact center, for its stack and for the preview.
 * Undefined: the contact center has no such function.
 */
export function queueDepthSettings(
  { contactCenters }: Pick<Configuration, "contactCenters">,
  center: ContactCenter,
  { domainUrl, instanceId }: Pick<Settings, "domainUrl" | "instanceId">,
): Settings | undefined {
  const { alerts, alias, names, queueDepth, timeZone } = center;
  const { contactRecordIndex } = names;
  if (!queueDepth || !readsQueues(center)) return undefined;
  const readers = contactCenters
    .filter((other) => readsQueues(other))
    .map((other) => ({ alias: other.alias, place: other.account }));
  return {
    contactCenter: alias,
    instanceId,
    domainUrl,
    depthIndex: names.queueDepthIndex,
    historyIndex: names.queueDepthHistoryIndex,
    historyRotation: queueDepth.historyRotation,
    share: requestShare(alias, readers),
    ...(alerts.length > 0 && { alerts: alertSettings(alerts, { contactRecordIndex, timeZone }) }),
  };
}

/** Names of the resources of a contact center's queue depth. */
export function queueDepthNames(names: ContactCenter["names"]): QueueDepthNames {
  return {
    functionName: names.queueDepthFunction,
    functionRoleName: names.queueDepthRole,
    queueName: names.queueDepthQueue,
    deadLetterQueueName: names.queueDepthDeadLetters,
    ruleName: names.queueDepthRule,
    scheduleName: names.queueDepthSchedule,
    scheduleRoleName: names.queueDepthScheduleRole,
  };
}
