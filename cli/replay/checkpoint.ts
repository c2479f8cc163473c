import { appendFileSync, createReadStream, existsSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { RecordFile } from "../records/record-files";
import { NOTHING, sumOf, type Tally } from "./tally";

/** How far a file has been delivered. */
interface Delivered {
  readonly file: string;
  readonly version: string;
  /** Records from the beginning of the file, wrong places included, without a gap. */
  readonly position: number;
  /** True: the whole file. */
  readonly done: boolean;
  /** What became of them. */
  readonly tally: Tally;
}

/**
 * How far the files have been delivered, as lines of JSON that are only appended: a process that is killed leaves
 * at most one unfinished line, which is ignored.
 */
export class Checkpoint {
  readonly #delivered = new Map<string, Delivered>();
  readonly #path: string | undefined;

  private constructor(path: string | undefined) {
    this.#path = path;
  }

  /**
   * @param path Absent: nothing is written, and nothing was delivered before.
   * @param target Domain and selection; a checkpoint is valid for one.
   */
  static async open(path: string | undefined, target: string): Promise<Checkpoint> {
    const checkpoint = new Checkpoint(path);
    if (path === undefined) return checkpoint;
    if (!existsSync(path)) {
      writeFileSync(path, `${JSON.stringify({ target })}\n`);
      return checkpoint;
    }
    for await (const line of createInterface({ input: createReadStream(path) })) {
      checkpoint.#restore(line, target);
    }
    // An unfinished line must not swallow the next one.
    appendFileSync(path, "\n");
    return checkpoint;
  }

  #restore(line: string, target: string): void {
    const { target: other, ...delivered } = parsed(line);
    if (other !== undefined && other !== target) {
      throw new Error(
        `${this.#path ?? ""} is the checkpoint of another delivery (${other}). ` +
          "Name another file with --checkpoint, or delete this one to deliver everything.",
      );
    }
    if (delivered.file !== undefined) {
      this.#delivered.set(delivered.file, delivered as Delivered);
    }
  }

  /** How far this version of the file has been delivered. A file that was written again begins at its start. */
  of({ name, version }: RecordFile): Omit<Delivered, "file" | "version"> {
    const delivered = this.#delivered.get(name);
    if (delivered?.version === version) return delivered;
    return { position: 0, done: false, tally: NOTHING };
  }

  write(file: RecordFile, progress: Omit<Delivered, "file" | "version">): void {
    const delivered = { file: file.name, version: file.version, ...progress };
    if (this.#path !== undefined) appendFileSync(this.#path, `${JSON.stringify(delivered)}\n`);
  }
}

function parsed(line: string): Partial<Delivered> & { readonly target?: string } {
  try {
    return JSON.parse(line) as Partial<Delivered>;
  } catch {
    return {};
  }
}

interface Part {
  /** Position after its last record. */
  readonly end: number;
  tally: Tally | undefined;
}

/** One file on its way: parts of it may be answered in any order; the checkpoint is up to the first gap. */
export class FileProgress {
  #position: number;
  #tally: Tally;
  readonly #parts: Part[] = [];
  #isRead = false;
  #done = false;
  readonly #file: RecordFile;
  readonly #checkpoint: Checkpoint;

  constructor(file: RecordFile, checkpoint: Checkpoint) {
    this.#file = file;
    this.#checkpoint = checkpoint;
    const { position, tally } = checkpoint.of(file);
    this.#position = position;
    this.#tally = tally;
  }

  get position(): number {
    return this.#position;
  }

  /** A part is sent; parts are sent in the order of the file. */
  send(end: number): Part {
    const part: Part = { end, tally: undefined };
    this.#parts.push(part);
    return part;
  }

  answer(part: Part, tally: Tally): void {
    part.tally = tally;
    let moved = false;
    for (let [first] = this.#parts; first?.tally; [first] = this.#parts) {
      this.#position = first.end;
      this.#tally = sumOf(this.#tally, first.tally);
      this.#parts.shift();
      moved = true;
    }
    if (moved) this.#write();
  }

  /** The file has been read to its end. */
  end(): void {
    this.#isRead = true;
    this.#write();
  }

  #write(): void {
    if (this.#done) return;
    this.#done = this.#isRead && this.#parts.length === 0;
    this.#checkpoint.write(this.#file, {
      position: this.#position,
      done: this.#done,
      tally: this.#tally,
    });
  }
}
