import { z } from "zod";
import { DEFAULT_FRESHNESS_MINUTES, DEFAULT_STORAGE_LOW_PERCENT } from "../delivery-defaults";
import { LANGUAGES } from "../languages";
import { accountSchema } from "./accounts";
import { backendSchema } from "./backend";
import { contactCenterSchema } from "./contact-centers";
import { domainSchema } from "./domains";
import { kebab } from "./primitives";
import { providersSchema } from "./providers";
import { singleSignOnSchema } from "./single-sign-on";
import { tagsSchema } from "./tags";

/** Part of every name, so that two Switchboards can live in one account. */
const DEFAULT_NAME = "switchboard";

export const alarmsSchema = z
  .union([
    z.literal(false),
    z.strictObject({
      emails: z
        .array(z.email("use an e-mail address"))
        .default([])
        .describe("E-mail addresses subscribed to the alarm topic of every account."),
      storageLowPercent: z
        .int()
        .min(5)
        .max(50)
        .default(DEFAULT_STORAGE_LOW_PERCENT)
        .describe("Alarm when a node has less than this percentage of its storage free."),
      freshnessMinutes: z
        .int()
        .min(5)
        .max(1440)
        .default(DEFAULT_FRESHNESS_MINUTES)
        .describe("Alarm when the oldest record in Firehose is older than so many minutes."),
    }),
  ])
  .prefault({})
  .describe("CloudWatch alarms, published to one SNS topic for each account; false: none.");

/** The whole of switchboard.yaml. Unknown keys are errors everywhere. */
export const configurationSchema = z.strictObject({
  name: kebab
    .default(DEFAULT_NAME)
    .describe("Part of every resource name, so that several configurations can share an account."),
  language: z
    .enum(LANGUAGES)
    .default("en")
    .describe("Language of the dashboards' titles and texts."),
  tags: tagsSchema,
  backend: backendSchema.describe("Terraform backend: the place of the state."),
  providers: providersSchema,
  accounts: z
    .record(kebab, accountSchema)
    .refine((accounts) => Object.keys(accounts).length > 0, "name at least one account")
    .describe("The AWS accounts, each under a name of your own."),
  contactCenters: z
    .array(contactCenterSchema)
    .min(1, "name at least one contact center")
    .describe("The contact centers: one for each Connect instance."),
  domains: z
    .array(domainSchema)
    .min(1, "name at least one OpenSearch domain")
    .describe("The analytics domains: one for each Region with contact centers."),
  alarms: alarmsSchema,
  singleSignOn: singleSignOnSchema
    .optional()
    .describe("Single sign-on through IAM Identity Center; absent: none."),
});

export type ConfigurationFile = z.infer<typeof configurationSchema>;
