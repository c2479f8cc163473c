import type { IndexOf } from "../records/index-of";
import { readRecords, type ReadItem } from "../records/read-records";
import type { RecordFile } from "../records/record-files";
import { FileProgress, type Checkpoint } from "./checkpoint";
import type { DeliveryProgress } from "./delivery-progress";
import { fatesOf, type Bulk, type Deliverable, type ReplayOptions } from "./replay";
import { NOTHING, reasonGroup, sumOf, type Tally } from "./tally";

/** Limits of a bulk request, near Firehose's own: 1,000 records or 5 MiB. */
const BATCH_RECORDS = 1_000;
const BATCH_CHARACTERS = 5 * 1024 * 1024;

/** A record that was not stored, and the reason. */
export interface RefusedRecord {
  /** File, line and byte. */
  readonly place: string;
  /** Absent where the text is no record. */
  readonly index?: string;
  readonly text: string;
  /** Status of OpenSearch's answer. Absent: the record was not sent. */
  readonly status?: number;
  readonly reason: string;
}

export interface DeliveryProps extends ReplayOptions {
  readonly files: AsyncIterable<RecordFile>;
  readonly bulk: Bulk;
  readonly indexOf: IndexOf;
  readonly checkpoint: Checkpoint;
  /** Requests, and files, at a time. */
  readonly parallel: number;
  /** Skips what began earlier, in milliseconds since 1970. @default nothing */
  readonly since?: number;
  /** Receives each record that was not stored, before the checkpoint passes it. */
  readonly refuse: (refused: RefusedRecord) => void;
  readonly progress: DeliveryProgress;
}

/** A record of a file, or a wrong place of it. */
interface Entry {
  readonly file: FileProgress;
  readonly position: number;
  readonly item: ReadItem;
}

interface Sent extends Deliverable {
  readonly place: string;
  readonly file: FileProgress;
}

/**
 * Delivers the records of all files in bulk requests. Several files are read at a time, and their records share
 * the requests, so that files of one record each do not become requests of one record each. Holds the requests on
 * their way and the one that is being filled.
 */
export async function deliverFiles(props: DeliveryProps): Promise<Tally> {
  const sender = new Sender(props);
  const files = props.files[Symbol.asyncIterator]();
  const worker = async (): Promise<void> => {
    for (let next = await files.next(); !next.done; next = await files.next()) {
      await readFile(next.value, sender, props);
    }
  };
  await Promise.all(Array.from({ length: props.parallel }, worker));
  await sender.flush();
  return sender.total;
}

async function readFile(file: RecordFile, sender: Sender, props: DeliveryProps): Promise<void> {
  const { checkpoint, progress } = props;
  const before = checkpoint.of(file);
  sender.count(before.tally);
  progress.resumed(before.tally);
  if (before.done) {
    progress.read(file.bytes);
    progress.fileEnds();
    return;
  }
  const delivered = new FileProgress(file, checkpoint);
  let position = 0;
  for await (const items of readRecords(file, (bytes) => progress.read(bytes))) {
    for (const item of items) {
      position++;
      if (position > before.position) await sender.add({ file: delivered, position, item });
    }
  }
  delivered.end();
  progress.fileEnds();
}

class Sender {
  total: Tally = NOTHING;
  #batch: Entry[] = [];
  #characters = 0;
  #failure: Error | undefined;
  readonly #underWay = new Set<Promise<void>>();
  readonly #props: DeliveryProps;

  constructor(props: DeliveryProps) {
    this.#props = props;
  }

  count(tally: Tally): void {
    this.total = sumOf(this.total, tally);
  }

  /** Waits while the request is full and as many as allowed are on their way. */
  async add(entry: Entry): Promise<void> {
    while (this.#isFull) {
      if (this.#underWay.size < this.#props.parallel) this.#send();
      else await Promise.race(this.#underWay);
      this.#assertNoFailure();
    }
    this.#batch.push(entry);
    this.#characters += entry.item.text.length;
  }

  get #isFull(): boolean {
    return this.#batch.length >= BATCH_RECORDS || this.#characters >= BATCH_CHARACTERS;
  }

  async flush(): Promise<void> {
    this.#send();
    await Promise.all(this.#underWay);
    this.#assertNoFailure();
  }

  /** A request that failed stops the reading of every file. */
  #assertNoFailure(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  #send(): void {
    if (this.#batch.length === 0) return;
    const batch = this.#batch;
    this.#batch = [];
    this.#characters = 0;
    const answered = this.#deliver(batch)
      .catch((error: unknown) => {
        this.#failure ??= error instanceof Error ? error : new Error(String(error));
      })
      .finally(() => this.#underWay.delete(answered));
    this.#underWay.add(answered);
  }

  async #deliver(batch: readonly Entry[]): Promise<void> {
    const byFile = new Map<FileProgress, Entry[]>();
    for (const entry of batch) {
      const entries = byFile.get(entry.file);
      if (entries) entries.push(entry);
      else byFile.set(entry.file, [entry]);
    }
    const parts = [...byFile].map(([file, entries]) => ({
      file,
      part: file.send(entries.at(-1)?.position ?? 0),
    }));
    const tallies = await this.#outcome(batch);
    for (const { file, part } of parts) {
      const tally = tallies.get(file) ?? NOTHING;
      this.count(tally);
      file.answer(part, tally);
    }
    this.#props.progress.delivered(this.total);
  }

  /** What became of the records of each file. */
  async #outcome(batch: readonly Entry[]): Promise<ReadonlyMap<FileProgress, Tally>> {
    const tallies = new Map<FileProgress, Tally>();
    const add = (file: FileProgress, tally: Partial<Tally>): void => {
      tallies.set(file, sumOf(tallies.get(file) ?? NOTHING, { ...NOTHING, ...tally }));
    };
    const sent: Sent[] = [];
    for (const { file, item } of batch) {
      const { place, text } = item;
      const routed = this.#routed(item);
      if (routed === "skipped") add(file, { skipped: 1 });
      else if ("index" in routed) sent.push({ index: routed.index, text, place, file });
      else add(file, this.#refused({ place, text, reason: routed.problem }));
    }
    const { bulk } = this.#props;
    for (const { fate, record } of await fatesOf(sent, bulk, this.#props)) {
      const { file, ...refused } = record;
      if (fate.kind !== "refused") add(file, { [fate.kind]: 1 });
      else add(file, this.#refused({ ...refused, status: fate.status, reason: fate.reason }));
    }
    return tallies;
  }

  #refused(refused: RefusedRecord): Partial<Tally> {
    this.#props.refuse(refused);
    return { refused: { [reasonGroup(refused.reason)]: 1 } };
  }

  #routed(item: ReadItem): ReturnType<IndexOf> | "skipped" {
    if ("problem" in item) return item;
    const { since } = this.#props;
    if (since !== undefined && item.time !== undefined && item.time < since) return "skipped";
    return this.#props.indexOf(item);
  }
}
