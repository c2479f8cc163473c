import { domainClient } from "../domain-client";
import type { Bulk, BulkItem } from "./replay";

/** @param region Requests are signed for it. Absent: not signed, for a local OpenSearch. */
export async function domainBulk(url: string, region: string | undefined): Promise<Bulk> {
  const client = await domainClient(url, region);
  return async (bulkBody) => {
    const answer = await client.transport.request({ method: "POST", path: "/_bulk", bulkBody });
    return answer.body as { readonly items: readonly BulkItem[] };
  };
}
