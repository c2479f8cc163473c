import type { Client } from "@opensearch-project/opensearch";

/** A client of a domain. Without a Region no request is signed: for a local OpenSearch. */
export async function domainClient(url: string, region: string | undefined): Promise<Client> {
  const { Client } = await import("@opensearch-project/opensearch");
  return new Client({ node: url, ...(region !== undefined && (await signer(region))) });
}

async function signer(region: string) {
  const { defaultProvider } = await import("@aws-sdk/credential-provider-node");
  const { AwsSigv4Signer } = await import("@opensearch-project/opensearch/aws-v3");
  return AwsSigv4Signer({
    region,
    service: "es",
    getCredentials: async () => await defaultProvider()(),
  });
}
