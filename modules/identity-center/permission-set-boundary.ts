import type { SsoadminPermissionsBoundaryAttachmentPermissionsBoundary } from "@cdktf/provider-aws/lib/ssoadmin-permissions-boundary-attachment";
import { policyOf } from "../../aws/roles";

/**
 * A permissions boundary as Identity Center takes it: a policy of the account by name and path, which
 * must exist in every account of the permission set; a policy of AWS by its ARN.
 * @see https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PermissionsBoundary.html
 */
export function permissionSetBoundary(
  arn: string,
): SsoadminPermissionsBoundaryAttachmentPermissionsBoundary {
  const { account, name, path } = policyOf(arn);
  return account === "aws"
    ? { managedPolicyArn: arn }
    : { customerManagedPolicyReference: { name, path } };
}
