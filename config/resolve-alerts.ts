import type { z } from "zod";
import { ALERT_METRICS, DEFAULT_LEAST_CONTACTS } from "./alert-metrics";
import type { Alert, AlertHours, AlertSettings } from "./configuration";
import type { contactCenterSchema } from "./schema/contact-centers";

type ContactCenterFile = z.infer<typeof contactCenterSchema>;

/** The alerts of a contact center, every default filled in. */
export function resolveAlerts({
  alerts,
  businessHours,
}: Pick<ContactCenterFile, "alerts" | "businessHours">): readonly Alert[] {
  return Object.entries(alerts).map(([name, alert]): Alert => {
    const { direction, ofLastHour } = ALERT_METRICS[alert.metric];
    const hours = hoursOf(alert.businessHours ?? businessHours);
    return {
      name,
      metric: alert.metric,
      // The schema refuses an alert without its threshold.
      threshold: alert[direction] ?? 0,
      forMinutes: alert.forMinutes,
      ...(alert.queue !== undefined && { queue: alert.queue }),
      ...(alert.metric === "agentsAvailable" && { channel: alert.channel ?? "VOICE" }),
      ...(ofLastHour && { atLeastContacts: alert.atLeastContacts ?? DEFAULT_LEAST_CONTACTS }),
      ...(hours && { hours }),
      ...(alert.action !== undefined && { action: alert.action }),
    };
  });
}

/** The part of the alerts that the queue-depth function evaluates; thresholds are in the alarms. */
export function alertSettings(
  alerts: readonly Alert[],
  {
    contactRecordIndex,
    timeZone,
  }: { readonly contactRecordIndex: string; readonly timeZone: string },
): AlertSettings {
  const evaluated = alerts.map(({ atLeastContacts, channel, hours, metric, name, queue }) => ({
    name,
    metric,
    ...(queue !== undefined && { queue }),
    ...(channel && { channel }),
    ...(atLeastContacts !== undefined && { atLeastContacts }),
    ...(hours && { hours }),
  }));
  return {
    timeZone,
    ...(readsContactRecords(alerts) && { contactRecordIndex }),
    alerts: evaluated,
  };
}

/** Whether an alert is on the contact records of the last hour. */
export function readsContactRecords(alerts: readonly Pick<Alert, "metric">[]): boolean {
  return alerts.some(({ metric }) => ALERT_METRICS[metric].ofLastHour);
}

function hoursOf(hours: false | AlertHours): AlertHours | undefined {
  if (hours === false) return undefined;
  const { days, from, to } = hours;
  return { days, from, to };
}
