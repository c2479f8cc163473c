import { z } from "zod";
import { ROTATION_NAMES } from "../../aws/index-rotation";
import { HEARTBEATS } from "../../fields";
import {
  DEFAULT_BUFFER,
  DEFAULT_HEARTBEATS,
  DEFAULT_RETRY_SECONDS,
  DEFAULT_ROTATION,
  DEFAULT_STREAM,
} from "../delivery-defaults";
import { deliveryStreamSchema, streamArn, streamKeyArn } from "./adopted-streams";

/** Thirteen months: a month can still be compared with the same month a year before. */
const RECORDS_RETENTION_DAYS = 400;
/**
 * The current month and at least the three before it: a quarter is complete until the next one ends. No panel compares
 * agents with a year before, and the events have the working time of single persons, which laws of many countries allow
 * to keep only as long as it is needed.
 */
const EVENTS_RETENTION_DAYS = 100;
/**
 * Contacts are written again days after they are over. While an index is merged it refuses copies (403), and
 * afterwards takes them again: the policy lifts the block. A copy that comes after the merge leaves the one
 * before it in a segment that is hardly ever merged again, and such an index counts slower.
 */
const RECORDS_MERGE_AFTER_DAYS = 14;
/** Events never change: a clock that is off, and a delivery tried again, are all that still comes. */
const EVENTS_MERGE_AFTER_DAYS = 2;

export const retentionDays = z
  .int("use a whole number of days")
  .min(1, "keep at least 1 day")
  .max(3650, "keep at most 3650 days")
  .describe("Days that an index is kept after the end of its period.");

export const rotation = z
  .enum(ROTATION_NAMES)
  .describe("How often a new index begins; periods are cut in UTC.");

const bufferSchema = z
  .strictObject({
    seconds: z
      .int()
      .min(0)
      .max(900)
      .default(DEFAULT_BUFFER.seconds)
      .describe("Buffer interval in seconds: the longest time that a record waits for a request."),
    mebibytes: z
      .int()
      .min(1)
      .max(100)
      .default(DEFAULT_BUFFER.mebibytes)
      .describe("Buffer size in MiB: the largest amount of records in a request."),
  })
  .prefault({})
  .describe("Buffering hints of Firehose: it delivers when either value is reached.");

const streamSchema = z
  .strictObject({
    arn: streamArn
      .optional()
      .describe(
        "ARN of the Kinesis data stream that the instance writes to already; see docs/existing-streams.md. Default: a stream is created. A later change destroys the created stream and replaces the delivery stream; see docs/operations.md.",
      ),
    keyArn: streamKeyArn
      .optional()
      .describe(
        "ARN of the customer-managed key that encrypts the adopted stream. Default: the stream has the AWS-managed key or none; reading it needs no permission on a key.",
      ),
    // No default: a stream that exists keeps its capacity if the file names none.
    mode: z.enum(["on-demand", "provisioned"]).optional().meta({
      description:
        "Capacity mode. provisioned: a fixed number of shards. on-demand: shards follow the load, for more than twice the price of a shard. An existing stream keeps its mode if the file has neither mode, shards nor agents.",
      default: DEFAULT_STREAM.mode,
    }),
    shards: z.int().min(1).max(500).optional().meta({
      description:
        "Number of shards of a provisioned stream. Default: computed from agents, or 1; see docs/costs.md. One apply can double or halve the number.",
    }),
    retentionHours: z
      .int()
      .min(24)
      .max(8760)
      .default(DEFAULT_STREAM.retentionHours)
      .describe(
        "Hours that the stream keeps a record, and so the longest outage of the delivery without loss.",
      ),
  })
  .prefault({})
  .describe("The Kinesis data stream that Connect writes to.");

const mergeAfterDays = z
  .int()
  .min(0)
  .max(365)
  .describe(
    "Days between the end of an index's period and the merge of its segments into one. The index refuses writes during the merge.",
  );

const deliveryShape = {
  rotation: rotation.default(DEFAULT_ROTATION),
  retentionDays: retentionDays.default(RECORDS_RETENTION_DAYS),
  mergeAfterDays: mergeAfterDays.default(EVENTS_MERGE_AFTER_DAYS),
  warmAfterDays: retentionDays
    .optional()
    .describe(
      "Days between the end of an index's period and its move to UltraWarm. Default: it is not moved.",
    ),
  coldAfterDays: retentionDays
    .optional()
    .describe(
      "Days between the end of an index's period and its move to cold storage. Default: it is not moved.",
    ),
  buffer: bufferSchema,
  retrySeconds: z
    .int()
    .min(0)
    .max(7200)
    .default(DEFAULT_RETRY_SECONDS)
    .describe(
      "Retry duration of Firehose in seconds; after it, a document goes to the backup bucket.",
    ),
  stream: streamSchema,
} as const;

export const contactRecordsSchema = z
  .strictObject({
    through: z
      .enum(["stream", "firehose"])
      .default("stream")
      .describe(
        "stream: Connect writes to a Kinesis data stream that Firehose reads; other consumers can read it too. firehose: Connect writes to Firehose directly. A later change destroys the stream and replaces the delivery stream; see docs/operations.md.",
      ),
    deliveryStream: deliveryStreamSchema,
    ...deliveryShape,
    mergeAfterDays: mergeAfterDays.default(RECORDS_MERGE_AFTER_DAYS),
  })
  .prefault({});

export const agentEventsSchema = z
  .strictObject({
    ...deliveryShape,
    heartbeats: z
      .enum(HEARTBEATS)
      .default(DEFAULT_HEARTBEATS)
      .describe(
        "Heartbeats of an agent that are stored. hourly: the newest of each hour. all: each one, every 120 seconds without another event. See docs/content.md.",
      ),
    retentionDays: retentionDays.default(EVENTS_RETENTION_DAYS),
  })
  .prefault({});
