import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { Construct } from "constructs";

export interface ServiceRoleProps {
  /** Name of the role, 1 to 64 characters. */
  readonly roleName: string;
  /** Description of the role, as the IAM console shows it. */
  readonly description: string;
  /** The one statement of the trust policy: the principal, and the conditions that bind it to this role. */
  readonly trust: DataAwsIamPolicyDocumentStatement;
  /**
   * Longest session of the role, in seconds, 3,600 to 43,200.
   * @default 3,600 (IAM's own)
   */
  readonly maxSessionSeconds?: number;
  /** Inline policy of the role. */
  readonly permissions: PermissionsProps;
  /**
   * Construct ids. An id is part of the address in the state and never changes.
   * @default trust, role, permissions, policy
   */
  readonly ids?: Partial<RoleIds>;
}

interface PermissionsProps {
  /** Name of the inline policy. */
  readonly policyName: string;
  /** Statements of the policy. */
  readonly statements: readonly DataAwsIamPolicyDocumentStatement[];
}

interface RoleIds {
  readonly trust: string;
  readonly role: string;
  readonly permissions: string;
  readonly policy: string;
}

const IDS: RoleIds = {
  trust: "trust",
  role: "role",
  permissions: "permissions",
  policy: "policy",
};

export interface ServiceRole {
  readonly role: IamRole;
  /** A resource that uses the role depends on it: before, the role has no permission. */
  readonly policy: IamRolePolicy;
}

/** A role of one principal, with its trust policy and one inline policy. */
export function addServiceRole(scope: Construct, props: ServiceRoleProps): ServiceRole {
  const ids = { ...IDS, ...props.ids };
  const role = addTrustedRole(scope, props);
  const permissions = new DataAwsIamPolicyDocument(scope, ids.permissions, {
    statement: [...props.permissions.statements],
  });
  const policy = new IamRolePolicy(scope, ids.policy, {
    name: props.permissions.policyName,
    role: role.id,
    policy: permissions.json,
  });
  return { role, policy };
}

/** The role alone, for one whose permissions are a managed policy. */
export function addTrustedRole(
  scope: Construct,
  props: Omit<ServiceRoleProps, "permissions">,
): IamRole {
  const ids = { ...IDS, ...props.ids };
  const trust = new DataAwsIamPolicyDocument(scope, ids.trust, {
    statement: [{ actions: ["sts:AssumeRole"], ...props.trust }],
  });
  return new IamRole(scope, ids.role, {
    name: props.roleName,
    description: props.description,
    assumeRolePolicy: trust.json,
    ...(props.maxSessionSeconds !== undefined && { maxSessionDuration: props.maxSessionSeconds }),
  });
}
