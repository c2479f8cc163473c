import { Readable } from "node:stream";
import { readRecords } from "../../cli/records/read-records";
import { recordFiles, type RecordFile } from "../../cli/records/record-files";
import type { Deliverable } from "../../cli/replay/replay";

/** A file of records in memory. */
export function fileOf(content: string | Buffer, name = "records"): RecordFile {
  const bytes = Buffer.from(content);
  return {
    name,
    bytes: bytes.length,
    version: "1",
    open: () => Readable.from([bytes]) as AsyncIterable<Buffer>,
  };
}

/** Records of a file, of which each names its index. A place that is no such record is an error. */
export async function recordsOf(file: RecordFile): Promise<readonly Deliverable[]> {
  const records: Deliverable[] = [];
  for await (const items of readRecords(file)) {
    for (const item of items) {
      if ("problem" in item) throw new Error(`${item.place}: ${item.problem}`);
      if (item.index === undefined) throw new Error(`${item.place} names no index`);
      records.push({ index: item.index, text: item.text });
    }
  }
  return records;
}

/** The same of a file on disk. */
export async function recordsOfPath(path: string): Promise<readonly Deliverable[]> {
  const records: Deliverable[] = [];
  for await (const file of recordFiles(path)) records.push(...(await recordsOf(file)));
  return records;
}
