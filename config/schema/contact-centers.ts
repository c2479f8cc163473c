import { z } from "zod";
import { ROTATION_NAMES } from "../../aws/index-rotation";
import {
  DEFAULT_BUFFER,
  DEFAULT_RETRY_SECONDS,
  DEFAULT_ROTATION,
  DEFAULT_STREAM,
} from "../delivery-defaults";
import { DEFAULT_POLL_INTERVAL_MINUTES } from "../request-budget";
import { deliveryStreamSchema, streamArn, streamKeyArn } from "./adopted-streams";
import { atMostCharacters } from "./characters";
import { connectUserSchema, signInSchema } from "./contact-center-sign-in";
import {
  exactlyOneOf,
  instanceId,
  kebab,
  plainText,
  region,
  securityGroupIds,
  subnetIds,
  timeZone,
} from "./primitives";

/** Thirteen months: a month can still be compared with the same month a year before. */
const RECORDS_RETENTION_DAYS = 400;
/** The trend of a queue is read over weeks; a snapshot a minute adds up. */
const QUEUE_HISTORY_RETENTION_DAYS = 35;
/**
 * Contacts are written again days after they are over. While an index is merged it refuses copies (403), and
 * afterwards takes them again: the policy lifts the block. A copy that comes after the merge leaves the one
 * before it in a segment that is hardly ever merged again, and such an index counts slower.
 */
const RECORDS_MERGE_AFTER_DAYS = 14;
/** Events never change: a clock that is off, and a delivery tried again, are all that still comes. */
const EVENTS_MERGE_AFTER_DAYS = 2;

const retentionDays = z
  .int("use a whole number of days")
  .min(1, "keep at least 1 day")
  .max(3650, "keep at most 3650 days")
  .describe("Days after its period that an index is kept.");

export const rotation = z.enum(ROTATION_NAMES).describe("How often a new index begins, in UTC.");

const bufferSchema = z
  .strictObject({
    seconds: z
      .int()
      .min(0)
      .max(900)
      .default(DEFAULT_BUFFER.seconds)
      .describe("Longest time that a record waits for others."),
    mebibytes: z
      .int()
      .min(1)
      .max(100)
      .default(DEFAULT_BUFFER.mebibytes)
      .describe("Largest amount that is gathered."),
  })
  .prefault({})
  .describe("Firehose delivers when either is reached.");

const streamSchema = z
  .strictObject({
    arn: streamArn
      .optional()
      .describe(
        "Adopt the stream that the instance writes to already; see docs/existing-streams.md. Default: one is made.",
      ),
    keyArn: streamKeyArn
      .optional()
      .describe(
        "Customer-managed key of the adopted stream. Default: the AWS-managed key or none, which take no right to read.",
      ),
    mode: z
      .enum(["on-demand", "provisioned"])
      .default(DEFAULT_STREAM.mode)
      .describe("on-demand follows the load; provisioned has a fixed number of shards."),
    shards: z.int().min(1).max(500).optional().describe("Shards of a provisioned stream."),
    retentionHours: z
      .int()
      .min(24)
      .max(8760)
      .default(DEFAULT_STREAM.retentionHours)
      .describe("How long the stream keeps what nobody could deliver."),
  })
  .prefault({})
  .describe("The Kinesis data stream that Connect writes to.");

const mergeAfterDays = z
  .int()
  .min(0)
  .max(365)
  .describe(
    "Days after an index's period at which its segments are merged into one. Copies are refused while that lasts.",
  );

const deliveryShape = {
  rotation: rotation.default(DEFAULT_ROTATION),
  retentionDays: retentionDays.default(RECORDS_RETENTION_DAYS),
  mergeAfterDays: mergeAfterDays.default(EVENTS_MERGE_AFTER_DAYS),
  warmAfterDays: retentionDays.optional().describe("Days after the period: move to UltraWarm."),
  coldAfterDays: retentionDays.optional().describe("Days after the period: move to cold storage."),
  buffer: bufferSchema,
  retrySeconds: z
    .int()
    .min(0)
    .max(7200)
    .default(DEFAULT_RETRY_SECONDS)
    .describe("How long Firehose tries again before a document goes to the backup bucket."),
  stream: streamSchema,
} as const;

const contactRecordsSchema = z
  .strictObject({
    through: z
      .enum(["stream", "firehose"])
      .default("stream")
      .describe(
        "stream: Kinesis data stream, then Firehose; keeps the records for a reader of your own. firehose: straight to Firehose.",
      ),
    deliveryStream: deliveryStreamSchema,
    ...deliveryShape,
    mergeAfterDays: mergeAfterDays.default(RECORDS_MERGE_AFTER_DAYS),
  })
  .prefault({});

const agentEventsSchema = z.strictObject(deliveryShape).prefault({});

const pollInterval = z.int().min(1).max(60).optional();

const queueDepthSchema = z
  .union([
    z.literal(false),
    z
      .strictObject({
        pollIntervalMinutes: pollInterval.meta({
          description:
            "Minutes between two scheduled readings of the queues. Contact events cause further readings; a lost event is corrected after this time.",
          default: DEFAULT_POLL_INTERVAL_MINUTES,
        }),
        tickMinutes: pollInterval.meta({
          description: "Deprecated: the old name of pollIntervalMinutes.",
          deprecated: true,
        }),
        historyRotation: rotation.default("day"),
        historyRetentionDays: retentionDays.default(QUEUE_HISTORY_RETENTION_DAYS),
      })
      .refine(
        ({ pollIntervalMinutes, tickMinutes }) =>
          pollIntervalMinutes === undefined || tickMinutes === undefined,
        {
          path: ["tickMinutes"],
          error: "it is the old name of pollIntervalMinutes, which is set too; remove tickMinutes",
        },
      ),
  ])
  .prefault({})
  .describe("The number of calls waiting right now; false leaves it out.");

const vpcSchema = z
  .strictObject({ subnetIds, securityGroupIds })
  .optional()
  .describe(
    "Subnets and security groups, in the contact center's account and Region, from which a domain inside a VPC is reached. " +
      "Default: those of the domain, if it is created in the same account.",
  );

const attributeName = atMostCharacters(z.string().min(1), 32_767);

const privacySchema = z
  .strictObject({
    customerEndpoint: z
      .enum(["keep", "mask", "drop"])
      .default("mask")
      .describe("The customer's number or address. mask keeps the last four characters."),
    attributes: z
      .strictObject({
        keep: z
          .union([z.literal("all"), z.array(attributeName)])
          .default("all")
          .describe("Which contact attributes are indexed at all."),
        mask: z.array(attributeName).default([]).describe("Only the last four characters."),
        drop: z.array(attributeName).default([]).describe("Never indexed."),
      })
      .prefault({})
      .describe("Contact attributes, by name."),
  })
  .prefault({})
  .describe("What of a customer's data reaches the index. Enforced before indexing.");

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const clock = z
  .string()
  .regex(/^([01]\d|2[0-4]):00$/, 'use a full hour in quotes, such as "09:00"');

const businessHoursSchema = z
  .strictObject({
    days: z
      .array(z.enum(WEEKDAYS))
      .min(1)
      .default(["mon", "tue", "wed", "thu", "fri"])
      .describe("Days on which calls are expected."),
    from: clock.default("09:00").describe("First hour."),
    to: clock.default("17:00").describe("End of the last hour."),
    silentMinutes: z
      .int()
      .min(5)
      .max(1440)
      .default(60)
      .describe("Alarm when no contact record came for this long within business hours."),
  })
  .prefault({})
  .describe("When calls are expected, in the contact center's own time zone.");

const connectAlias = z
  .string()
  .regex(
    /^(?!d-)([\da-zA-Z]+)([-]*[\da-zA-Z])*$/,
    "use letters, digits and hyphens, not starting with d-",
  )
  .max(45);

const instanceSchema = z
  .strictObject({
    id: instanceId.optional().describe("Adopt the instance with this id."),
    identityManagement: z
      .enum(["SAML", "CONNECT_MANAGED", "EXISTING_DIRECTORY"])
      .default("SAML")
      .describe("How the adopted instance manages its users; fixed when it was created."),
    create: z
      .strictObject({
        alias: connectAlias.describe("Globally unique; the name in the instance's URL."),
        identityManagement: z
          .enum(["SAML", "CONNECT_MANAGED"])
          .default("SAML")
          .describe("Who manages the users; cannot be changed later."),
        inboundCalls: z.boolean().default(true).describe("Calls can come in."),
        outboundCalls: z.boolean().default(true).describe("Agents can call out."),
      })
      .optional()
      .describe("Create the instance."),
  })
  .superRefine(exactlyOneOf("id", "create"))
  .describe("The Connect instance: adopted by id, or created.");

const retiredSchema = z
  .union([z.boolean(), z.literal("draining")])
  .default(false)
  .describe(
    "Takes the contact center out of service in two steps. draining: Connect writes no more records and the queue-depth " +
      "function goes; what is under way is still delivered. true: the streams go as well; indices and dashboards stay " +
      "readable until their retention ends. Then destroy its stack and delete the entry.",
  );

export const contactCenterSchema = z.strictObject({
  alias: kebab.describe("Short name, part of every name that is made for this contact center."),
  retired: retiredSchema,
  title: plainText(60).optional().describe("Name that people see. Default: the alias."),
  account: z.string().optional().describe("Default: the only account."),
  region: region.optional().describe("Default: the account's Region."),
  timeZone: timeZone.describe("Days, hours and weekdays of the dashboard are cut in this zone."),
  language: z.enum(["en", "ko"]).optional().describe("Language of titles and texts."),
  instance: instanceSchema,
  signIn: signInSchema,
  users: z
    .array(connectUserSchema)
    .default([])
    .describe("People that Switchboard makes known to Connect. Others can be added in Connect."),
  vpc: vpcSchema,
  domain: z.string().optional().describe("Default: the only domain in this Region."),
  contactRecords: contactRecordsSchema.describe("How contact records travel and are kept."),
  agentEvents: agentEventsSchema.describe("How agent events travel and are kept."),
  queueDepth: queueDepthSchema,
  privacy: privacySchema,
  businessHours: businessHoursSchema,
  serviceLevelSeconds: z
    .int()
    .min(1)
    .max(3600)
    .default(20)
    .describe("A call answered within this many seconds counts for the service level."),
});
