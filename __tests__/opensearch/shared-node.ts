import { readFileSync } from "node:fs";
import { OpenSearchClient } from "../../workbench/opensearch/client";
import { chosenEngine, type EngineVersion } from "../../workbench/opensearch/engines";

/** Workers of Jest inherit the environment of its set-up, where each engine has its own variables. */
export const urlVariable = (engine: EngineVersion): string => `OPENSEARCH_URL_${engine}`;
export const logVariable = (engine: EngineVersion): string => `OPENSEARCH_LOG_${engine}`;

/** The node of the project's engine that global-setup.ts started. */
export function sharedNode(): OpenSearchClient {
  const url = process.env[urlVariable(chosenEngine())];
  if (!url) {
    throw new Error(
      "No shared node: run this test as part of the jest project `opensearch` or `opensearch-3.5`.",
    );
  }
  return new OpenSearchClient(url);
}

/** What the shared node has logged so far. */
export function sharedLog(): string {
  return readFileSync(process.env[logVariable(chosenEngine())] ?? "", "utf8");
}
