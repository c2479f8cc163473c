import { Client } from "@opensearch-project/opensearch";
import { domainSigner, type CredentialProvider } from "./domain-signer";

/**
 * A client that signs requests and repeats none of them.
 * @param url URL of the domain.
 * @param requestTimeout Milliseconds after which a request counts as lost.
 * @param getCredentials Default: those of the function's role.
 */
export function domainClient(
  url: string,
  requestTimeout: number,
  getCredentials?: CredentialProvider,
): Client {
  return new Client({
    ...domainSigner(process.env["AWS_REGION"] ?? "", getCredentials),
    node: url,
    requestTimeout,
    // The function retries itself, within its deadline.
    maxRetries: 0,
  });
}
