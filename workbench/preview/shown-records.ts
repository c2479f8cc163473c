import { DateTime } from "luxon";
import type { ContactCenter } from "../../config/configuration";
import { centerOf, indexOf, type IndexOf } from "../../cli/records/index-of";
import type { RecordFile } from "../../cli/records/record-files";
import type { FoundRecord } from "../../cli/records/record-of";
import { Checkpoint } from "../../cli/replay/checkpoint";
import { deliverFiles, type RefusedRecord } from "../../cli/replay/delivery";
import { DeliveryProgress } from "../../cli/replay/delivery-progress";
import { NOTHING, summaryOf, type Tally } from "../../cli/replay/tally";
import type { OpenSearchClient } from "../opensearch/client";
import type { PreviewState } from "./api";

const REDRAW_MS = 200;
/** Wrong places that are held: a folder of other files has no end of them. */
const MOST_WRONG = 10_000;

/** Files of records in the preview's OpenSearch: what was read, and what they cover. */
export class ShownRecords {
  /** Places that hold no record, or one that OpenSearch refused. */
  readonly wrong: Pick<RefusedRecord, "place" | "reason">[] = [];
  /** Records of instances that the configuration does not have. */
  ofOthers = 0;
  #tally: Tally = NOTHING;
  #contacts = 0;
  #first = Infinity;
  #last = -Infinity;
  readonly #records = new Map<ContactCenter, number>();
  readonly #centers: readonly ContactCenter[];

  constructor(centers: readonly ContactCenter[]) {
    this.#centers = centers;
  }

  /** @param update Called with the progress while the files are read. */
  async deliver(
    files: AsyncIterable<RecordFile>,
    client: OpenSearchClient,
    update: (text: string) => void,
  ): Promise<void> {
    const progress = new DeliveryProgress({ stream: process.stderr });
    const drawing = setInterval(() => update(progress.line), REDRAW_MS);
    try {
      this.#tally = await deliverFiles({
        files,
        bulk: (body) => client.request("POST", "_bulk", body),
        indexOf: this.#indexOf,
        checkpoint: await Checkpoint.open(undefined, client.url),
        parallel: 2,
        progress,
        refuse: ({ place, reason }) => {
          if (this.wrong.length < MOST_WRONG) this.wrong.push({ place, reason });
        },
      });
    } finally {
      clearInterval(drawing);
    }
    await client.refresh("*");
    const indices = this.#centers.map(({ names }) => `${names.contactRecordIndex}*`).join(",");
    this.#contacts = await client.count(indices);
  }

  get summary(): string {
    return summaryOf(this.#tally);
  }

  /** From the first day of the records to the end of their last, in milliseconds since 1970. */
  get range(): { readonly from: number; readonly to: number } | undefined {
    if (this.#first > this.#last) return undefined;
    const at = (time: number): DateTime => DateTime.fromMillis(time, { zone: this.timeZone });
    return {
      from: at(this.#first).startOf("day").toMillis(),
      to: at(this.#last).endOf("day").toMillis(),
    };
  }

  /** That of the contact center with the most records. */
  get timeZone(): string {
    const [most] = [...this.#records].sort(([, a], [, b]) => b - a);
    return most?.[0].timeZone ?? "UTC";
  }

  get state(): PreviewState {
    return { now: this.#last, speed: 1, phase: "records", contacts: this.#contacts };
  }

  /** An index that the file names is of the installation that wrote it: the record itself decides. */
  readonly #indexOf: IndexOf = (record) => {
    const own: FoundRecord = { ...record, index: undefined };
    if (own.kind === undefined) return { problem: "neither a contact record nor an agent event" };
    const center = this.#centerOf(own);
    if (own.time !== undefined) {
      this.#first = Math.min(this.#first, own.time);
      this.#last = Math.max(this.#last, own.time);
    }
    this.#records.set(center, (this.#records.get(center) ?? 0) + 1);
    return indexOf(() => this.#centers, center.alias)(own);
  };

  #centerOf(record: FoundRecord): ContactCenter {
    const own = centerOf(record, this.#centers);
    if (own) return own;
    this.ofOthers++;
    const [first] = this.#centers;
    if (!first) throw new Error("The configuration has no contact center.");
    return first;
  }
}
