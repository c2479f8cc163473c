import { appendFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Configuration } from "../../config/configuration";
import { recordFiles, type RecordFile } from "../records/record-files";
import { indexOf } from "../records/index-of";
import { Checkpoint } from "./checkpoint";
import { deliverFiles, type RefusedRecord } from "./delivery";
import { DeliveryProgress } from "./delivery-progress";
import { isBlocked, type Bulk } from "./replay";
import { summaryOf, type Tally } from "./tally";

export interface SourceDelivery {
  /** `FOLDER`, `FILE` or `s3://<bucket>/<prefix>`. */
  readonly source: string;
  readonly url: string;
  readonly region: string | undefined;
  readonly bulk: Bulk;
  /** Loaded for the first record without an index. */
  readonly configuration: () => Configuration;
  /** Alias of the contact center of records without an index. @default by their instance */
  readonly contactCenter: string | undefined;
  /** File that receives what is refused, as lines of JSON. */
  readonly refusedFile: string;
  readonly checkpointFile: string | undefined;
  readonly parallel: number;
  /** Text and time of `--since`. */
  readonly since?: { readonly text: string; readonly time: number };
}

/** Delivers all records of a folder or a bucket, and prints progress and a summary. */
export async function deliverSource(props: SourceDelivery): Promise<Tally> {
  const { checkpointFile, refusedFile, region, since, source, url } = props;
  const written = [refusedFile, checkpointFile].flatMap((file) => (file ? [resolve(file)] : []));
  const list = (): AsyncIterable<RecordFile> =>
    withoutWritten(recordFiles(source, { region }), written);
  const target = since ? `${url} since ${since.text}` : url;
  const progress = new DeliveryProgress({ stream: process.stderr, files: list() });
  let blocked = 0;
  const checkpoint = await Checkpoint.open(checkpointFile, target);
  progress.start();
  try {
    const tally = await deliverFiles({
      files: list(),
      bulk: props.bulk,
      indexOf: indexOf(() => props.configuration().contactCenters, props.contactCenter),
      checkpoint,
      parallel: props.parallel,
      ...(since && { since: since.time }),
      progress,
      refuse(refused) {
        if (isBlocked({ status: 0, ...refused })) blocked++;
        write(refusedFile, refused);
      },
    });
    print(tally, { blocked, refusedFile });
    return tally;
  } finally {
    progress.stop();
  }
}

async function* withoutWritten(
  files: AsyncIterable<RecordFile>,
  written: readonly string[],
): AsyncIterable<RecordFile> {
  for await (const file of files) {
    if (!file.name.startsWith("s3://") && written.includes(resolve(file.name))) {
      throw new Error(
        `${file.name} is among the files to deliver, and would grow while it is read: name another with --refused or --checkpoint.`,
      );
    }
    yield file;
  }
}

/** Only for its owner: it holds customers' data. */
function write(file: string, refused: RefusedRecord): void {
  appendFileSync(file, `${JSON.stringify(refused)}\n`, { mode: 0o600 });
}

function print(
  tally: Tally,
  { blocked, refusedFile }: { readonly blocked: number; readonly refusedFile: string },
): void {
  console.log(summaryOf(tally));
  if (Object.keys(tally.refused).length > 0) console.log(`See ${refusedFile}.`);
  if (blocked > 0) {
    console.log(
      `${blocked} of the refused are for an index that takes no writes (403), as while it is merged: ` +
        `deliver ${refusedFile} again later.`,
    );
  }
}
