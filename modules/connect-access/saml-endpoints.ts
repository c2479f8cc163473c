import type { Account } from "../../config/configuration";
import { PARTITIONS } from "../../aws/partitions";

/** The audience of every assertion for AWS. */
export function samlAudience({ partition }: Pick<Account, "partition">): string {
  return PARTITIONS[partition].samlAudience;
}

/**
 * Where assertions may be sent: the Region's own endpoint first, which outlives an outage elsewhere, and
 * the one that most identity providers know.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_saml.html
 */
export function samlEndpoints({ partition, region }: Pick<Account, "partition" | "region">) {
  const host = PARTITIONS[partition].signInHost;
  return [`https://${region}.${host}/saml`, `https://${host}/saml`];
}
