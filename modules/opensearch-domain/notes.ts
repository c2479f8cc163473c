import type { CreatedDomain, Domain } from "../../config/configuration";
import { info, type Note } from "../shared/notes";
import { DOMAIN_LOG_ACTIONS, logGroupPattern } from "./domain-logs";

/** Steps outside of Terraform that a created domain needs: account, network and DNS. */
export function domainNotes(domain: Domain, created: CreatedDomain): Note[] {
  return [
    ...customEndpointNotes(domain),
    ...vpcNotes(domain),
    ...(created.logResourcePolicy === "existing" ? [logPolicyNote(domain)] : []),
  ];
}

/** @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/customendpoint.html */
function customEndpointNotes({ customEndpoint, domainName }: Domain): Note[] {
  if (customEndpoint === undefined) return [];
  return [
    info(
      `The custom endpoint ${customEndpoint} of ${domainName} needs a DNS record. Apply this stack, then create the CNAME record of the ` +
        "output custom_endpoint_record before users sign in. Firehose, the functions and Terraform use the generated endpoint.",
    ),
  ];
}

/** @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html */
function vpcNotes({ domainName, insideVpc }: Domain): Note[] {
  if (!insideVpc) return [];
  return [
    info(
      `The domain ${domainName} is inside a VPC: every plan and apply of its content needs a runner inside that VPC. ` +
        "AWS also needs the service-linked role once in the account: " +
        "aws iam create-service-linked-role --aws-service-name opensearchservice.amazonaws.com",
    ),
  ];
}

function logPolicyNote(domain: Domain): Note {
  return info(
    `Switchboard creates no CloudWatch Logs resource policy for ${domain.domainName} (logResourcePolicy: existing). The existing one must ` +
      `allow es.amazonaws.com ${DOMAIN_LOG_ACTIONS.join(", ")} on ${logGroupPattern(domain)}, or AWS refuses to create the domain. ` +
      "List the policies: aws logs describe-resource-policies",
  );
}
