import type { CreatedDomain, Domain } from "../../config/configuration";
import { DOMAIN_LOG_ACTIONS, logGroupPattern } from "./domain-logs";

/** What a created domain needs of its account, its network and its DNS, and Terraform does not make. */
export function domainNotes(domain: Domain, created: CreatedDomain): string[] {
  return [
    ...customEndpointNotes(domain),
    ...vpcNotes(domain),
    ...(created.logResourcePolicy === "existing" ? [logPolicyNote(domain)] : []),
  ];
}

/** @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/customendpoint.html */
function customEndpointNotes({ customEndpoint, domainName }: Domain): string[] {
  if (customEndpoint === undefined) return [];
  return [
    `People reach ${domainName} as ${customEndpoint} only once a DNS record leads there: when this stack is applied, and before ` +
      `people sign in, make the CNAME record of the output custom_endpoint_record (${customEndpoint} to domain_endpoint). ` +
      "Firehose, the functions and Terraform use the generated endpoint and do not need it.",
  ];
}

/** @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html */
function vpcNotes({ domainName, insideVpc }: Domain): string[] {
  if (!insideVpc) return [];
  return [
    `The domain ${domainName} is inside a VPC: its content, and every plan of the content's stack, needs a runner ` +
      "inside that VPC. AWS also needs the service-linked role once in the account: " +
      "aws iam create-service-linked-role --aws-service-name opensearchservice.amazonaws.com",
  ];
}

function logPolicyNote(domain: Domain): string {
  return (
    `No CloudWatch Logs resource policy is made for ${domain.domainName}: one that exists must let es.amazonaws.com do ` +
    `${DOMAIN_LOG_ACTIONS.join(", ")} on ${logGroupPattern(domain)}, or AWS refuses to create the domain. ` +
    "See what there is: aws logs describe-resource-policies"
  );
}
