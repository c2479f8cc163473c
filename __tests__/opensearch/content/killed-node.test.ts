import { setTimeout } from "node:timers/promises";
import { OpenSearchClient, type BulkItem } from "../../../workbench/opensearch/client";
import { type OpenSearchNode, startOpenSearch } from "../../../workbench/opensearch/node";
import { applyTemplates } from "../../../workbench/opensearch/apply-content";
import { configured } from "../../../workbench/testing/configured";
import { contactRecord, daysAgo } from "./fixture";

const KILLS = 3;
const CONTACTS = 400;
const BATCH = 10;
/** Senders at once: some of them meet each moment of a start. */
const SENDERS = 4;
const PAUSE_MS = 5;
/** Long enough that each start meets documents, and each kill too. */
const BETWEEN_MS = 1500;

type Contact = ReturnType<typeof contactRecord>;

/** Copies of all contacts, round after round, each round newer than the one before. */
class Load {
  /** What Firehose would put into the backup bucket, or try again. */
  readonly undelivered: Contact[] = [];
  readonly refusals = new Map<string, number>();
  readonly #newest = new Map<string, Contact>();
  #next = 0;

  constructor(readonly index: string) {}

  batch(): readonly Contact[] {
    return Array.from({ length: BATCH }, () => {
      const number = this.#next++;
      const round = Math.floor(number / CONTACTS);
      const record = contactRecord({
        ContactId: `contact-${number % CONTACTS}`,
        LastUpdateTimestamp: new Date(Date.parse(daysAgo(2)) + round * 1000).toISOString(),
        Attributes: { round: String(round) },
      });
      this.#newest.set(record.ContactId, record);
      return record;
    });
  }

  get newest(): ReadonlyMap<string, Contact> {
    return this.#newest;
  }

  async send(client: OpenSearchClient, records: readonly Contact[]): Promise<void> {
    const lines = records.flatMap((record, position) => [
      // The index that the contacts belong to: a raw document would lie among the others.
      JSON.stringify({ index: { _index: this.index, _id: `firehose-${position}` } }),
      JSON.stringify(record),
    ]);
    const answer = await client.bulk(lines).catch(() => undefined);
    for (const [position, record] of records.entries()) {
      const item: BulkItem | undefined = answer?.items[position]?.["index"];
      if (item && (item.status < 300 || item.status === 409)) continue;
      this.undelivered.push(record);
      const type = item?.error?.type ?? "no answer";
      this.refusals.set(type, (this.refusals.get(type) ?? 0) + 1);
    }
  }
}

describe("a node that is killed and started again under load", () => {
  let node: OpenSearchNode | undefined;
  afterEach(() => node?.stop());

  test("stores no record without its pipeline, and no contact twice", async () => {
    node = await startOpenSearch({ heap: "512m", shortLived: true });
    const client = new OpenSearchClient(node.url);
    const { center, content } = configured({ alias: "killed" });
    await applyTemplates(client, content);
    const month = contactRecord().InitiationTimestamp.slice(0, "2026-01".length);
    const load = new Load(`${center.names.contactRecordIndex}-${month}`);

    const stop = new AbortController();
    const senders = Array.from({ length: SENDERS }, async () => {
      while (!stop.signal.aborted) {
        await load.send(client, load.batch());
        await setTimeout(PAUSE_MS);
      }
    });
    const metWithoutPipeline: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      await setTimeout(BETWEEN_MS);
      const before = load.refusals.get("routing_missing_exception") ?? 0;
      process.kill(node.pid, "SIGKILL");
      await node.exited;
      await node.restart();
      await setTimeout(BETWEEN_MS);
      metWithoutPipeline.push((load.refusals.get("routing_missing_exception") ?? 0) - before);
    }
    stop.abort();
    await Promise.all(senders);

    // The starts did what this test is about: documents came while the node knew no pipeline.
    expect(Math.max(...metWithoutPipeline)).toBeGreaterThan(0);

    const failed = load.undelivered.splice(0);
    for (let start = 0; start < failed.length; start += BATCH * 10) {
      await load.send(client, failed.slice(start, start + BATCH * 10));
    }
    expect(load.undelivered).toEqual([]);
    await client.refresh(`${center.names.contactRecordIndex}*`);
    const { hits } = await client.get<{
      readonly hits: {
        readonly hits: readonly {
          readonly _id: string;
          readonly _source: Readonly<Record<string, unknown>>;
        }[];
      };
    }>(`${center.names.contactRecordIndex}*/_search?size=10000`);

    const stored = new Map(hits.hits.map(({ _id, _source }) => [_id, _source]));
    expect(hits.hits).toHaveLength(load.newest.size);
    for (const [id, record] of load.newest) {
      expect(stored.get(id)).toMatchObject({
        ContactId: id,
        Attributes: record.Attributes,
        ContactCenter: "killed",
        Handled: true,
        CustomerEndpoint: { Address: "****5678" },
      });
    }
  }, 600_000);
});
