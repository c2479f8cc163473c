import { DataAwsOpensearchDomain } from "@cdktf/provider-aws/lib/data-aws-opensearch-domain";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";
import type { Domain } from "../../config/configuration";
import { warning, type Note } from "./notes";

/**
 * Hosts that AWS generates for domains: IPv4, and dual-stack.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createupdatedomains.html
 */
const GENERATED_HOST = /\.es\.amazonaws\.com$|\.aos\.[a-z0-9-]+\.on\.aws$/;

/**
 * URL of the domain for programs (Firehose, the functions, Terraform): the endpoint that AWS generated,
 * which resolves everywhere from the moment that the domain exists. It comes from the configuration
 * where that knows it, else from AWS, for which the domain must have been applied.
 * @param provider Provider of the domain's account. Default: the stack's own.
 */
export function domainUrl(scope: Construct, domain: Domain, provider?: AwsProvider): string {
  if (domain.endpoint !== undefined) return `https://${domain.endpoint}`;
  const found = new DataAwsOpensearchDomain(scope, "domain", {
    domainName: domain.domainName,
    ...(provider && { provider }),
  });
  return `https://${found.endpoint}`;
}

/** URL of the domain for people: its custom endpoint, if it has one. */
export function peopleUrl({ customEndpoint }: Domain, programsUrl: string): string {
  return customEndpoint === undefined ? programsUrl : `https://${customEndpoint}`;
}

/** An endpoint that AWS did not generate, which AWS cannot check. */
export function endpointNotes({ domainName, endpoint }: Domain): Note[] {
  if (endpoint === undefined || GENERATED_HOST.test(endpoint)) return [];
  return [
    warning(
      `The endpoint ${endpoint} of ${domainName} is no endpoint that AWS generates, and Firehose, the functions and Terraform use it. ` +
        "Name the generated one, and this one as customEndpoint: a custom endpoint works only where its CNAME record resolves, and Firehose outside of a VPC resolves public DNS only.",
    ),
  ];
}
