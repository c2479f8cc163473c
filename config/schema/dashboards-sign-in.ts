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
  metadataFile: filePath.describe("Metadata of the application made for Dashboards."),
  entityId: plainText(512).min(8).describe("Issuer of that application: the metadata's entityID."),
  groupsAttribute: plainText(256).default(GROUPS_ATTRIBUTE),
  sessionMinutes: z.int().min(1).max(1440).default(SESSION_MINUTES),
  viewers: z.array(groupId).default([]).describe("Ids of the groups that may look."),
  editors: z.array(groupId).default([]).describe("Ids of the groups that may change dashboards."),
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
    .describe("Begins the address of the sign-in page. Unique in the Region, over all customers."),
  viewers: z.array(email).default([]).describe("E-mail addresses; each person is invited."),
  editors: z.array(email).default([]).describe("E-mail addresses; each person is invited."),
});

const noneSchema = z.strictObject({ type: z.literal("none") });

/** One way at a time: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html */
export const dashboardsSignInSchema = z
  .discriminatedUnion("type", [samlSchema, cognitoSchema, noneSchema])
  .optional()
  .describe(
    "How people sign in to OpenSearch Dashboards. Not naming one means that only programs can reach the domain.",
  );

/** What an adopted domain's own sign-in says of its people. */
export const backendRolesSchema = z
  .strictObject({
    viewers: z.array(plainText(128)).default([]),
    editors: z.array(plainText(128)).default([]),
  })
  .optional()
  .describe("Backend roles of the domain's own sign-in, mapped to viewing and to editing.");
