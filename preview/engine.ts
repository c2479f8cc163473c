import { OPENSEARCH_BYTES } from "../engine/maven";
import { startOpenSearch, type OpenSearchNode } from "../engine/node";
import { PreviewError } from "./preview-error";
import type { Progress } from "./progress";

/**
 * Starts OpenSearch; the first time it is fetched, and the line of progress says how far.
 * @param heap In GiB.
 * @param keepIn Folder for its data. Absent: they go with it.
 */
export async function startEngine(
  progress: Progress,
  heap: number,
  keepIn: string | undefined,
): Promise<OpenSearchNode> {
  return await progress.step(
    "Starting OpenSearch",
    (update) =>
      startOpenSearch({
        heap: `${heap}g`,
        ...(keepIn !== undefined && { keepIn }),
        say: (text) => update({ text }),
        fetched: (bytes) =>
          update({ part: bytes / OPENSEARCH_BYTES, text: `${Math.round(bytes / 1e6)} MB` }),
      }).catch((error: unknown) => {
        // Java or Maven is missing, or OpenSearch said why it did not start: the message tells.
        throw error instanceof Error ? new PreviewError(error.message, { cause: error }) : error;
      }),
    ({ url }) => url,
  );
}
