import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Construct } from "constructs";
import { arnOf } from "../../aws/arns";
import type { Place } from "../../aws/place";

export interface FederationPolicyProps {
  /** Account and Region of the Connect instance. */
  readonly place: Place;
  /** Id of the Connect instance. */
  readonly instanceId: string;
}

/**
 * Allows the caller to get a token for their own user of one Connect instance, and for no other user.
 * `aws:userid` holds the session name, which Connect compares with its user names. The second `$` keeps
 * Terraform from interpolating the policy variable.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
 */
export function federationStatement({
  instanceId,
  place,
}: FederationPolicyProps): DataAwsIamPolicyDocumentStatement {
  return {
    sid: "SignInAsOneself",
    actions: ["connect:GetFederationToken"],
    resources: [arnOf("connect", `instance/${instanceId}/user/$\${aws:userid}`, place)],
  };
}

/** The policy document of {@link federationStatement}. */
export function addFederationPolicy(
  scope: Construct,
  id: string,
  props: FederationPolicyProps,
): DataAwsIamPolicyDocument {
  return new DataAwsIamPolicyDocument(scope, id, { statement: [federationStatement(props)] });
}
