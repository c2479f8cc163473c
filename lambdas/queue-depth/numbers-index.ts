import type { Client } from "@opensearch-project/opensearch";
import type { QueueDepthDocument } from "../../fields";
import type { Deadline } from "../shared/deadline";
import { retry } from "../shared/retry";
import type { Change } from "./changes";
import { TOTAL_ID } from "./documents";
import { isConflict, isMissing, isTransient, isTransientStatus } from "./opensearch-errors";
import type { StoredRow } from "./queue-listing";

/** The total as it stands, with what is needed to change it only if nobody else has. */
export interface StoredTotal {
  /** Before the first snapshot it holds no numbers yet. */
  readonly document: Partial<QueueDepthDocument>;
  readonly sequenceNumber: number;
  readonly primaryTerm: number;
}

export type Replaced = "replaced" | "newer-is-there";

/** What a search returns at most; the queues of an instance are far fewer. */
const MOST_DOCUMENTS = 10_000;

/** Thousands of documents take a busy domain a while, and longer if they are sent again meanwhile. */
const WRITE_TIMEOUT_MS = 15_000;

/** The index that holds the numbers of now. */
export class NumbersIndex {
  constructor(
    private readonly client: Client,
    private readonly index: string,
  ) {}

  async total(deadline: Deadline): Promise<StoredTotal | undefined> {
    return await this.#retry("read the total", deadline, async () => {
      try {
        const { body } = await this.client.get({ index: this.index, id: TOTAL_ID });
        return stored(body._source as Partial<QueueDepthDocument>, body);
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    });
  }

  /** Writes the total if it is still the one that was read; undefined: it is not. */
  async replaceTotal(
    before: StoredTotal | undefined,
    document: Partial<QueueDepthDocument>,
    deadline: Deadline,
  ): Promise<StoredTotal | undefined> {
    return await this.#retry("claim the turn", deadline, async () => {
      try {
        const { body } = await this.client.index({
          index: this.index,
          id: TOTAL_ID,
          body: document,
          ...(before === undefined
            ? { op_type: "create" as const }
            : { if_seq_no: before.sequenceNumber, if_primary_term: before.primaryTerm }),
        });
        return stored(document, body);
      } catch (error) {
        if (isConflict(error)) return undefined;
        throw error;
      }
    });
  }

  /** The documents of queues, as far as a search sees them. */
  async rows(deadline: Deadline): Promise<readonly StoredRow[]> {
    return await this.#retry("read the known queues", deadline, async () => {
      const { body } = await this.client.search({
        index: this.index,
        size: MOST_DOCUMENTS,
        _source: ["QueueId", "QueueName", "SnapshotTime"],
        filter_path: ["hits.hits._id", "hits.hits._source"],
        ignore_unavailable: true,
        body: { query: { term: { Scope: "queue" } } },
      });
      const { hits } = body as {
        hits?: { hits?: { _id: string; _source: StoredRow["document"] }[] };
      };
      return (hits?.hits ?? []).map(({ _id, _source }) => ({ id: _id, document: _source }));
    });
  }

  /**
   * Writes all changes in one request, each with the snapshot's time as its version: what is newer
   * already stays. Repeating it changes nothing, so what failed for the moment is sent again.
   */
  async write(changes: readonly Change[], version: Date, deadline: Deadline): Promise<Replaced> {
    let pending = changes;
    let total: Replaced = "replaced";
    await this.#retry("write the numbers", deadline, async () => {
      const { body } = await this.client.bulk(
        {
          refresh: true,
          body: pending.flatMap((change) => lines(change, version.getTime())),
        },
        { requestTimeout: Math.min(WRITE_TIMEOUT_MS, deadline.left) },
      );
      const failed: Change[] = [];
      pending.forEach((change, position) => {
        const item = body.items[position]?.[change.action];
        const status = item?.status ?? 0;
        if (status === 409) {
          if (change.index === this.index && change.id === TOTAL_ID) total = "newer-is-there";
        } else if (isTransientStatus(status)) {
          failed.push(change);
        } else if (status >= 400 && !(change.action === "delete" && status === 404)) {
          throw new WriteError(change, JSON.stringify(item?.error));
        }
      });
      pending = failed;
      if (failed.length > 0) throw new BusyError(failed.length);
    });
    return total;
  }

  async #retry<T>(purpose: string, deadline: Deadline, attempt: () => Promise<T>): Promise<T> {
    const transient = (error: unknown): boolean => error instanceof BusyError || isTransient(error);
    return await retry({ deadline, purpose, isTransient: transient }, attempt);
  }
}

/** OpenSearch refuses a document for good. */
export class WriteError extends Error {
  constructor({ action, index, id }: Change, reason: string) {
    super(`OpenSearch refused to ${action} ${index}/${id}: ${reason}`);
    this.name = "WriteError";
  }
}

class BusyError extends Error {
  constructor(changes: number) {
    super(`OpenSearch is too busy for ${changes} of the changes.`);
    this.name = "BusyError";
  }
}

function stored(
  document: Partial<QueueDepthDocument>,
  place: { readonly _seq_no?: number; readonly _primary_term?: number },
): StoredTotal {
  return {
    document,
    sequenceNumber: place._seq_no ?? 0,
    primaryTerm: place._primary_term ?? 0,
  };
}

function lines({ action, index, id, document }: Change, version: number): object[] {
  const operation = {
    [action]: { _index: index, _id: id, version, version_type: "external_gte" },
  };
  return document === undefined ? [operation] : [operation, document];
}
