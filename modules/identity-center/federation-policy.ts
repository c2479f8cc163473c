import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Construct } from "constructs";
import type { Account } from "../../config/configuration";
import { arnOf } from "../../aws/arns";

export interface FederationPolicyProps {
  /** The contact center's account in its Region. */
  readonly account: Account;
  readonly instanceId: string;
}

/**
 * Lets the caller become their own user of one Connect instance, and nobody else. `aws:userid` holds
 * the session name, which Connect compares with its user names. The second `$` keeps Terraform from
 * reading the variable as its own.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
 */
export function addFederationPolicy(
  scope: Construct,
  id: string,
  { account, instanceId }: FederationPolicyProps,
): DataAwsIamPolicyDocument {
  return new DataAwsIamPolicyDocument(scope, id, {
    statement: [
      {
        sid: "SignInAsOneself",
        actions: ["connect:GetFederationToken"],
        resources: [arnOf("connect", `instance/${instanceId}/user/$\${aws:userid}`, account)],
      },
    ],
  });
}
