import { type OpenSearchNode, startOpenSearch } from "../../workbench/opensearch/node";

declare global {
  // Jest runs the set-up and the tear-down of a project in one process; this is how they share.
  var sharedOpenSearch: OpenSearchNode | undefined;
}

/** One node for all tests of the project; each test keeps to index names of its own. */
module.exports = async function startSharedNode(): Promise<void> {
  globalThis.sharedOpenSearch = await startOpenSearch({
    shortLived: true,
    say: (line) => process.stderr.write(`${line}\n`),
  });
  process.env["OPENSEARCH_URL"] = globalThis.sharedOpenSearch.url;
  process.env["OPENSEARCH_LOG"] = globalThis.sharedOpenSearch.logFile;
};
