import { z } from "zod";
import { DEFAULT_ARCHIVE_DAYS } from "../delivery-defaults";
import { LANGUAGES } from "../languages";
import { DEFAULT_POLL_INTERVAL_MINUTES } from "../request-budget";
import { alertsSchema } from "./alerts";
import { hoursOfTheWeek } from "./business-hours";
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
import { reconciliationSchema } from "./reconciliation";
import { reportSchema } from "./report";
import { wallSchema } from "./wall";
import { queuesSchema, serviceLevelSeconds, serviceLevelThresholdsSchema } from "./queues";
import {
  agentEventsSchema,
  contactRecordsSchema,
  retentionDays,
  rotation,
} from "./record-delivery";

/** The trend of a queue is read over weeks; a snapshot a minute adds up. */
const QUEUE_HISTORY_RETENTION_DAYS = 35;

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
  .strictObject({
    subnetIds,
    securityGroupIds,
    connectEndpoint: z
      .boolean()
      .default(false)
      .describe(
        "Creates an interface endpoint of the Connect API in these subnets, so that the functions need no NAT gateway. " +
          "It serves the whole VPC, and admits HTTPS from these security groups only. false: the subnets have a route to the Connect API.",
      ),
  })
  .optional()
  .describe(
    "Subnets and security groups, in the contact center's account and Region, with a route to a domain inside a VPC. " +
      "Default: those of the domain, if it is created in the same account. A later change replaces the delivery streams; see docs/operations.md.",
  );

const attributeName = atMostCharacters(z.string().min(1), 32_767);

const privacySchema = z
  .strictObject({
    customerEndpoint: z
      .enum(["keep", "mask", "drop"])
      .default("mask")
      .describe(
        "The customer's phone number or address. keep: indexed as it is. mask: only the last four characters are kept. drop: not indexed.",
      ),
    attributes: z
      .strictObject({
        keep: z
          .union([z.literal("all"), z.array(attributeName)])
          .default("all")
          .describe("Names of the contact attributes that are indexed, or all."),
        mask: z
          .array(attributeName)
          .default([])
          .describe("Names of the attributes of which only the last four characters are kept."),
        drop: z
          .array(attributeName)
          .default([])
          .describe("Names of the attributes that are not indexed."),
      })
      .prefault({})
      .describe("Contact attributes, by name."),
  })
  .prefault({})
  .describe(
    "Personal data of customers: an ingest pipeline masks or drops it before a document is indexed.",
  );

const archiveSchema = z
  .union([
    z.literal(false),
    z.strictObject({
      masked: z
        .literal(false)
        .describe(
          "Always false: Firehose archives records as Connect writes them. The masks and drops of privacy are applied later, in the domain, and do not hold for the archive.",
        ),
      retentionDays: retentionDays
        .default(DEFAULT_ARCHIVE_DAYS)
        .describe("Days that the archive keeps a record."),
    }),
  ])
  .default(false)
  .describe(
    "Archive of all contact records and agent events in the backup bucket, for a lost domain (docs/archive.md). false: none. " +
      "A later change between false and an archive replaces the delivery streams; see docs/operations.md. Default: false, so that no upgrade of Switchboard " +
      "replaces them; switchboard init writes an archive.",
  );

const businessHoursSchema = z
  .strictObject({
    ...hoursOfTheWeek,
    silentMinutes: z
      .int()
      .min(5)
      .max(1440)
      .default(60)
      .describe("Alarm when no contact record has arrived for so many minutes of business hours."),
  })
  .prefault({})
  .describe(
    "Hours in which contacts are expected, in the contact center's time zone. The silence alarm is active only then, and so are alerts without businessHours of their own.",
  );

const connectAlias = z
  .string()
  .regex(
    /^(?!d-)([\da-zA-Z]+)([-]*[\da-zA-Z])*$/,
    "use letters, digits and hyphens, not starting with d-",
  )
  .max(45);

const instanceSchema = z
  .strictObject({
    id: instanceId.optional().describe("Id of an existing instance, which is adopted."),
    identityManagement: z
      .enum(["SAML", "CONNECT_MANAGED", "EXISTING_DIRECTORY"])
      .default("SAML")
      .describe("Identity management of the adopted instance; Connect fixes it at creation."),
    create: z
      .strictObject({
        alias: connectAlias.describe("Alias of the instance, part of its URL and globally unique."),
        identityManagement: z
          .enum(["SAML", "CONNECT_MANAGED"])
          .default("SAML")
          .describe(
            "Identity management of the instance. Connect cannot change it after creation.",
          ),
        inboundCalls: z
          .boolean()
          .default(true)
          .describe("Whether the instance accepts inbound calls."),
        outboundCalls: z
          .boolean()
          .default(true)
          .describe("Whether agents can place outbound calls."),
      })
      .optional()
      .describe("Creates the instance."),
  })
  .superRefine(exactlyOneOf("id", "create"))
  .describe("The Connect instance: adopted by its id, or created.");

const retiredSchema = z
  .union([z.boolean(), z.literal("draining")])
  .default(false)
  .describe(
    "Takes the contact center out of service in two steps. draining: Connect writes no more records and the queue-depth " +
      "function is removed; buffered records are still delivered. true: the streams are removed as well; indices and dashboards stay " +
      "readable until their retention ends. Then destroy its stack and delete the entry.",
  );

export const contactCenterSchema = z.strictObject({
  alias: kebab.describe("Short name, part of the name of every resource of this contact center."),
  retired: retiredSchema,
  title: plainText(60)
    .optional()
    .describe("Display name in dashboards and in the access portal. Default: the alias."),
  account: z
    .string()
    .optional()
    .describe("Name of the account, a key of accounts. Default: the only account."),
  region: region.optional().describe("AWS Region. Default: the account's Region."),
  agents: z
    .int("use a whole number of agents")
    .min(1, "expect at least 1 agent")
    .max(100_000, "expect at most 100000 agents")
    .optional()
    .describe(
      "Expected number of agents. The number of shards of both streams and the cost estimate follow from it; see docs/costs.md. Default: one shard for each stream.",
    ),
  timeZone: timeZone.describe("IANA time zone in which dashboards count days, hours and weekdays."),
  language: z.enum(LANGUAGES).optional().describe("Language of the dashboards' titles and texts."),
  instance: instanceSchema,
  signIn: signInSchema,
  users: z
    .array(connectUserSchema)
    .default([])
    .describe("Connect users that Switchboard creates. More users can be created in Connect."),
  vpc: vpcSchema,
  domain: z
    .string()
    .optional()
    .describe("Name of the domain. Default: the only domain in this Region."),
  contactRecords: contactRecordsSchema.describe("Delivery and retention of contact records."),
  agentEvents: agentEventsSchema.describe("Delivery and retention of agent events."),
  queueDepth: queueDepthSchema,
  privacy: privacySchema,
  archive: archiveSchema,
  businessHours: businessHoursSchema,
  alerts: alertsSchema,
  serviceLevelSeconds: serviceLevelSeconds
    .default(20)
    .describe(
      "Service level threshold in seconds: a call answered within it counts as answered in time.",
    ),
  serviceLevelThresholds: serviceLevelThresholdsSchema,
  queues: queuesSchema,
  wall: wallSchema,
  report: reportSchema,
  reconciliation: reconciliationSchema,
  shortAbandonSeconds: z
    .int()
    .min(1)
    .max(3600)
    .optional()
    .describe(
      "Contacts abandoned within so many seconds in the queue are left out of the abandoned share and the service level. Default: every abandoned contact counts.",
    ),
});
