import { hasQuorum, type DomainSizeFacts } from "../../aws/domain-sizes";
import { info, type Note } from "../shared/notes";
import { DOMAIN_LOG_ACTIONS, logGroupPattern } from "./domain-logs";
import type { DomainLogsProps } from "./domain-logs";

export interface DomainNotesProps extends Pick<DomainLogsProps, "domainName" | "place"> {
  /** Host name for users. @default none */
  readonly customEndpoint?: string;
  /** Nodes of the domain. */
  readonly size: DomainSizeFacts;
  /** The domain is inside a VPC. */
  readonly insideVpc: boolean;
  /** The opensearch provider deploys the content, so that Terraform has to reach the domain. @default true */
  readonly contentByProvider?: boolean;
  /** An existing CloudWatch Logs resource policy lets the domain write. */
  readonly usesExistingLogPolicy: boolean;
}

/** Steps outside of Terraform that a created domain needs: account, network and DNS. */
export function domainNotes(props: DomainNotesProps): Note[] {
  return [
    ...quorumNotes(props),
    ...customEndpointNotes(props),
    ...vpcNotes(props),
    ...(props.usesExistingLogPolicy ? [logPolicyNote(props)] : []),
  ];
}

/** @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html */
function quorumNotes({ domainName, size }: DomainNotesProps): Note[] {
  if (hasQuorum(size)) return [];
  return [
    info(
      `${domainName} has no quorum: a failed node can stop it until replaced. For production, use size compact or larger (docs/domain.md).`,
    ),
  ];
}

/** @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/customendpoint.html */
function customEndpointNotes({ customEndpoint, domainName }: DomainNotesProps): Note[] {
  if (customEndpoint === undefined) return [];
  return [
    info(
      `The custom endpoint ${customEndpoint} of ${domainName} needs a DNS record. Apply this stack, then create the CNAME record of the ` +
        "output custom_endpoint_record before users sign in. Firehose, the functions and Terraform use the generated endpoint.",
    ),
  ];
}

/** @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html */
function vpcNotes({ contentByProvider = true, domainName, insideVpc }: DomainNotesProps): Note[] {
  if (!insideVpc) return [];
  return [
    info(
      (contentByProvider
        ? `The domain ${domainName} is inside a VPC: every plan and apply of its content needs a runner inside that VPC, unless it has content: function (docs/content-function.md). AWS also needs `
        : `The domain ${domainName} is inside a VPC. AWS needs `) +
        "the service-linked role once in the account: " +
        "aws iam create-service-linked-role --aws-service-name opensearchservice.amazonaws.com",
    ),
  ];
}

function logPolicyNote(props: DomainNotesProps): Note {
  return info(
    `Switchboard creates no CloudWatch Logs resource policy for ${props.domainName} (logResourcePolicy: existing). The existing one must ` +
      `allow es.amazonaws.com ${DOMAIN_LOG_ACTIONS.join(", ")} on ${logGroupPattern(props)}, or AWS refuses to create the domain. ` +
      "List the policies: aws logs describe-resource-policies",
  );
}
