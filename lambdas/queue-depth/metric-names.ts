import type { AlertMetricName } from "../../config/alert-metrics";

/** CloudWatch metrics that the function publishes and the alarms evaluate. */
export const QUEUE_DEPTH_METRICS = {
  /** Seconds since the time of the newest snapshot. */
  snapshotAge: "QueueDepthSnapshotAge",
  /** Refreshes that read Connect: 0 or 1 for each invocation. */
  refreshes: "QueueDepthRefreshes",
  /** Requests that Connect refused because the account sends too many. */
  throttles: "QueueDepthThrottles",
} as const;

/** Second dimension of the metrics of alerts: the alert's name, so each alert is one metric. */
export const ALERT_DIMENSION = "Alert";

/** Names of the metrics of alerts. */
export const ALERT_METRIC_IDS: Readonly<Record<AlertMetricName, string>> = {
  longestWaitSeconds: "LongestWait",
  waitingContacts: "WaitingContacts",
  agentsAvailable: "AgentsAvailable",
  serviceLevelLastHourPercent: "ServiceLevelLastHour",
  abandonedLastHourPercent: "AbandonedLastHour",
};
