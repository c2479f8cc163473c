import type { OpenSearchClient } from "../opensearch/client";
import { historyChanges, type Change } from "../../lambdas/queue-depth/changes";
import { queueDocuments, TOTAL_ID, totalDocument } from "../../lambdas/queue-depth/documents";
import type { Settings } from "../../lambdas/queue-depth/settings";
import type { SimulatedContactCenter } from "../simulator/contact-center";
import { snapshotOf } from "../simulator/queue-snapshot";

/** Some megabytes. */
const BATCH = 5_000;

/** Kept data can have a later snapshot of the same minute, from a preview that was killed. */
const CONFLICT = 409;

/**
 * The history that the queue-depth function would have written while the past was filled: its own
 * documents, a snapshot at a time.
 */
export class QueueHistory {
  readonly #lines: string[] = [];
  #before: string | undefined;
  readonly #client: OpenSearchClient;
  readonly #settings: Settings;

  constructor(client: OpenSearchClient, settings: Settings) {
    this.#client = client;
    this.#settings = settings;
  }

  /** Adds the queues as they are at this moment. */
  async add(center: SimulatedContactCenter): Promise<void> {
    const snapshot = snapshotOf(center);
    const before = this.#before === undefined ? {} : { snapshotTime: this.#before };
    const total = { id: TOTAL_ID, document: totalDocument(snapshot, this.#settings) };
    const documents = [...queueDocuments(snapshot, this.#settings), total];
    const changes = historyChanges(snapshot, before, documents, this.#settings);
    this.#lines.push(...changes.flatMap((change) => lines(change, snapshot.time)));
    this.#before = snapshot.time.toISOString();
    if (this.#lines.length >= BATCH) await this.write();
  }

  async write(): Promise<void> {
    const lines = this.#lines.splice(0);
    if (lines.length === 0) return;
    const { items } = await this.#client.bulk(
      lines,
      "_bulk?filter_path=items.*.status,items.*.error",
    );
    const failed = items.find(({ index }) => {
      const status = index?.status ?? 500;
      return status >= 400 && status !== CONFLICT;
    });
    if (failed) throw new Error(`The history of queues was refused: ${JSON.stringify(failed)}`);
  }
}

function lines({ index, id, document }: Change, time: Date): readonly string[] {
  const version = { version: time.getTime(), version_type: "external_gte" };
  return [
    JSON.stringify({ index: { _index: index, _id: id, ...version } }),
    JSON.stringify(document),
  ];
}
