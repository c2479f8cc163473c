/**
 * Requests of Amazon Connect, spaced in time. Connect's quotas apply to an account and Region; all
 * contact centers in it divide them.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html#connect-api-quotas
 */

/**
 * Three requests a second of the five that `GetCurrentMetricData` allows; the rest is left to others.
 * A third of a second is 333 ms: the 17 ms more allow for clocks that differ and requests that are late.
 */
export const METRIC_SLOT_MS = 350;

/** One request a second of the two that all other operations of Connect share. */
export const LIST_SLOT_MS = 1_000;
