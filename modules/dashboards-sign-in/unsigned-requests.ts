import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";

/**
 * Allows requests without an IAM signature, which browsers send, so that they reach the domain's own
 * sign-in. Fine-grained access control refuses every request of a user who is not signed in.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/saml.html
 */
export function unsignedRequests(domainArn: string): DataAwsIamPolicyDocumentStatement {
  return {
    sid: "BrowsersSignIn",
    actions: ["es:ESHttp*"],
    resources: [`${domainArn}/*`],
    principals: [{ type: "AWS", identifiers: ["*"] }],
  };
}
