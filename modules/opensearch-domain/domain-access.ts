import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Account, ContactCenter, Domain } from "../../config/configuration";
import { deliveringRoleArns } from "../../config/in-use";
import { isDelivering, readsQueues } from "../../config/retirement";
import { rootArn } from "../../aws/arns";

type Statement = DataAwsIamPolicyDocumentStatement;

/**
 * The domain's access policy: which IAM roles reach it at all. What they may do to which index is the
 * matter of the roles inside OpenSearch.
 *
 * The principals are the accounts' roots, narrowed by `aws:PrincipalArn`: a role that does not exist
 * yet is refused as a principal, and the contact centers' stacks come after the domain's.
 */
export function domainAccessStatements(
  domain: Domain,
  contactCenters: readonly ContactCenter[],
): Statement[] {
  const writers = contactCenters
    .filter(isDelivering)
    .flatMap((center) => [
      ...deliveringRoleArns(center).map((roleArn) => ({ account: center.account, roleArn })),
      ...(readsQueues(center)
        ? [{ account: center.account, roleArn: center.queueDepthRoleArn }]
        : []),
    ]);
  return [
    roles(
      domain,
      "ContentDeploys",
      ["es:ESHttp*"],
      [{ account: domain.account, roleArn: domain.contentRoleArn }],
    ),
    ...(writers.length > 0
      ? [
          roles(
            domain,
            "ContactCentersWrite",
            ["es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPost", "es:ESHttpPut"],
            writers,
          ),
        ]
      : []),
  ];
}

function roles(
  domain: Domain,
  sid: string,
  actions: string[],
  members: readonly { readonly account: Account; readonly roleArn: string }[],
): Statement {
  const roots = new Set(members.map(({ account }) => rootArn(account)));
  return {
    sid,
    actions,
    resources: [`${domain.arn}/*`],
    principals: [{ type: "AWS", identifiers: [...roots].sort() }],
    condition: [
      {
        test: "ArnEquals",
        variable: "aws:PrincipalArn",
        values: members.map(({ roleArn }) => roleArn).sort(),
      },
    ],
  };
}
