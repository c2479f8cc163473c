import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { AwsSigv4Signer } from "@opensearch-project/opensearch/aws-v3";

/** Options of a client whose requests to a domain are signed with the caller's credentials. */
export function domainSigner(region: string): ReturnType<typeof AwsSigv4Signer> {
  return AwsSigv4Signer({
    region,
    service: "es",
    // A new provider each time: a cached token may have expired.
    getCredentials: async () => await defaultProvider()(),
  });
}
