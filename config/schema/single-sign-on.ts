import { z } from "zod";
import { LANDING_PAGE_NAMES, MAXIMUM_SESSION_HOURS } from "../sign-in-roles";
import { directoryName, kebab, principalId, region, signInName } from "./primitives";

const landingPath = z
  .string()
  .regex(
    /^\/[\w./?=&~-]*$/,
    `use one of ${LANDING_PAGE_NAMES.join(", ")}, or a path of the Connect website, such as /users`,
  );

/** Part of the name of a tile, which has 100 characters at most: a title of 60, and this. */
const roleName = kebab.max(32, "a role's name has at most 32 characters");

const roleSchema = z.strictObject({
  landingPage: z
    .union([z.enum(LANDING_PAGE_NAMES), landingPath])
    .optional()
    .describe(
      "Landing page after sign-in. Default: that of the built-in role of the same name; else home.",
    ),
  sessionHours: z
    .int()
    .min(1)
    .max(MAXIMUM_SESSION_HOURS, "Connect itself ends every session after 12 hours")
    .optional()
    .describe("Session duration in hours."),
  suffix: kebab
    .optional()
    .describe("Suffix of the names of the role's permission sets. Default: the role's name."),
});

/** A directory from Active Directory has no way from a name to an id, so that ids can be given. */
const byId = z.strictObject({
  id: principalId.describe(
    "Id in the identity store of Identity Center. It is used as it is, because a directory from Active Directory cannot be searched by name.",
  ),
});

const assignmentSchema = z
  .strictObject({
    role: z
      .string()
      .describe("Name of the role: agent, supervisor, administrator or a key of roles."),
    groups: z
      .array(z.union([directoryName, byId]))
      .default([])
      .describe("Groups of Identity Center, each by its display name or by its id."),
    users: z
      .array(z.union([signInName, byId]))
      .default([])
      .describe("People of Identity Center, each by user name or by id. Better: a group."),
    contactCenters: z
      .array(kebab)
      .min(1, "name at least one contact center, or leave it out for all")
      .optional()
      .describe("Aliases of the contact centers. Default: all with single sign-on."),
  })
  .refine(
    ({ groups, users }) => groups.length + users.length > 0,
    "name at least one group or user",
  );

/** Single sign-on from the account that manages IAM Identity Center. */
export const singleSignOnSchema = z.strictObject({
  account: z
    .string()
    .describe("The management account of the organization, or its delegated administrator."),
  region: region
    .optional()
    .describe("Home Region of IAM Identity Center. Default: the account's Region."),
  delegatedAdministrator: z
    .boolean()
    .default(false)
    .describe(
      "Whether the account is the delegated administrator of Identity Center instead of the management account.",
    ),
  lookUpPeople: z
    .boolean()
    .default(true)
    .describe(
      "Whether stacks that create Connect users read the users' names from Identity Center. false: the credentials that apply these stacks need no read access there.",
    ),
  accessPortalUrl: z
    .url({ protocol: /^https$/, error: "use an address such as https://acme.awsapps.com/start" })
    .regex(
      /^https:\/\/[\w.-]+(\/[\w.-]+)*$/,
      "use the address without what follows /start, such as https://acme.awsapps.com/start",
    )
    .optional()
    .describe("URL of the access portal. Default: derived from the identity store's id."),
  permissionSetPrefix: z
    .union([z.literal(""), kebab])
    .optional()
    .describe("Prefix of the names of the permission sets. Default: the configuration's name."),
  roles: z
    .record(roleName, z.union([z.literal(false), roleSchema]))
    .default({})
    .describe(
      "Changes to the roles agent, supervisor and administrator, or roles of your own; false leaves one out.",
    ),
  assignments: z
    .array(assignmentSchema)
    .default([])
    .describe("Assignments of groups and users to a role in contact centers."),
});
