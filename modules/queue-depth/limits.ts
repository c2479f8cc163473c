import { FUNCTION_TIMEOUT_SECONDS } from "../../config/request-budget";

/**
 * Limits of the queue-depth function and its queue. They depend on each other.
 */

/** Messages and seconds that Lambda collects for one invocation: a burst of events is one batch. */
export const BATCH_SIZE = 10_000;
export const BATCHING_WINDOW_SECONDS = 1;

/** The minimum of an event source mapping: one invocation reads while another collects newer events. */
export const MAXIMUM_CONCURRENCY = 2;

/**
 * Six times the function's timeout and the window, as AWS recommends.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 */
export const VISIBILITY_SECONDS = 6 * FUNCTION_TIMEOUT_SECONDS + BATCHING_WINDOW_SECONDS;

/** After three failures a refresh request is obsolete; the schedule has sent newer ones. */
export const MAX_RECEIVES = 3;

/** Twice the time of all receives: an older refresh request is obsolete. */
export const RETENTION_SECONDS = 2 * MAX_RECEIVES * VISIBILITY_SECONDS;

/** Dead letters stay for a long weekend. */
export const DEAD_LETTER_RETENTION_SECONDS = 4 * 24 * 60 * 60;

/** The minimum of EventBridge and the scheduler; by then the schedule has sent a newer request. */
export const MAX_DELIVERY_SECONDS = 60;
