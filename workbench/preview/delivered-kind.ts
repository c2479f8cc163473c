import type { Delivery } from "../../config/configuration";
import type { OpenSearchClient } from "../opensearch/client";
import { AtLeastOnceStream } from "../simulator/at-least-once";
import { backupFolder } from "../simulator/backup-folder";
import { FirehoseStandIn } from "../simulator/firehose-stand-in";
import type { Emission } from "../simulator/model/publisher";

export interface DeliveredKindProps {
  readonly client: OpenSearchClient;
  readonly delivery: Delivery;
  readonly indexName: string;
  readonly streamName: string;
  /** In the words of the backup bucket's folders: `contact-records`. */
  readonly content: string;
  readonly backup: string;
  readonly seed: string;
  /** Told of each record as it arrives at Firehose. */
  readonly observe: (emission: Emission) => void;
}

/** Answers without the parts that are not read. */
const BRIEF = "filter_path=errors,items.*._index,items.*.status,items.*.result,items.*.error";

/** One kind of record on its way: through a stream that repeats and reorders, and through Firehose. */
export class DeliveredKind {
  readonly firehose: FirehoseStandIn;
  readonly #stream: AtLeastOnceStream<Emission>;
  readonly #props: DeliveredKindProps;

  constructor(props: DeliveredKindProps) {
    this.#props = props;
    const { client, delivery, indexName } = props;
    this.#stream = new AtLeastOnceStream({ seed: `${props.seed} ${props.content}` });
    this.firehose = new FirehoseStandIn({
      indexName,
      rotation: delivery.rotation,
      buffer: delivery.buffer,
      retrySeconds: delivery.retrySeconds,
      bulk: (lines) => client.bulk(lines, `_bulk?${BRIEF}`),
      backup: backupFolder({
        folder: props.backup,
        content: props.content,
        streamName: props.streamName,
      }),
    });
  }

  publish(emission: Emission): void {
    this.#stream.put(emission);
  }

  /** Hands on what has arrived by `until`, as fast as it is taken; what arrived before `after` is there already. */
  async arrive(until: number, after: number): Promise<void> {
    for (const { arrivesAt, item } of this.#stream.take(until)) {
      this.#props.observe(item);
      if (arrivesAt > after) await this.firehose.put({ record: item.record, arrivesAt });
    }
  }
}
