import { OpenSearchClient } from "../../engine/client";

/** The node that global-setup.ts started. */
export function sharedNode(): OpenSearchClient {
  const url = process.env["OPENSEARCH_URL"];
  if (!url)
    throw new Error("No shared node: run this test as part of the jest project `opensearch`.");
  return new OpenSearchClient(url);
}
