/** A metric that an alert compares with its threshold. */
export interface AlertMetric {
  /** Side of the threshold on which the alert goes off: the name of its key. */
  readonly direction: "above" | "below";
  /** Lowest and highest threshold, in the metric's unit. */
  readonly range: readonly [lowest: number, highest: number];
  /** The value comes from the contact records of the last hour, not from the current metrics. */
  readonly ofLastHour: boolean;
}

const DAY_SECONDS = 86_400;
const MOST_CONTACTS = 100_000;

export const ALERT_METRICS = {
  longestWaitSeconds: { direction: "above", range: [0, DAY_SECONDS], ofLastHour: false },
  waitingContacts: { direction: "above", range: [0, MOST_CONTACTS], ofLastHour: false },
  agentsAvailable: { direction: "below", range: [1, MOST_CONTACTS], ofLastHour: false },
  serviceLevelLastHourPercent: { direction: "below", range: [1, 100], ofLastHour: true },
  abandonedLastHourPercent: { direction: "above", range: [0, 99], ofLastHour: true },
} as const satisfies Record<string, AlertMetric>;

export type AlertMetricName = keyof typeof ALERT_METRICS;

export const ALERT_METRIC_NAMES = Object.keys(ALERT_METRICS) as readonly AlertMetricName[];

/** Contacts below which a share of the last hour is left out: one of one contact is no trend. */
export const DEFAULT_LEAST_CONTACTS = 10;
