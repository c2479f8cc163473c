import type { Client } from "@opensearch-project/opensearch";

/** A client of a domain. Without a Region no request is signed: for a local OpenSearch. */
export async function domainClient(url: string, region: string | undefined): Promise<Client> {
  const { Client } = await import("@opensearch-project/opensearch");
  if (region === undefined) return new Client({ node: url });
  const { domainSigner } = await import("../lambdas/shared/domain-signer");
  return new Client({ ...domainSigner(region), node: url });
}
