import { LIST_SLOT_MS } from "../aws/connect-requests";

/**
 * Timeout of the queue-depth function, in seconds. It covers a restart of the domain, and is less than
 * the minute for which OpenSearch keeps the version of a deleted document (`index.gc_deletes`), so that
 * a late write cannot restore one.
 */
export const FUNCTION_TIMEOUT_SECONDS = 45;

/** Time between two refreshes without a contact event, in minutes. */
export const DEFAULT_POLL_INTERVAL_MINUTES = 1;

/**
 * Maximum of contact centers in an account and Region: with more, one rotation of the slots takes longer
 * than the function may run.
 */
export const MOST_CONTACT_CENTERS =
  Math.floor((FUNCTION_TIMEOUT_SECONDS * 1_000) / LIST_SLOT_MS) - 5;
