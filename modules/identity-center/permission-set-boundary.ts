import type { SsoadminPermissionsBoundaryAttachmentPermissionsBoundary } from "@cdktf/provider-aws/lib/ssoadmin-permissions-boundary-attachment";
import { policyOf } from "../../aws/roles";

/**
 * The boundary of an account in the words of Identity Center: a policy of the account by name and path,
 * as it has to exist in every account that the permission set leads to; one of AWS by its ARN.
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
