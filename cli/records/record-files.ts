import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** A file of records, in a folder or in a bucket. */
export interface RecordFile {
  /** Path, or `s3://<bucket>/<key>`. */
  readonly name: string;
  /** Size as it is stored. */
  readonly bytes: number;
  /** Differs once the file has been written again. */
  readonly version: string;
  open(): Promise<AsyncIterable<Buffer>> | AsyncIterable<Buffer>;
}

export interface SourceOptions {
  /** Region of the bucket. @default that of the AWS configuration */
  readonly region?: string | undefined;
}

/**
 * The files of a folder with those below it, in the order of their names; of a prefix of a bucket; or one file.
 * @param source `FOLDER`, `FILE` or `s3://<bucket>/<prefix>`
 */
export async function* recordFiles(
  source: string,
  options: SourceOptions = {},
): AsyncGenerator<RecordFile> {
  if (source.startsWith("s3://")) {
    const { s3Files } = await import("./s3-files");
    yield* s3Files(source, options);
  } else {
    yield* filesBelow(source);
  }
}

async function* filesBelow(path: string): AsyncGenerator<RecordFile> {
  const found = await stat(path);
  if (!found.isDirectory()) {
    yield {
      name: path,
      bytes: found.size,
      version: `${found.size}-${found.mtimeMs}`,
      open: () => createReadStream(path) as AsyncIterable<Buffer>,
    };
    return;
  }
  // Hidden files are those of programs: .DS_Store, the checksums of Hadoop.
  const names = (await readdir(path)).filter((name) => !name.startsWith(".")).sort();
  for (const name of names) yield* filesBelow(join(path, name));
}
