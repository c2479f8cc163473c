import { FUNCTION_TIMEOUT_SECONDS } from "../../config/request-budget";

/**
 * Times of the queue-depth function and its queue. They depend on each other, so they stand together.
 */

/** What Lambda gathers before it calls: a burst of events becomes one call. */
export const BATCH_SIZE = 10_000;
export const BATCHING_WINDOW_SECONDS = 1;

/** The fewest that a mapping allows: one reads while the other waits with what came since. */
export const MAXIMUM_CONCURRENCY = 2;

/**
 * Six times the function's timeout and the window, as AWS recommends.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 */
export const VISIBILITY_SECONDS = 6 * FUNCTION_TIMEOUT_SECONDS + BATCHING_WINDOW_SECONDS;

/** A wake-up call that failed three times is no news any more; every tick brings a new one. */
export const MAX_RECEIVES = 3;

/** Long enough for every receive, and little more: what is older says nothing about now. */
export const RETENTION_SECONDS = 2 * MAX_RECEIVES * VISIBILITY_SECONDS;

/** Dead letters stay over a long weekend. */
export const DEAD_LETTER_RETENTION_SECONDS = 4 * 24 * 60 * 60;

/** The least that EventBridge and the scheduler allow; by then a tick has come. */
export const LONGEST_DELIVERY_SECONDS = 60;
