import {
  currentRange,
  TIME_ZONE,
  type AgentPanel,
  type Design,
  type PanelRequest,
  type TimeRange,
} from "./design";

const RECORDS = "plain-contact-records";
const EVENTS = "plain-agent-events";
const QUEUES = "plain-queue-depth";

/** What a domain of Amazon OpenSearch Service gives an index that no template speaks of. */
const DEFAULT_SHARDS = 5;

/**
 * Firehose with its defaults and nothing on the domain: dynamic mapping, an index a day by arrival,
 * default shards, a document for every copy; and panels that make up for it by distinct counts.
 */
export function plainFirehose(): Design {
  return {
    name: "plain Firehose",
    contactRecords: { indexName: RECORDS, rotation: "day" },
    agentEvents: { indexName: EVENTS, rotation: "day" },
    pattern: "plain-*",
    prepare: async (client) => {
      await client.put("_cluster/settings", {
        persistent: { "cluster.max_shards_per_node": 5000 },
      });
      await client.put("_index_template/plain-defaults", {
        index_patterns: ["plain-*"],
        template: { settings: { number_of_shards: DEFAULT_SHARDS, number_of_replicas: 0 } },
      });
      const now = new Date().toISOString();
      await client.put(`${QUEUES}/_doc/1?refresh`, { Waiting: 3, SnapshotTime: now });
    },
    panels,
    agentPanels,
  };
}

/** Those that need no field of a pipeline, with their nearest replacement. */
function agentPanels(range: TimeRange): Readonly<Partial<Record<AgentPanel, PanelRequest>>> {
  const agents = { cardinality: { field: "AgentARN.keyword", precision_threshold: 40_000 } };
  const days = {
    date_histogram: { field: "EventTimestamp", calendar_interval: "1d", time_zone: TIME_ZONE },
    aggs: { agents },
  };
  const newest = { top_hits: { size: 1, sort: [{ EventTimestamp: "desc" }] } };
  const username = "CurrentAgentSnapshot.Configuration.Username.keyword";
  const byAgent = { terms: { field: username, size: 10_000 }, aggs: { newest } };
  const request = (of: TimeRange, aggs: unknown): PanelRequest => ({
    index: `${EVENTS}-*`,
    body: body(inTime(of, "EventTimestamp"), aggs),
  });
  return {
    "number-of-agents": request(range, { agents }),
    "agents-per-day": request(range, { days }),
    "agent-states": request(currentRange(range), { byAgent }),
  };
}

function panels(range: TimeRange): readonly PanelRequest[] {
  const distinct = { cardinality: { field: "ContactId.keyword" } };
  const perDay = {
    days: {
      date_histogram: {
        field: "InitiationTimestamp",
        calendar_interval: "1d",
        time_zone: TIME_ZONE,
        min_doc_count: 1,
      },
      aggs: { calls: distinct },
    },
  };
  const average = (field: string) => ({ value: { avg: { field } } });
  return [
    { index: `${RECORDS}-*`, body: body(inTime(range), { calls: distinct }) },
    { index: `${RECORDS}-*`, body: body(inTime(range), perDay) },
    {
      index: `${RECORDS}-*`,
      body: body([...inTime(range), ...handled()], average("Agent.AfterContactWorkDuration")),
    },
    { index: `${RECORDS}-*`, body: body(inTime(range), perDay) },
    {
      index: `${RECORDS}-*`,
      body: body([...inTime(range), ...handled()], average("Agent.AgentInteractionDuration")),
    },
    {
      index: `${EVENTS}-*`,
      body: body(inTime(range, "EventTimestamp"), {
        agents: { cardinality: { field: "AgentARN.keyword", precision_threshold: 40_000 } },
      }),
    },
    { index: QUEUES, body: { size: 1, sort: [{ SnapshotTime: "desc" }] } },
  ];
}

function inTime(range: TimeRange, field = "InitiationTimestamp"): readonly unknown[] {
  return [{ range: { [field]: { ...range, format: "strict_date_optional_time" } } }];
}

function handled(): readonly unknown[] {
  const outbound = { terms: { "InitiationMethod.keyword": ["OUTBOUND", "EXTERNAL_OUTBOUND"] } };
  return [
    { exists: { field: "Agent.ConnectedToAgentTimestamp" } },
    { bool: { must_not: [outbound] } },
  ];
}

function body(filter: readonly unknown[], aggs: unknown): unknown {
  return { size: 0, track_total_hits: true, query: { bool: { filter } }, aggs };
}
