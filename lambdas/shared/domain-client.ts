import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { Client } from "@opensearch-project/opensearch";
import { AwsSigv4Signer } from "@opensearch-project/opensearch/aws-v3";

/**
 * A client that signs requests with the function's role and repeats none of them.
 * @param url URL of the domain.
 * @param requestTimeout Milliseconds after which a request counts as lost.
 */
export function domainClient(url: string, requestTimeout: number): Client {
  return new Client({
    ...AwsSigv4Signer({
      region: process.env["AWS_REGION"] ?? "",
      service: "es",
      // A new provider each time: a cached token may have expired.
      getCredentials: async () => await defaultProvider()(),
    }),
    node: url,
    requestTimeout,
    // The function retries itself, within its deadline.
    maxRetries: 0,
  });
}
