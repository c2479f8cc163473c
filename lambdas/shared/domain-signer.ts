import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { AwsSigv4Signer } from "@opensearch-project/opensearch/aws-v3";

/** Returns credentials that are valid for the next request. */
export type CredentialProvider = ReturnType<typeof defaultProvider>;

/** A new provider each time: a cached token may have expired. */
const ownCredentials: CredentialProvider = async () => await defaultProvider()();

/**
 * Options of a client whose requests to a domain are signed.
 * @param getCredentials Default: the caller's credentials.
 */
export function domainSigner(
  region: string,
  getCredentials: CredentialProvider = ownCredentials,
): ReturnType<typeof AwsSigv4Signer> {
  return AwsSigv4Signer({ region, service: "es", getCredentials });
}
