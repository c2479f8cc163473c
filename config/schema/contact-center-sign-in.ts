import { z } from "zod";
import { applicationArn, filePath, plainText, signInName } from "./primitives";

/** Names that every new Connect instance comes with. */
const BUILT_IN_ROUTING_PROFILE = "Basic Routing Profile";
const BUILT_IN_SECURITY_PROFILE = "Agent";

export const signInSchema = z
  .union([
    z.literal(false),
    z.strictObject({
      through: z
        .enum(["permission-set", "saml"])
        .default("permission-set")
        .describe(
          "permission-set: all by Terraform. saml: an application made by hand in Identity Center or elsewhere.",
        ),
      metadataFile: filePath
        .optional()
        .describe(
          "With saml: the metadata file of the application, as its identity provider has it.",
        ),
      applicationArn: applicationArn
        .optional()
        .describe("An application that exists: people are assigned to it, and no tile is made."),
      tile: z
        .boolean()
        .default(true)
        .describe("A tile of its own for each role in the access portal."),
    }),
  ])
  .prefault({})
  .describe("How people of the organization sign in to Connect; false: they do not.");

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_UserPhoneConfig.html */
const phoneSchema = z
  .union([
    z.strictObject({
      type: z.literal("soft").default("soft"),
      autoAccept: z.boolean().default(false),
      afterContactWorkSeconds: z.int().min(0).default(0),
    }),
    z.strictObject({
      type: z.literal("desk"),
      number: z
        .string()
        .regex(/^\+[1-9]\d{1,14}$/, "use the number in E.164 form, such as +4930123456"),
      afterContactWorkSeconds: z.int().min(0).default(0),
    }),
  ])
  .prefault({})
  .describe("How calls reach this person: in the browser, or on a telephone.");

const connectName = plainText(127);

export const connectUserSchema = z.strictObject({
  name: signInName.describe("The person's user name in Identity Center, and then in Connect."),
  firstName: plainText(100).optional().describe("Default: as in Identity Center."),
  lastName: plainText(100).optional().describe("Default: as in Identity Center."),
  routingProfile: connectName.default(BUILT_IN_ROUTING_PROFILE).describe("By name."),
  securityProfiles: z
    .array(connectName)
    .min(1)
    .max(10)
    .default([BUILT_IN_SECURITY_PROFILE])
    .describe("By name. They decide what the person may do."),
  hierarchyGroup: connectName.optional().describe("By name."),
  phone: phoneSchema,
});
