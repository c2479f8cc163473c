import type { Construct } from "constructs";
import { OpensearchProvider } from "../../.gen/providers/opensearch/provider";
import type { Domain } from "../../config/configuration";

export interface OpenSearchProviderProps {
  readonly domain: Domain;
  /** URL of the domain. */
  readonly url: string;
}

/**
 * The provider that writes inside a domain, as the domain's content role. It signs its requests, takes
 * the version as given and tries nothing out, so that a plan asks only for what it plans.
 */
export function addOpenSearchProvider(
  scope: Construct,
  { domain, url }: OpenSearchProviderProps,
): OpensearchProvider {
  const { account, contentRoleArn, engineVersion } = domain;
  return new OpensearchProvider(scope, "opensearch", {
    url,
    awsRegion: account.region,
    awsAssumeRoleArn: contentRoleArn,
    // The account's external id is for the account's own role.
    ...(account.externalId &&
      account.roleArn === contentRoleArn && { awsAssumeRoleExternalId: account.externalId }),
    signAwsRequests: true,
    opensearchVersion: engineVersion.replace("OpenSearch_", ""),
    healthcheck: false,
    sniff: false,
  });
}
