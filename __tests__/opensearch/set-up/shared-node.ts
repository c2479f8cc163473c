import type { EngineVersion } from "../../../workbench/opensearch/engines";
import { type OpenSearchNode, startOpenSearch } from "../../../workbench/opensearch/node";
import { logVariable, urlVariable } from "../shared-node";

declare global {
  // Jest runs the set-up and the tear-down of all projects in one process; this is how they share.
  var sharedOpenSearch: Partial<Record<EngineVersion, OpenSearchNode>> | undefined;
}

/** One node for all tests of a project; each test keeps to index names of its own. */
export async function startSharedNode(engine: EngineVersion): Promise<void> {
  const node = await startOpenSearch({
    engine,
    shortLived: true,
    say: (line) => process.stderr.write(`${line}\n`),
  });
  globalThis.sharedOpenSearch = { ...globalThis.sharedOpenSearch, [engine]: node };
  process.env[urlVariable(engine)] = node.url;
  process.env[logVariable(engine)] = node.logFile;
}

export async function stopSharedNode(engine: EngineVersion): Promise<void> {
  await globalThis.sharedOpenSearch?.[engine]?.stop();
}
