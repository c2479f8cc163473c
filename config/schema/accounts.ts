import { z } from "zod";
import { accountId, keyArn, policyArn, region, roleName, rolePath } from "./primitives";

export const accountSchema = z.strictObject({
  id: accountId.describe("The account's 12 digits, in quotes."),
  region: region.describe("The Region of everything in this account that names no other."),
  role: roleName
    .optional()
    .describe(
      "Name of the role that Terraform assumes in this account. Without it the caller's own credentials are used.",
    ),
  externalId: z
    .string()
    .regex(/^[\w+=,.@:/-]{2,1224}$/, "use 2 to 1224 letters, digits and _ + = , . @ : / -")
    .optional()
    .describe("External id that the role's trust policy asks for."),
  permissionsBoundaryArn: policyArn
    .optional()
    .describe(
      "Permissions boundary of every role that is made in this account, and of the permission sets that lead into it. See docs/roles.md.",
    ),
  rolePath: rolePath
    .optional()
    .describe(
      "Path of every role that is made in this account. Default: /. A change replaces the roles.",
    ),
  keyArn: keyArn
    .optional()
    .describe(
      "An existing customer-managed key to use instead of creating one. Its policy must let Amazon Connect write; see docs/keys.md.",
    ),
});
