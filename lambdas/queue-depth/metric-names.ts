/** Metrics that the function writes and the alarms read. */
export const METRIC_NAMESPACE = "Switchboard";
/** The dimension that tells contact centers apart. */
export const METRIC_DIMENSION = "service";

export const QUEUE_DEPTH_METRICS = {
  /** Seconds since Connect took the newest numbers. */
  snapshotAge: "QueueDepthSnapshotAge",
  refreshes: "QueueDepthRefreshes",
  /** Requests that Connect refused because the account sends too many. */
  throttles: "QueueDepthThrottles",
} as const;
