import { z } from "zod";
import { accountId, keyArn, policyArn, region, roleName, rolePath } from "./primitives";

export const accountSchema = z.strictObject({
  id: accountId.describe("AWS account id: 12 digits, in quotes."),
  region: region.describe("Region of every resource in this account for which no other is set."),
  role: roleName
    .optional()
    .describe(
      "Name of the role that Terraform assumes in this account. Without it the caller's own credentials are used.",
    ),
  externalId: z
    .string()
    .regex(/^[\w+=,.@:/-]{2,1224}$/, "use 2 to 1224 letters, digits and _ + = , . @ : / -")
    .optional()
    .describe("External id that the role's trust policy requires."),
  permissionsBoundaryArn: policyArn
    .optional()
    .describe(
      "ARN of the permissions boundary of every role that is created in this account, and of the permission sets assigned in it. See docs/roles.md.",
    ),
  rolePath: rolePath
    .optional()
    .describe(
      "Path of every role that is created in this account. Default: /. A change replaces the roles and the delivery streams; see docs/operations.md.",
    ),
  keyArn: keyArn
    .optional()
    .describe(
      "ARN of an existing customer-managed key. Its policy must let Amazon Connect write; see docs/keys.md. Default: a key is created.",
    ),
});
