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
    .describe("Where people land. Default: as the role of that name has it; home for another."),
  sessionHours: z
    .int()
    .min(1)
    .max(MAXIMUM_SESSION_HOURS, "Connect itself ends every session after 12 hours")
    .optional()
    .describe("How long a session lasts."),
  suffix: kebab
    .optional()
    .describe("Ends the names of the role's permission sets. Default: the role's name."),
});

/** A directory from Active Directory has no way from a name to an id, so that ids can be given. */
const byId = z.strictObject({
  id: principalId.describe(
    "Id in the directory of Identity Center, for which no look-up is made: Active Directory allows none.",
  ),
});

const assignmentSchema = z
  .strictObject({
    role: z.string(),
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
    .describe("The account is not the management account but administers Identity Center for it."),
  lookUpPeople: z
    .boolean()
    .default(true)
    .describe(
      "Stacks that make people known to Connect look them up in Identity Center first. false where whoever applies them may not read there.",
    ),
  accessPortalUrl: z
    .url({ protocol: /^https$/, error: "use an address such as https://acme.awsapps.com/start" })
    .regex(
      /^https:\/\/[\w.-]+(\/[\w.-]+)*$/,
      "use the address without what follows /start, such as https://acme.awsapps.com/start",
    )
    .optional()
    .describe("Address of the access portal. Default: the one that follows from the directory."),
  permissionSetPrefix: z
    .union([z.literal(""), kebab])
    .optional()
    .describe("Begins the names of the permission sets. Default: the configuration's name."),
  roles: z
    .record(roleName, z.union([z.literal(false), roleSchema]))
    .default({})
    .describe(
      "Changes to the roles agent, supervisor and administrator, or roles of your own; false leaves one out.",
    ),
  assignments: z
    .array(assignmentSchema)
    .default([])
    .describe("Who signs in to which contact center in which role."),
});
