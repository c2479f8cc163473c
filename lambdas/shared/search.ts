import type { Client } from "@opensearch-project/opensearch";
import type { SearchRequest, SearchResponse } from "../../dashboards/evaluation/search";

/** Sends searches as Dashboards does: indices in the path, parameters in the query. */
export function searchThrough(client: Client): (request: SearchRequest) => Promise<SearchResponse> {
  return async ({ body, index, parameters }) => {
    const response = await client.transport.request({
      method: "POST",
      path: `/${encodeURIComponent(index)}/_search`,
      querystring: { ...parameters },
      body,
    });
    return response.body as SearchResponse;
  };
}
