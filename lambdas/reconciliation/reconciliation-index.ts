import type { Client } from "@opensearch-project/opensearch";
import { indexPattern } from "../../aws/names";
import type { Deadline } from "../shared/deadline";
import { isTransient, isTransientStatus } from "../shared/opensearch-errors";
import { retry } from "../shared/retry";
import type { LocalDay } from "./days";
import { indexOf, type StoredDocument } from "./documents";

/** Operations of one bulk request. */
const BATCH = 1_000;
/** Limit of a search; a day has fewer hours in which a count differs. */
const MOST_HOURS = 10_000;

interface Operation {
  readonly index: string;
  readonly id: string;
  /** Absent: the document is deleted. */
  readonly document?: object;
}

/** OpenSearch refuses a document, and would refuse it again. */
export class RefusedDocumentError extends Error {
  constructor({ id, index }: Operation, reason: string) {
    super(
      `OpenSearch refused ${index}/${id}: ${reason}. Deploy the content of the domain again: its index template may be older than the function.`,
    );
    this.name = "RefusedDocumentError";
  }
}

/** OpenSearch rejected a part of a request with a status that a retry can clear. */
class BusyError extends Error {}

/** The compared numbers, one document each. */
export class ReconciliationIndex {
  readonly #client: Client;
  readonly #name: string;

  /** @param name Prefix of the names of the indices. */
  constructor(client: Client, name: string) {
    this.#client = client;
    this.#name = name;
  }

  /** Writes the documents of a day, and deletes those of hours that no longer differ. */
  async replace(
    day: LocalDay,
    documents: readonly StoredDocument[],
    deadline: Deadline,
  ): Promise<void> {
    const current = new Set(documents.map(({ id }) => id));
    const stale = (await this.#hours(day, deadline)).filter((id) => !current.has(id));
    const index = indexOf(this.#name, day);
    const operations = [...documents, ...stale.map((id) => ({ index, id }))];
    for (let from = 0; from < operations.length; from += BATCH) {
      await this.#write(operations.slice(from, from + BATCH), deadline);
    }
  }

  /** Ids of the stored documents of hours. */
  async #hours(day: LocalDay, deadline: Deadline): Promise<readonly string[]> {
    return await this.#retry("read the stored hours", deadline, async () => {
      const { body } = await this.#client.search({
        index: indexPattern(this.#name),
        ignore_unavailable: true,
        size: MOST_HOURS,
        _source: false,
        body: {
          query: {
            bool: { filter: [{ term: { LocalDay: day.name } }, { term: { Scope: "hour" } }] },
          },
        },
      });
      return (body.hits.hits as readonly { readonly _id: string }[]).map(({ _id }) => _id);
    });
  }

  async #write(operations: readonly Operation[], deadline: Deadline): Promise<void> {
    await this.#retry("write the numbers", deadline, async () => {
      const { body } = await this.#client.bulk({ refresh: true, body: operations.flatMap(lines) });
      operations.forEach((operation, position) => {
        const item = Object.values(body.items[position] ?? {})[0];
        const status = item?.status ?? 0;
        if (isTransientStatus(status)) throw new BusyError(`${operation.id}: ${status}`);
        if (status >= 400 && !(operation.document === undefined && status === 404)) {
          throw new RefusedDocumentError(operation, JSON.stringify(item?.error));
        }
      });
    });
  }

  async #retry<T>(purpose: string, deadline: Deadline, attempt: () => Promise<T>): Promise<T> {
    const transient = (error: unknown): boolean => error instanceof BusyError || isTransient(error);
    return await retry({ deadline, purpose, isTransient: transient }, attempt);
  }
}

function lines({ document, id, index }: Operation): object[] {
  const target = { _index: index, _id: id };
  return document === undefined ? [{ delete: target }] : [{ index: target }, document];
}
