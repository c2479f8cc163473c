import { PARTITIONS } from "../../aws/partitions";
import type { Place } from "../../aws/place";

/** The audience of every assertion for AWS. */
export function samlAudience({ partition }: Pick<Place, "partition">): string {
  return PARTITIONS[partition].samlAudience;
}

/**
 * Endpoints that accept assertions: first that of the Region, which works during an outage elsewhere,
 * then the global one, which most identity providers use.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_saml.html
 */
export function samlEndpoints({ partition, region }: Pick<Place, "partition" | "region">) {
  const host = PARTITIONS[partition].signInHost;
  return [`https://${region}.${host}/saml`, `https://${host}/saml`];
}
