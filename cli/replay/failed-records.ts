import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** A record that Firehose could not deliver, from its backup bucket. */
export interface FailedRecord {
  /** The index that Firehose named; the pipeline of its name decides where the record goes. */
  readonly index: string;
  /** What Connect sent, byte for byte. */
  readonly text: string;
}

interface BackupLine {
  readonly esIndexName?: unknown;
  readonly rawData?: unknown;
}

/** A record that an earlier replay could not deliver, as `npm run replay` writes it. */
interface RefusedLine {
  readonly index?: unknown;
  readonly text?: unknown;
}

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/**
 * Reads a file of the backup bucket (lines of JSON with the record in base64, compressed or not), or what
 * an earlier replay wrote down as refused.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/basic-deliver.html
 */
export function readBackupFile(path: string): readonly FailedRecord[] {
  const bytes = readFileSync(path);
  const plain = bytes.subarray(0, 2).equals(GZIP_MAGIC) ? gunzipSync(bytes) : bytes;
  return failedRecords(plain.toString("utf8"), path);
}

export function failedRecords(text: string, path: string): readonly FailedRecord[] {
  return text
    .split("\n")
    .map((line, number) => ({ line, number: number + 1 }))
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, number }) => parse(line, `${path}, line ${number}`));
}

function parse(line: string, place: string): FailedRecord {
  const { esIndexName, index, rawData, text } = JSON.parse(line) as BackupLine & RefusedLine;
  if (typeof index === "string" && typeof text === "string") return { index, text };
  if (typeof esIndexName !== "string" || typeof rawData !== "string") {
    throw new Error(
      `${place} is not what Firehose writes for a failed document: it needs esIndexName and rawData. ` +
        "Give the folder of failed documents only, or the file that a replay wrote.",
    );
  }
  return { index: esIndexName, text: Buffer.from(rawData, "base64").toString("utf8").trim() };
}
