import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Rotation } from "../../aws/index-rotation";
import { type Clock, REAL_CLOCK } from "./clock";
import { UNKNOWN, outcomesOf, type Matching, type Outcome } from "./bulk-answer";
import { actionLine, indexNameAt, recordLine, type Arrival, type BulkResult } from "./delivery";

export interface FirehoseStandInProps {
  readonly indexName: string;
  readonly rotation: Rotation;
  /** A batch is delivered when either is reached. */
  readonly buffer: { readonly seconds: number; readonly mebibytes: number };
  /** How long what may succeed later is tried again. */
  readonly retrySeconds: number;
  /** @default "NO_DOCUMENT_ID", as it is deployed */
  readonly documentIdFormat?: "NO_DOCUMENT_ID" | "FIREHOSE_DEFAULT";
  /** AWS does not document how Firehose does it; by id takes ids of its own. @default "position" */
  readonly matching?: Matching;
  /** Sends a bulk request: lines of JSON without their line ends. An error: nothing of it arrived. */
  readonly bulk: (lines: readonly string[]) => Promise<BulkResult>;
  /** Takes what could not be delivered. */
  readonly backup: (failed: readonly Undelivered[]) => Promise<void>;
  /** Passes while a retry waits. Default: the machine's. */
  readonly clock?: Clock;
}

/** A record on its way, with the index of its request. */
interface Sending {
  readonly index: string;
  readonly id?: string;
  readonly line: string;
  readonly arrivesAt: number;
}

/** A record that stays behind, and why. */
export interface Undelivered extends Sending {
  readonly attempts: number;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly at: number;
}

const MEBIBYTE = 1024 * 1024;
/** While one request is answered, the next is made. */
const REQUESTS_AT_ONCE = 2;
const RETRY_PAUSE_MS = 1_000;
const CONFLICT = 409;
/** The domain is overloaded or away: the record itself is not at fault. */
const MAY_SUCCEED_LATER = [429, 502, 503, 504];

/**
 * A delivery stream as Amazon Data Firehose runs it: gathers records until they are enough or have
 * waited for long enough, sends them as bulk requests without document ids and with indices named by
 * arrival, tries again what may succeed later, and puts aside what does not.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/basic-deliver.html
 */
export class FirehoseStandIn {
  /** Documents that were not there before. */
  created = 0;
  /** Copies that a newer one had overtaken (409). */
  superseded = 0;
  /** Records that the domain did not take for any other reason. */
  refused = 0;
  #gathered: Sending[] = [];
  #bytes = 0;
  #closed = false;
  /** Requests without an answer, with the arrival of the first of their records. */
  readonly #underWay = new Map<Promise<void>, number>();
  readonly #clock: Clock;
  readonly #props: FirehoseStandInProps;

  constructor(props: FirehoseStandInProps) {
    this.#props = props;
    this.#clock = props.clock ?? REAL_CLOCK;
    if (props.matching === "id" && props.documentIdFormat !== "FIREHOSE_DEFAULT") {
      throw new Error(
        "Without document ids of its own, a delivery stream matches by position only.",
      );
    }
  }

  /**
   * Takes a record. Wait for the promise, if there is one: a request is on its way, and there may be
   * too many of them.
   */
  put({ arrivesAt, record }: Arrival): Promise<void> | undefined {
    const line = recordLine(record);
    const index = indexNameAt(arrivesAt, this.#props);
    const id =
      this.#props.documentIdFormat === "FIREHOSE_DEFAULT" ? `${randomUUID()}.0` : undefined;
    this.#gathered.push({ index, line, arrivesAt, ...(id !== undefined && { id }) });
    this.#bytes += line.length;
    if (this.#bytes < this.#props.buffer.mebibytes * MEBIBYTE) return undefined;
    this.#send();
    return this.#underWay.size < REQUESTS_AT_ONCE
      ? setImmediate()
      : Promise.race(this.#underWay.keys());
  }

  /** Everything that arrived before this moment, in milliseconds since 1970, is delivered or put aside. */
  deliveredUntil(now: number): number {
    const waiting = [...this.#underWay.values(), this.#gathered[0]?.arrivesAt ?? now];
    return Math.min(now, ...waiting);
  }

  /** Sends what has waited for long enough at this time, in milliseconds since 1970. */
  sendDue(now: number): void {
    const [first] = this.#gathered;
    if (first && now - first.arrivesAt >= this.#props.buffer.seconds * 1_000) this.#send();
  }

  /** Sends everything and waits until it has arrived. */
  async flush(): Promise<void> {
    this.#send();
    while (this.#underWay.size > 0) await Promise.all(this.#underWay.keys());
  }

  /** Gives up: nothing is tried again, and what is gathered is not sent. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#gathered = [];
    await Promise.all(this.#underWay.keys());
  }

  #send(): void {
    if (this.#gathered.length === 0) return;
    const batch = this.#gathered;
    this.#gathered = [];
    this.#bytes = 0;
    const delivery = this.#deliver(batch).finally(() => this.#underWay.delete(delivery));
    this.#underWay.set(delivery, batch[0]?.arrivesAt ?? Infinity);
  }

  async #deliver(batch: readonly Sending[]): Promise<void> {
    const until = this.#clock.now() + this.#props.retrySeconds * 1_000;
    const failed: Undelivered[] = [];
    let pending = batch;
    for (let attempts = 1; pending.length > 0; attempts++) {
      const outcomes = await this.#attempt(pending);
      const again: Sending[] = [];
      const isLast = this.#closed || this.#clock.now() >= until;
      outcomes.forEach(({ error, result, status, sending }) => {
        if (error === undefined) {
          if (result === "created") this.created++;
        } else if (MAY_SUCCEED_LATER.includes(status) && !isLast) {
          again.push(sending);
        } else {
          if (status === CONFLICT) this.superseded++;
          else this.refused++;
          const at = this.#clock.now();
          const { reason: errorMessage } = error;
          failed.push({ ...sending, attempts, errorCode: String(status), errorMessage, at });
        }
      });
      pending = again;
      if (pending.length > 0) await this.#clock.sleep(RETRY_PAUSE_MS);
    }
    if (failed.length > 0) await this.#props.backup(failed);
  }

  async #attempt(batch: readonly Sending[]): Promise<readonly Attempted[]> {
    const lines = batch.flatMap(({ id, index, line }) => [actionLine(index, id), line]);
    try {
      const answer = await this.#props.bulk(lines);
      const outcomes = outcomesOf(batch, answer, this.#props.matching ?? "position");
      return batch.map((sending, n) => ({ ...(outcomes[n] ?? UNKNOWN), sending }));
    } catch (error) {
      // Without an answer, or with one that is no outcome of each: Firehose sends it again.
      const reason = error instanceof Error ? error.message : String(error);
      return batch.map((sending) => ({
        ...UNKNOWN,
        error: { type: "no_answer", reason },
        sending,
      }));
    }
  }
}

type Attempted = Outcome & { readonly sending: Sending };
