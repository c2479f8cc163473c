import { Client } from "@opensearch-project/opensearch";
import { domainSigner } from "./domain-signer";

/**
 * A client that signs requests with the function's role and repeats none of them.
 * @param url URL of the domain.
 * @param requestTimeout Milliseconds after which a request counts as lost.
 */
export function domainClient(url: string, requestTimeout: number): Client {
  return new Client({
    ...domainSigner(process.env["AWS_REGION"] ?? ""),
    node: url,
    requestTimeout,
    // The function retries itself, within its deadline.
    maxRetries: 0,
  });
}
