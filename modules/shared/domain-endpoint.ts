import { DataAwsOpensearchDomain } from "@cdktf/provider-aws/lib/data-aws-opensearch-domain";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";
import type { Domain } from "../../config/configuration";

/**
 * URL of the domain: from the configuration where that knows it, else asked from AWS, for which the
 * domain must have been applied.
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
