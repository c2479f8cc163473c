import type { Construct } from "constructs";
import { OpensearchProvider } from "../../.gen/providers/opensearch/provider";

export interface OpenSearchProviderProps {
  /** URL of the domain, with `https://`. */
  readonly url: string;
  /** Region of the domain; part of the signature of every request. */
  readonly region: string;
  /** Engine version of the domain, such as `2.19`. */
  readonly engineVersion: string;
  /** ARN of the role that the provider assumes; the domain must let it administer security. */
  readonly contentRoleArn: string;
  /** External id that the role's trust policy requires. @default none */
  readonly externalId?: string;
}

/**
 * The provider that writes inside a domain, as the domain's content role. It signs its requests, and
 * neither detects the version nor probes the domain, so a plan only reads what it plans.
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
