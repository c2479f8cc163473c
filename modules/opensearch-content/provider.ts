import type { Construct } from "constructs";
import { OpensearchProvider } from "../../.gen/providers/opensearch/provider";

export interface OpenSearchProviderProps {
  /** URL of the domain, with `https://`. */
  readonly url: string;
  /** Region of the domain; part of the signature of every request. */
  readonly region: string;
  /** Engine version of the domain, such as `3.5`. */
  readonly engineVersion: string;
  /** ARN of the role that the provider assumes; the domain must let it administer security. */
  readonly contentRoleArn: string;
  /** External id that the role's trust policy requires. @default none */
  readonly externalId?: string;
}

/**
 * The provider that writes inside a domain, as the domain's content role. It signs its requests, and
 * neither detects the version nor probes the domain, so a plan only reads what it plans.
 *
 * Release 2.4.0 accepts every text as `opensearch_version` and compares it with nothing: a value only
 * replaces the request that detects the version. Its own tests run on OpenSearch 2 only.
 * @see https://github.com/opensearch-project/terraform-provider-opensearch/blob/v2.4.0/provider/provider.go#L486
 * @see https://github.com/opensearch-project/terraform-provider-opensearch/blob/v2.4.0/.github/workflows/test.yml#L31-L38
 */
export function addOpenSearchProvider(
  scope: Construct,
  { contentRoleArn, engineVersion, externalId, region, url }: OpenSearchProviderProps,
): OpensearchProvider {
  return new OpensearchProvider(scope, "opensearch", {
    url,
    awsRegion: region,
    awsAssumeRoleArn: contentRoleArn,
    ...(externalId !== undefined && { awsAssumeRoleExternalId: externalId }),
    signAwsRequests: true,
    opensearchVersion: engineVersion,
    healthcheck: false,
    sniff: false,
  });
}
