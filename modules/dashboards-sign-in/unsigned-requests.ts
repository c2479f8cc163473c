import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Domain } from "../../config/configuration";

/**
 * Lets browsers through to the domain's own sign-in: they cannot sign requests with IAM. Who is not
 * signed in gets no further, because fine-grained access control refuses what is anonymous.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/saml.html
 */
export function unsignedRequests(domain: Domain): DataAwsIamPolicyDocumentStatement {
  return {
    sid: "BrowsersSignIn",
    actions: ["es:ESHttp*"],
    resources: [`${domain.arn}/*`],
    principals: [{ type: "AWS", identifiers: ["*"] }],
  };
}
