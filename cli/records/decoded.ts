import { createGunzip, type Gunzip } from "node:zlib";

type Bytes = AsyncIterable<Buffer>;

/** A file that cannot be read as records, or not to its end. The rest of the files is not affected. */
export class UnreadableFileError extends Error {}

/** First bytes of a file, by its format. */
const GZIP = Buffer.from([0x1f, 0x8b]);
const UTF16_LITTLE_ENDIAN = Buffer.from([0xff, 0xfe]);
const OTHERS: readonly (readonly [string, Buffer])[] = [
  ["UTF-16, big-endian", Buffer.from([0xfe, 0xff])],
  ["Parquet", Buffer.from("PAR1")],
  ["ZIP", Buffer.from("PK\x03\x04", "latin1")],
  ["bzip2", Buffer.from("BZh")],
  ["Zstandard", Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
];
const LONGEST_MAGIC = 4;
/** A compressed slice expands to at most about a thousand times its size. */
const SLICE = 16 * 1024;

/**
 * The UTF-8 text of a file: decompressed as often as it is compressed with GZIP, and converted from UTF-16.
 * @throws {UnreadableFileError} for another format, and where a GZIP file is damaged or cut, after the bytes before.
 */
export async function* decoded(source: Bytes): Bytes {
  const { first, all } = await peek(source);
  const other = OTHERS.find(([, magic]) => startsWith(first, magic));
  if (other) {
    throw new UnreadableFileError(
      `the file is ${other[0]}: convert it to JSON in UTF-8, or GZIP of it`,
    );
  }
  if (startsWith(first, GZIP)) yield* decoded(gunzipped(all));
  else if (startsWith(first, UTF16_LITTLE_ENDIAN)) yield* converted(all);
  else yield* all;
}

function startsWith(bytes: Buffer, magic: Buffer): boolean {
  return bytes.subarray(0, magic.length).equals(magic);
}

async function peek(source: Bytes): Promise<{ readonly first: Buffer; readonly all: Bytes }> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Buffer[] = [];
  let bytes = 0;
  while (bytes < LONGEST_MAGIC) {
    const next = await iterator.next();
    if (next.done === true) break;
    chunks.push(next.value);
    bytes += next.value.length;
  }
  const first = Buffer.concat(chunks);
  async function* all(): Bytes {
    try {
      if (first.length > 0) yield first;
      for (let next = await iterator.next(); !next.done; next = await iterator.next())
        yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { first, all: all() };
}

/**
 * Feeds slice by slice, and passes on what each has given before the next: a stream that fails drops its buffered
 * output, and everything before the damage is needed.
 */
async function* gunzipped(source: Bytes): Bytes {
  const gunzip = createGunzip();
  let output: Buffer[] = [];
  gunzip.on("data", (chunk: Buffer) => output.push(chunk));
  let failure: Error | undefined;
  const closed = new Promise<void>((resolve) => {
    gunzip.on("error", (error) => {
      failure = error;
      resolve();
    });
    gunzip.on("close", () => resolve());
  });
  const taken = (): readonly Buffer[] => {
    const chunks = output;
    output = [];
    return chunks;
  };
  try {
    for await (const chunk of source) {
      for (let start = 0; start < chunk.length && !failure; start += SLICE) {
        // After a failure, zlib does not call back.
        await Promise.race([written(gunzip, chunk.subarray(start, start + SLICE)), closed]);
        yield* taken();
      }
      if (failure) break;
    }
    gunzip.end();
    await closed;
    yield* taken();
  } finally {
    gunzip.destroy();
  }
  if (failure) throw new UnreadableFileError(`the GZIP file is damaged or cut: ${failure.message}`);
}

function written(gunzip: Gunzip, slice: Buffer): Promise<void> {
  return new Promise((resolve) => {
    gunzip.write(slice, () => resolve());
  });
}

async function* converted(source: Bytes): Bytes {
  const decoder = new TextDecoder("utf-16le");
  for await (const chunk of source) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
