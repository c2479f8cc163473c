import { z } from "zod";
import { DEFAULT_FRESHNESS_MINUTES, DEFAULT_STORAGE_LOW_PERCENT } from "../delivery-defaults";
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
        .describe("Subscribed to the alarm topic of every account."),
      storageLowPercent: z
        .int()
        .min(5)
        .max(50)
        .default(DEFAULT_STORAGE_LOW_PERCENT)
        .describe("Alarm when a node has less free storage than this."),
      freshnessMinutes: z
        .int()
        .min(5)
        .max(1440)
        .default(DEFAULT_FRESHNESS_MINUTES)
        .describe("Alarm when a document waits longer than this for its delivery."),
    }),
  ])
  .prefault({})
  .describe("CloudWatch alarms, sent to one topic an account; false leaves them out.");

/** The whole of switchboard.yaml. Unknown keys are errors everywhere. */
export const configurationSchema = z.strictObject({
  name: kebab.default(DEFAULT_NAME).describe("Part of every name that is made."),
  language: z.enum(["en", "ko"]).default("en").describe("Language of titles and texts."),
  tags: tagsSchema,
  backend: backendSchema.describe("Where Terraform keeps its state."),
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
