import type { Client } from "@opensearch-project/opensearch";
import type { QueueDepthDocument } from "../../fields";
import type { Deadline } from "../shared/deadline";
import { retry } from "../shared/retry";
import type { Change } from "./changes";
import { ALERTS_ID, TOTAL_ID } from "./documents";
import { isConflict, isMissing, isTransient, isTransientStatus } from "../shared/opensearch-errors";
import type { StoredRow } from "./queue-listing";

/** The total, with the values that a compare-and-set needs. */
export interface StoredTotal {
  /** Has no numbers before the first snapshot. */
  readonly document: Partial<QueueDepthDocument>;
  readonly sequenceNumber: number;
  readonly primaryTerm: number;
}

/** `superseded`: the index holds a newer snapshot. */
export type WriteOutcome = "written" | "superseded";

/** Limit of a search; an instance has far fewer queues and channels. */
const MAX_DOCUMENTS = 10_000;

/** A busy domain needs seconds for thousands of documents; sending them again adds to its load. */
const WRITE_TIMEOUT_MS = 15_000;

/** The index of current metrics: one total, and one document for each queue and channel. */
export class QueueMetricsIndex {
  readonly #client: Client;
  readonly #index: string;

  constructor(client: Client, index: string) {
    this.#client = client;
    this.#index = index;
  }

  async total(deadline: Deadline): Promise<StoredTotal | undefined> {
    return await this.#retry("read the total", deadline, async () => {
      try {
        const { body } = await this.#client.get({ index: this.#index, id: TOTAL_ID });
        return stored(body._source as Partial<QueueDepthDocument>, body);
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    });
  }

  /** Writes the total if it is unchanged since it was read; undefined: it has changed. */
  async replaceTotal(
    before: StoredTotal | undefined,
    document: Partial<QueueDepthDocument>,
    deadline: Deadline,
  ): Promise<StoredTotal | undefined> {
    return await this.#retry("acquire the lease", deadline, async () => {
      try {
        const { body } = await this.#client.index({
          index: this.#index,
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

  /** The documents of queues that a search returns; the newest writes may be missing. */
  async rows(deadline: Deadline): Promise<readonly StoredRow[]> {
    return await this.#retry("read the stored queues", deadline, async () => {
      const { body } = await this.#client.search({
        index: this.#index,
        size: MAX_DOCUMENTS,
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

  /** The total and the documents of queues that a search returns. */
  async documents(deadline: Deadline): Promise<readonly QueueDepthDocument[]> {
    return await this.#retry("read the current metrics", deadline, async () => {
      const { body } = await this.#client.search({
        index: this.#index,
        size: MAX_DOCUMENTS,
        filter_path: ["hits.hits._source"],
        body: { query: { exists: { field: "Scope" } } },
      });
      const { hits } = body as { hits?: { hits?: { _source: QueueDepthDocument }[] } };
      return (hits?.hits ?? []).map(({ _source }) => _source);
    });
  }

  /** Marks a moment as published to alerts; false: it, or a later one, is already marked. */
  async claim(
    document: Partial<QueueDepthDocument>,
    moment: number,
    deadline: Deadline,
  ): Promise<boolean> {
    return await this.#retry("claim the minute of the alerts", deadline, async () => {
      try {
        await this.#client.index({
          index: this.#index,
          id: ALERTS_ID,
          version: moment,
          version_type: "external",
          body: document,
        });
        return true;
      } catch (error) {
        if (isConflict(error)) return false;
        throw error;
      }
    });
  }

  /**
   * Writes all changes in one request, each with the snapshot's time as its version: a newer document
   * stays. The write is idempotent, so changes that failed with a transient error are sent again.
   * @throws {WriteError} if OpenSearch refuses a change for good.
   */
  async write(
    changes: readonly Change[],
    version: Date,
    deadline: Deadline,
  ): Promise<WriteOutcome> {
    let pending = changes;
    let outcome: WriteOutcome = "written";
    await this.#retry("write the numbers", deadline, async () => {
      const { body } = await this.#client.bulk(
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
          if (change.index === this.#index && change.id === TOTAL_ID) outcome = "superseded";
        } else if (isTransientStatus(status)) {
          failed.push(change);
        } else if (status >= 400 && !(change.action === "delete" && status === 404)) {
          throw new WriteError(change, JSON.stringify(item?.error));
        }
      });
      pending = failed;
      if (failed.length > 0) throw new BusyError(failed.length);
    });
    return outcome;
  }

  async #retry<T>(purpose: string, deadline: Deadline, attempt: () => Promise<T>): Promise<T> {
    const transient = (error: unknown): boolean => error instanceof BusyError || isTransient(error);
    return await retry({ deadline, purpose, isTransient: transient }, attempt);
  }
}

/** OpenSearch refuses a change, and would refuse it again. */
export class WriteError extends Error {
  constructor({ action, index, id }: Change, reason: string) {
    super(
      `OpenSearch refused to ${action} ${index}/${id}: ${reason}. Deploy the content of the domain again: its index template may be older than the function.`,
    );
    this.name = "WriteError";
  }
}

/** OpenSearch rejected a part of the changes with a status that a retry can clear. */
class BusyError extends Error {
  constructor(changes: number) {
    super(`OpenSearch rejected ${changes} of the changes as overloaded or unavailable.`);
    this.name = "BusyError";
  }
}

function stored(
  document: Partial<QueueDepthDocument>,
  version: { readonly _seq_no?: number; readonly _primary_term?: number },
): StoredTotal {
  return {
    document,
    sequenceNumber: version._seq_no ?? 0,
    primaryTerm: version._primary_term ?? 0,
  };
}

function lines({ action, index, id, document }: Change, version: number): object[] {
  const operation = {
    [action]: { _index: index, _id: id, version, version_type: "external_gte" },
  };
  return document === undefined ? [operation] : [operation, document];
}
