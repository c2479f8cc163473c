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
          "permission-set: Terraform creates all of it. saml: an application that is created by hand, in Identity Center or at another identity provider.",
        ),
      metadataFile: filePath
        .optional()
        .describe(
          "With through: saml, path of the application's SAML metadata file, as the identity provider issues it.",
        ),
      applicationArn: applicationArn
        .optional()
        .describe(
          "ARN of an existing application of Identity Center: people are assigned to it, and no tile is created.",
        ),
      tile: z
        .boolean()
        .default(true)
        .describe("Whether the access portal shows a tile for each role."),
    }),
  ])
  .prefault({})
  .describe("Single sign-on to Connect; false: none.");

const afterContactWorkSeconds = z
  .int()
  .min(0)
  .default(0)
  .describe("After contact work timeout in seconds; 0: no limit.");

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_UserPhoneConfig.html */
const phoneSchema = z
  .union([
    z.strictObject({
      type: z.literal("soft").default("soft"),
      autoAccept: z
        .boolean()
        .default(false)
        .describe("Whether calls are accepted automatically (auto-accept)."),
      afterContactWorkSeconds,
    }),
    z.strictObject({
      type: z.literal("desk"),
      number: z
        .string()
        .regex(/^\+[1-9]\d{1,14}$/, "use the number in E.164 form, such as +4930123456")
        .describe("Number of the desk phone, in E.164 form."),
      afterContactWorkSeconds,
    }),
  ])
  .prefault({})
  .describe("Phone type of the user: soft (in the browser) or desk (a telephone).");

const connectName = plainText(127);

export const connectUserSchema = z.strictObject({
  name: signInName.describe("User name, the same in Identity Center and in Connect."),
  firstName: plainText(100).optional().describe("First name. Default: as in Identity Center."),
  lastName: plainText(100).optional().describe("Last name. Default: as in Identity Center."),
  routingProfile: connectName
    .default(BUILT_IN_ROUTING_PROFILE)
    .describe("Name of the routing profile."),
  securityProfiles: z
    .array(connectName)
    .min(1)
    .max(10)
    .default([BUILT_IN_SECURITY_PROFILE])
    .describe("Names of the security profiles. They hold the user's permissions in Connect."),
  hierarchyGroup: connectName
    .optional()
    .describe("Name of the agent hierarchy group. Default: none."),
  phone: phoneSchema,
});
