import { z } from "zod";
import { filePath, kebab, plainText } from "./primitives";

/** Minutes after which Dashboards asks to sign in again; the domain allows a day at most. */
const SESSION_MINUTES = 480;
/** Attribute of the assertion that carries the groups; the guide has it mapped to this name. */
const GROUPS_ATTRIBUTE = "Role";

const groupId = z
  .string()
  .regex(
    /^([0-9a-f]{10}-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    "use the id of a group of Identity Center, such as 90676ac4e2-1234abcd-12ab-34cd-56ef-1234567890ab",
  );

const samlSchema = z.strictObject({
  type: z.literal("saml"),
  metadataFile: filePath.describe(
    "Path of the SAML metadata file of the application for Dashboards.",
  ),
  entityId: plainText(512)
    .min(8)
    .describe("Entity id (issuer) of that application: entityID in the metadata."),
  groupsAttribute: plainText(256)
    .default(GROUPS_ATTRIBUTE)
    .describe("Attribute of the SAML assertion that holds the group ids (roles key)."),
  sessionMinutes: z
    .int()
    .min(1)
    .max(1440)
    .default(SESSION_MINUTES)
    .describe("Session duration in minutes; then Dashboards requires a new sign-in."),
  viewers: z.array(groupId).default([]).describe("Ids of the groups with read access."),
  editors: z.array(groupId).default([]).describe("Ids of the groups that may edit dashboards."),
});

const email = z.email("use an e-mail address");

const cognitoSchema = z.strictObject({
  type: z.literal("cognito"),
  prefix: kebab
    .max(63)
    .refine(
      (value) => !/aws|amazon|cognito/.test(value),
      "AWS reserves aws, amazon and cognito; use another word",
    )
    .describe(
      "Domain prefix of the Cognito user pool, the first part of the sign-in page's address. Unique in the Region, over all AWS accounts.",
    ),
  viewers: z
    .array(email)
    .default([])
    .describe("E-mail addresses; Cognito sends each an invitation."),
  editors: z
    .array(email)
    .default([])
    .describe("E-mail addresses; Cognito sends each an invitation."),
});

const noneSchema = z.strictObject({ type: z.literal("none") });

/** One way at a time: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html */
export const dashboardsSignInSchema = z
  .discriminatedUnion("type", [samlSchema, cognitoSchema, noneSchema])
  .optional()
  .describe(
    "Sign-in to OpenSearch Dashboards. Default: none, only signed requests of programs are accepted.",
  );

/** Backend roles come from an adopted domain's own sign-in. */
export const backendRolesSchema = z
  .strictObject({
    viewers: z.array(plainText(128)).default([]).describe("Backend roles with read access."),
    editors: z
      .array(plainText(128))
      .default([])
      .describe("Backend roles that may edit dashboards."),
  })
  .optional()
  .describe(
    "Backend roles of the adopted domain's sign-in that get read or edit access to dashboards.",
  );
