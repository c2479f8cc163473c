import { findArtifacts } from "../opensearch/artifacts";
import { ENGINES, chosenEngine } from "../opensearch/engines";
import { startOpenSearch, type OpenSearchNode } from "../opensearch/node";
import { PreviewError } from "./preview-error";
import type { Progress } from "./progress";

/**
 * Fetches OpenSearch, the first time, and starts it.
 * @param heap In GiB.
 * @param keepIn Folder for its data. Absent: they go with it.
 */
export async function startEngine(
  progress: Progress,
  heap: number,
  keepIn: string | undefined,
): Promise<OpenSearchNode> {
  try {
    await fetchEngine(progress);
    return await progress.step(
      "Starting OpenSearch",
      () =>
        startOpenSearch({
          heap: `${heap}g`,
          shortLived: true,
          ...(keepIn !== undefined && { keepIn }),
        }),
      ({ url }) => url,
    );
  } catch (error) {
    // Java or Maven is missing, or OpenSearch said why it did not start: the message tells.
    throw error instanceof Error ? new PreviewError(error.message, { cause: error }) : error;
  }
}

async function fetchEngine(progress: Progress): Promise<void> {
  const engine = chosenEngine();
  let fetchedBytes = 0;
  const megabytes = (): string => `${Math.round(fetchedBytes / 1e6)} MB`;
  await progress.step(
    "Fetching OpenSearch",
    (update) =>
      findArtifacts({
        engine,
        security: false,
        say: () => undefined,
        fetched: (bytes) => {
          fetchedBytes = bytes;
          update({ part: bytes / ENGINES[engine].bytes, text: megabytes() });
        },
      }),
    () => (fetchedBytes > 0 ? megabytes() : "it is here already"),
  );
}
