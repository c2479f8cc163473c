import type { Rotation } from "../aws/index-rotation";
import type { Heartbeats } from "../fields";

/**
 * Defaults of delivery and of its alarms: those of the configuration file and of the constructs that
 * are used without one.
 */

/** Contact records are few and small: one index per month keeps the number of shards low. */
export const DEFAULT_ROTATION: Rotation = "month";

/** Firehose's own interval is 300 s, too long for a supervisor. */
export const DEFAULT_BUFFER = { seconds: 60, mebibytes: 5 } as const;

/**
 * Firehose's own default. An older copy of a contact is refused by design, and a retry does not change that;
 * but a document that waits five minutes is delivered without a replay, and one in the backup bucket is not.
 * Even if Firehose delivers nothing else of a shard meanwhile, 5 MiB in 300 s is 1.5 GB a day.
 */
export const DEFAULT_RETRY_SECONDS = 300;

/**
 * One shard costs $11 a month, an idle on-demand stream $29. Kinesis charges a shard for retention above 24 hours;
 * a record waits in the stream only while Firehose cannot write to its backup bucket either.
 */
export const DEFAULT_STREAM = { mode: "provisioned", shards: 1, retentionHours: 24 } as const;

/** Panels need whether an agent was active in an hour, and the newest heartbeat. */
export const DEFAULT_HEARTBEATS: Heartbeats = "hourly";

/** Three years: as long as a year can be compared with the two before it. */
export const DEFAULT_ARCHIVE_DAYS = 1095;

/** Above the 60 s of the buffer and the 300 s of retries: a delivery that succeeds after retries is not late. */
export const DEFAULT_FRESHNESS_MINUTES = 15;

/** In percent of a node's storage. */
export const DEFAULT_STORAGE_LOW_PERCENT = 20;

/** A month of numbers of the reconciliation is a few megabytes. */
export const RECONCILIATION_ROTATION: Rotation = "month";
