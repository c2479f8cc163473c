import { readFileSync } from "node:fs";
import { OpenSearchClient } from "../../workbench/opensearch/client";

/** The node that global-setup.ts started. */
export function sharedNode(): OpenSearchClient {
  const url = process.env["OPENSEARCH_URL"];
  if (!url)
    throw new Error("No shared node: run this test as part of the jest project `opensearch`.");
  return new OpenSearchClient(url);
}

/** What the shared node has logged so far. */
export function sharedLog(): string {
  return readFileSync(process.env["OPENSEARCH_LOG"] ?? "", "utf8");
}
