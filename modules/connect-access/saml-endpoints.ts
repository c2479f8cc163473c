import type { Account } from "../../config/configuration";

/** The audience of every assertion for AWS. */
export function samlAudience({ partition }: Pick<Account, "partition">): string {
  return partition === "aws-us-gov" ? "urn:amazon:webservices:govcloud" : "urn:amazon:webservices";
}

/**
 * Where assertions may be sent: the Region's own endpoint first, which outlives an outage elsewhere, and
 * the one that most identity providers know.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_saml.html
 */
export function samlEndpoints({ partition, region }: Pick<Account, "partition" | "region">) {
  return partition === "aws-us-gov"
    ? [
        `https://${region}.signin.amazonaws-us-gov.com/saml`,
        "https://signin.amazonaws-us-gov.com/saml",
      ]
    : [`https://${region}.signin.aws.amazon.com/saml`, "https://signin.aws.amazon.com/saml"];
}
