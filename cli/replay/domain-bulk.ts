import type { Bulk, BulkItem } from "./replay";

/** @param region Requests are signed for it. Absent: not signed, for a local OpenSearch. */
export async function domainBulk(url: string, region: string | undefined): Promise<Bulk> {
  const { Client } = await import("@opensearch-project/opensearch");
  const client = new Client({ node: url, ...(region !== undefined && (await signer(region))) });
  return async (bulkBody) => {
    const answer = await client.transport.request({ method: "POST", path: "/_bulk", bulkBody });
    return answer.body as { readonly items: readonly BulkItem[] };
  };
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
