import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { rootArnOfRole } from "../../aws/arns";

type Statement = DataAwsIamPolicyDocumentStatement;

export interface DomainAccessProps {
  /** ARN of the domain. */
  readonly domainArn: string;
  /** ARN of the role that deploys the content. */
  readonly contentRoleArn: string;
  /** ARNs of the roles that write documents: of Firehose and of the queue-depth functions. */
  readonly writerRoleArns: readonly string[];
}

/**
 * The domain's access policy: the IAM roles that reach the domain. Roles inside OpenSearch decide on
 * their access to indices.
 *
 * The principals are the accounts' roots, narrowed by `aws:PrincipalArn`: IAM refuses a role as a
 * principal that does not exist yet, and the stacks of the contact centers are applied after the domain's.
 */
export function domainAccessStatements(props: DomainAccessProps): Statement[] {
  const { contentRoleArn, domainArn, writerRoleArns } = props;
  const content = statementFor(domainArn, "ContentDeploys", ["es:ESHttp*"], [contentRoleArn]);
  if (writerRoleArns.length === 0) return [content];
  const actions = ["es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPost", "es:ESHttpPut"];
  return [content, statementFor(domainArn, "ContactCentersWrite", actions, writerRoleArns)];
}

function statementFor(
  domainArn: string,
  sid: string,
  actions: string[],
  roleArns: readonly string[],
): Statement {
  return {
    sid,
    actions,
    resources: [`${domainArn}/*`],
    principals: [{ type: "AWS", identifiers: [...new Set(roleArns.map(rootArnOfRole))].sort() }],
    condition: [{ test: "ArnEquals", variable: "aws:PrincipalArn", values: [...roleArns].sort() }],
  };
}
