import { UnreadableFileError, decoded } from "./decoded";
import type { RecordFile } from "./record-files";
import { isRecord, recordOf, type FoundRecord } from "./record-of";
import { ObjectSplitter, type Piece } from "./split-objects";

/** A record of a file, or a place where there is none. */
export type ReadItem = (FoundRecord & { readonly place: string }) | WrongText;

export interface WrongText {
  /** File, line and byte: `2026/01/records.gz, line 3, byte 8112`. */
  readonly place: string;
  /** Its first characters. */
  readonly text: string;
  readonly problem: string;
}

/** @param bytesRead Called with the size of each chunk of the file, as it is stored. */
export async function* readRecords(
  file: RecordFile,
  bytesRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<readonly ReadItem[]> {
  const splitter = new ObjectSplitter(isRecord);
  const items = (pieces: readonly Piece[]): readonly ReadItem[] =>
    pieces.map((piece) => itemOf(piece, file.name));
  try {
    for await (const chunk of decoded(counted(await file.open(), bytesRead))) {
      yield items(splitter.push(chunk));
    }
    yield items(splitter.end());
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    yield items(splitter.end());
    yield [{ place: file.name, text: "", problem: error.message }];
  }
}

async function* counted(
  source: AsyncIterable<Buffer>,
  bytesRead: (bytes: number) => void,
): AsyncIterable<Buffer> {
  for await (const chunk of source) {
    bytesRead(chunk.length);
    yield chunk;
  }
}

function itemOf({ byte, line, problem, text }: Piece, name: string): ReadItem {
  const place = `${name}, line ${line}, byte ${byte}`;
  if (problem !== undefined) return { place, text, problem };
  const record = recordOf(text);
  if (typeof record === "string") return { place, text: text.slice(0, 200), problem: record };
  return { ...record, place };
}
