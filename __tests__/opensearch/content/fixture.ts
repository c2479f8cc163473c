import type { ContactCenter, Domain } from "../../../config/configuration";
import type { BulkItem, OpenSearchClient } from "../../../workbench/opensearch/client";
import { applyTemplates } from "../../../workbench/opensearch/apply-content";
import type { Content } from "../../../modules/opensearch-content/content/content";
import { configured, type CenterFile } from "../../../workbench/testing/configured";
import { sharedNode } from "../shared-node";

/** A configured contact center on the shared node, its content applied. */
export class ContentFixture {
  readonly client: OpenSearchClient = sharedNode();

  private constructor(
    readonly domain: Domain,
    readonly center: ContactCenter,
    readonly content: Content,
  ) {}

  static async start(
    file: CenterFile,
    domainFile: Readonly<Record<string, unknown>> = {},
  ): Promise<ContentFixture> {
    const { center, content, domain } = configured(file, domainFile);
    const fixture = new ContentFixture(domain, center, content);
    await applyTemplates(fixture.client, content);
    return fixture;
  }

  /** Sends contact records in one request, as Firehose does. A string is sent as it is. */
  records(...records: readonly unknown[]): Promise<readonly BulkItem[]> {
    return this.#deliver(this.center.names.contactRecordIndex, records);
  }

  events(...events: readonly unknown[]): Promise<readonly BulkItem[]> {
    return this.#deliver(this.center.names.agentEventIndex, events);
  }

  async stored(index = this.center.names.contactRecordIndex): Promise<readonly StoredDocument[]> {
    await this.client.refresh(`${index}*`);
    const { hits } = await this.client.get<{ hits: { hits: StoredDocument[] } }>(
      `${index}*/_search?size=1000&sort=_id`,
    );
    return hits.hits.map(({ _id, _index, _source }) => ({ _id, _index, _source }));
  }

  /** The one document with this id. */
  async document(
    id: string | null | undefined,
    index?: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    const found = (await this.stored(index)).filter(({ _id }) => _id === id);
    const [only] = found;
    if (found.length !== 1 || !only) throw new Error(`${found.length} documents with the id ${id}`);
    return only._source;
  }

  async #deliver(index: string, records: readonly unknown[]): Promise<readonly BulkItem[]> {
    const lines = records.flatMap((record) => [
      JSON.stringify({ index: { _index: `${index}-${ARRIVAL}` } }),
      typeof record === "string" ? record : JSON.stringify(record),
    ]);
    const { items } = await this.client.bulk(lines);
    return items.flatMap(({ index: item }) => (item ? [item] : []));
  }
}

/** Firehose names the index by arrival; no document may end up there only for that. */
const ARRIVAL = "arrived-whenever";

export interface StoredDocument {
  readonly _id: string;
  readonly _index: string;
  readonly _source: Readonly<Record<string, unknown>>;
}

/** One moment for a whole file of tests, so that two times a day apart are exactly that. */
const NOW = Date.now();

/** Long enough ago for every retention in these tests, and to the second, as Connect writes it. */
export function daysAgo(days: number): string {
  return new Date(NOW - days * 86_400_000).toISOString().replace(/\.\d+Z$/, "Z");
}

/** A contact record that an agent took, as Connect sends it but for the fields that play no part. */
export function contactRecord(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    ContactId: "contact-1",
    InitiationTimestamp: daysAgo(3),
    LastUpdateTimestamp: daysAgo(2),
    InitiationMethod: "INBOUND",
    Channel: "VOICE",
    NextContactId: null,
    Agent: {
      Username: "ana",
      ConnectedToAgentTimestamp: daysAgo(3),
      AgentInteractionDuration: 60,
      AfterContactWorkDuration: 10,
      CustomerHoldDuration: 5,
    },
    Queue: { Name: "Orders", EnqueueTimestamp: daysAgo(3), Duration: 8 },
    CustomerEndpoint: { Address: "+4915112345678", Type: "TELEPHONE_NUMBER" },
    Attributes: {},
    ...changes,
  };
}

export function agentEvent(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    EventId: "event-1",
    EventType: "STATE_CHANGE",
    EventTimestamp: daysAgo(1),
    AgentARN: "arn:aws:connect:eu-central-1:111122223333:instance/i/agent/ana",
    CurrentAgentSnapshot: {
      AgentStatus: { Name: "Available", Type: "ROUTABLE", StartTimestamp: daysAgo(1) },
    },
    PreviousAgentSnapshot: {
      AgentStatus: { Name: "Lunch", Type: "CUSTOM", StartTimestamp: daysAgo(1.5) },
    },
    ...changes,
  };
}
