import type { RecordFile } from "../records/record-files";
import { NOTHING, recordCount, type Tally } from "./tally";

const MEBIBYTE = 1024 * 1024;
/** A terminal shows one line that changes; a log gets a line in this interval. */
const REDRAW_MS = 1_000;
const LOG_MS = 30_000;

export interface ProgressProps {
  readonly stream: Pick<NodeJS.WriteStream, "write" | "isTTY">;
  /**
   * The same files once more: their sizes are summed while the first are read.
   * @default none: the total is not shown
   */
  readonly files?: AsyncIterable<RecordFile>;
}

/** How far a delivery is, and its rate, on standard error. */
export class DeliveryProgress {
  #bytes = 0;
  #files = 0;
  #total: { readonly bytes: number; readonly files: number } | undefined;
  #tally: Tally = NOTHING;
  /** Records of earlier deliveries of the same checkpoint. */
  #before = 0;
  #timer: NodeJS.Timeout | undefined;
  #startedAt = 0;
  readonly #props: ProgressProps;

  constructor(props: ProgressProps) {
    this.#props = props;
  }

  start(): void {
    this.#startedAt = performance.now();
    const { isTTY } = this.#props.stream;
    this.#timer = setInterval(() => this.#draw(), isTTY ? REDRAW_MS : LOG_MS);
    // A file that cannot be listed fails the delivery itself.
    this.#sum().catch(() => undefined);
  }

  stop(): void {
    clearInterval(this.#timer);
    if (this.#props.stream.isTTY) this.#props.stream.write("\n");
  }

  read(bytes: number): void {
    this.#bytes += bytes;
  }

  fileEnds(): void {
    this.#files++;
  }

  resumed(tally: Tally): void {
    this.#before += recordCount(tally);
  }

  delivered(tally: Tally): void {
    this.#tally = tally;
  }

  /** Records a second since the start, those of earlier deliveries left out. */
  get rate(): number {
    const seconds = (performance.now() - this.#startedAt) / 1_000;
    return Math.max(0, recordCount(this.#tally) - this.#before) / Math.max(seconds, 0.001);
  }

  get line(): string {
    const number = (value: number): string => Math.round(value).toLocaleString("en-US");
    const megabytes = `${number(this.#bytes / MEBIBYTE)} MiB`;
    const of = this.#total
      ? ` of ${number(this.#total.bytes / MEBIBYTE)} MiB (${number((100 * this.#bytes) / Math.max(1, this.#total.bytes))}%), ` +
        `${number(this.#files)} of ${number(this.#total.files)} files`
      : `, ${number(this.#files)} files`;
    return `${number(recordCount(this.#tally))} records, ${number(this.rate)}/s, ${megabytes}${of}`;
  }

  #draw(): void {
    const { stream } = this.#props;
    stream.write(stream.isTTY ? `\r${this.line}\u001b[K` : `${this.line}\n`);
  }

  async #sum(): Promise<void> {
    const { files: listed } = this.#props;
    if (!listed) return;
    let bytes = 0;
    let files = 0;
    for await (const file of listed) {
      bytes += file.bytes;
      files++;
    }
    this.#total = { bytes, files };
  }
}
