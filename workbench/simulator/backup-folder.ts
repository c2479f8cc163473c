import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Undelivered } from "./firehose-stand-in";

export interface BackupFolderProps {
  /** Stands for the bucket. */
  readonly folder: string;
  /** What is delivered, in the words of the bucket's folders: `contact-records`. */
  readonly content: string;
  readonly streamName: string;
}

/** What Firehose calls documents that OpenSearch did not take. */
const ERROR_OUTPUT_TYPE = "AmazonOpenSearchService-failed";

/**
 * Where Firehose would write what it could not deliver, in its folders and its format: compressed
 * lines of JSON that hold each record as it came. `npm run replay` reads them.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/basic-deliver.html
 */
export function backupFolder({ folder, content, streamName }: BackupFolderProps) {
  return async (failed: readonly Undelivered[]): Promise<void> => {
    const time = new Date(failed[0]?.at ?? 0).toISOString();
    const day = time.slice(0, "2026-11-23".length);
    const path = join(folder, content, ERROR_OUTPUT_TYPE, ...day.split("-"));
    await mkdir(path, { recursive: true });
    const name = `${streamName}-1-${time.slice(0, 19).replace(/[T:]/g, "-")}-${randomUUID()}.gz`;
    const lines = failed.map((one) => `${JSON.stringify(backupLine(one))}\n`).join("");
    await writeFile(join(path, name), gzipSync(lines));
  };
}

function backupLine({ id, index, line, ...failure }: Undelivered) {
  return {
    attemptsMade: failure.attempts,
    arrivalTimestamp: failure.arrivesAt,
    errorCode: failure.errorCode,
    errorMessage: failure.errorMessage,
    attemptEndingTimestamp: failure.at,
    rawData: Buffer.from(line).toString("base64"),
    esDocumentId: id ?? "",
    esIndexName: index,
    esTypeName: "",
  };
}
