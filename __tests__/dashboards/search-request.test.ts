import {
  indexPatternOf,
  searchRequest,
  type SearchContext,
} from "../../dashboards/evaluation/search";
import type { SavedObject } from "../../dashboards/objects/saved-object";
import type { AggregationState, VisState } from "../../dashboards/visualizations";
import { OBJECTS, visualization } from "./objects";

const MARCH: SearchContext = {
  timeRange: { gte: "2026-02-28T23:00:00.000Z", lte: "2026-03-31T21:59:59.999Z" },
  timeZone: "Europe/Berlin",
};

function request(id: string, context = MARCH) {
  const object = visualization(id);
  return searchRequest(object, indexPatternOf(object, OBJECTS), context);
}

const berlin = (panel: string): string => `acme-berlin-dashboard-${panel}`;

const IN_MARCH = {
  range: {
    InitiationTimestamp: {
      gte: "2026-02-28T23:00:00.000Z",
      lte: "2026-03-31T21:59:59.999Z",
      format: "strict_date_optional_time",
    },
  },
};
const HANDLED = { match_phrase: { Handled: true } };
const EVERY_TERM = { shard_size: 65_000 };
const NOT_OUTBOUND = { match_phrase: { Outbound: false } };

/** The same in every request. */
function bool(...filter: readonly object[]) {
  return { bool: { must: [], filter: [{ match_all: {} }, ...filter], should: [], must_not: [] } };
}

test("Number of Calls asks for no aggregation: the number of hits is the number of contacts", () => {
  const { index, parameters, body } = request(berlin("number-of-calls"));
  expect(index).toBe("acme-berlin-contact-records*");
  expect(parameters).toMatchObject({ track_total_hits: "true" });
  expect(body).toEqual({
    aggs: {},
    size: 0,
    stored_fields: ["*"],
    script_fields: {},
    docvalue_fields: expect.arrayContaining([
      { field: "InitiationTimestamp", format: "date_time" },
      { field: "Agent.ConnectedToAgentTimestamp", format: "date_time" },
    ]) as unknown,
    _source: { excludes: [] },
    query: bool(IN_MARCH),
  });
});

test.each(["ctrs", "calls-per-day"])(
  "%s splits by the day in the document, not the viewer's",
  (id) => {
    const { body } = request(berlin(id));
    expect(body["aggs"]).toEqual({
      "2": { terms: { field: "LocalDay", order: { _key: "asc" }, size: 3660 } },
    });
    expect(JSON.stringify(body)).not.toContain("time_zone");
  },
);

test("Average ACW is a mean over handled contacts that agents did not begin", () => {
  const { body } = request(berlin("average-acw"));
  expect(body["aggs"]).toEqual({ "1": { avg: { field: "Agent.AfterContactWorkDuration" } } });
  expect(body["query"]).toEqual(bool(HANDLED, NOT_OUTBOUND, IN_MARCH));
});

test("Average Call Duration is a mean over the same contacts", () => {
  const { body } = request(berlin("average-call-duration"));
  expect(body["aggs"]).toEqual({ "1": { avg: { field: "Agent.AgentInteractionDuration" } } });
  expect(body["query"]).toEqual(bool(HANDLED, NOT_OUTBOUND, IN_MARCH));
});

test("Number of Agents counts distinct agents with the highest precision there is", () => {
  const { index, body } = request(berlin("number-of-agents"));
  expect(index).toBe("acme-berlin-agent-events*");
  expect(body["aggs"]).toEqual({
    "1": { cardinality: { field: "AgentARN", precision_threshold: 40_000 } },
  });
  expect(body["query"]).toMatchObject({
    bool: { filter: [{ match_all: {} }, { match_phrase: { Activity: true } }, expect.anything()] },
  });
});

test("Service Level by Threshold takes means of a script, the same for every threshold", () => {
  const { body } = request(berlin("service-level-thresholds"));
  const source =
    "doc['Handled'].value && doc['Queue.Duration'].size() > 0 && doc['Queue.Duration'].value <= params.seconds ? 1 : 0";
  const within = (seconds: number) => ({
    avg: { field: "ServiceLevel", script: { lang: "painless", source, params: { seconds } } },
  });
  expect(body["aggs"]).toEqual({
    "4": {
      terms: { field: "Queue.Name", order: { _count: "desc" }, size: 500, ...EVERY_TERM },
      aggs: { "2": within(15), "3": within(30) },
    },
  });
  expect(body["query"]).toEqual(bool({ exists: { field: "ServiceLevel" } }, IN_MARCH));
});

test("Calls in Queue and As of read the one total, whatever time range is chosen", () => {
  const { index, body } = request(berlin("calls-in-queue"));
  expect(index).toBe("acme-berlin-queue-depth*");
  expect(body["aggs"]).toEqual({ "1": { max: { field: "Waiting" } } });
  expect(body["query"]).toEqual(bool({ match_phrase: { Scope: "total" } }));
  const time = request(berlin("snapshot-time")).body;
  expect(time["aggs"]).toEqual({ "1": { max: { field: "SnapshotTime" } } });
  expect(time["query"]).toEqual(body["query"]);
});

test("the three numbers of agents on the wall share one aggregation", () => {
  const { body } = request(berlin("wall-agents"));
  expect(Object.keys(body["aggs"] as object)).toEqual(["n0"]);
});

test("over all contact centers, Calls in Queue has a card for each", () => {
  const { body } = request("acme-berlin-overview-calls-in-queue");
  expect(body["aggs"]).toEqual({
    "2": {
      terms: { field: "ContactCenter", order: { _key: "asc" }, size: 200 },
      aggs: { "1": { max: { field: "Waiting" } } },
    },
  });
});

test("the trend of the queues is cut into half hours of the viewer's day, most waiting first", () => {
  const day = { gte: "2026-03-28T12:00:00.000Z", lte: "2026-03-29T12:00:00.000Z" };
  const halfHours = {
    field: "SnapshotTime",
    fixed_interval: "30m",
    time_zone: "Europe/Berlin",
    min_doc_count: 1,
  };
  const most = { "1": { max: { field: "Waiting" } } };
  const trend = (panel: string) =>
    request(berlin(panel), { ...MARCH, timeRange: day }).body["aggs"];
  expect(trend("queue-trend")).toEqual({ "2": { date_histogram: halfHours, aggs: most } });
  expect(trend("waiting-by-queue")).toEqual({
    "2": {
      date_histogram: halfHours,
      aggs: {
        "3": {
          terms: { field: "Queue.Name", order: { "1": "desc" }, size: 10, ...EVERY_TERM },
          aggs: most,
        },
      },
    },
  });
});

test("a table of queues has a row for what was in none, and every index hands over all that it has", () => {
  const { body } = request(berlin("queues"));
  expect(body["aggs"]).toMatchObject({
    "5": {
      terms: {
        field: "Queue.Name",
        order: { _count: "desc" },
        size: 500,
        missing: "__missing__",
        ...EVERY_TERM,
      },
    },
  });
});

test("over all contact centers, queues and agents have a row for each contact center's own", () => {
  for (const panel of ["queues", "agents", "agent-states"]) {
    const { body } = request(`acme-berlin-overview-${panel}`);
    const [outer] = Object.values(body["aggs"] as Record<string, { terms: { field: string } }>);
    expect([panel, outer?.terms.field]).toEqual([panel, "ContactCenter"]);
  }
});

test("where buckets follow, what orders them is computed at their level too", () => {
  const { body } = request(berlin("queues-now"));
  const [outer] = Object.values(body["aggs"] as Record<string, { aggs: object }>);
  expect(Object.keys(outer?.aggs ?? {})).toEqual(["1", "8"]);
});

test("agents' activities come from each agent's newest event", () => {
  const { body } = request(berlin("agent-states"));
  const [agents] = Object.values(body["aggs"] as Record<string, { aggs: Record<string, object> }>);
  expect(agents?.aggs["1"]).toEqual({
    top_hits: {
      docvalue_fields: [{ field: "AgentActivity.Name" }],
      _source: false,
      stored_fields: "_none_",
      size: 1,
      sort: [{ EventTimestamp: { order: "desc" } }],
    },
  });
});

test("occupancy is searched for as the Vega plugin does: filters as the query, the time among what must match", () => {
  const filters = [
    { meta: { negate: false }, query: { match_phrase: { "Agent.Username": "ana" } } },
    { meta: { negate: true }, query: { match_phrase: { "Agent.Username": "ben" } } },
  ];
  const { index, body } = request(berlin("occupancy"), { ...MARCH, filters });
  expect(index).toBe("acme-berlin-agent-events*");
  expect(Object.keys(body).sort()).toEqual(["aggs", "query", "size"]);
  expect(body["query"]).toEqual({
    bool: {
      must: [{ range: { EventTimestamp: IN_MARCH.range.InitiationTimestamp } }],
      filter: [{ match_all: {} }, { match_phrase: { "Agent.Username": "ana" } }],
      should: [],
      must_not: [{ match_phrase: { "Agent.Username": "ben" } }],
    },
  });
});

test("over all contact centers, occupancy has a bar for each contact center and agent", () => {
  const { body } = request("acme-berlin-overview-occupancy");
  expect(body["aggs"]).toMatchObject({
    bars: { multi_terms: { terms: [{ field: "ContactCenter" }, { field: "Agent.Username" }] } },
  });
});

test("percentiles are asked for as a list", () => {
  const { body } = request(berlin("waiting-percentiles"));
  expect(body["aggs"]).toMatchObject({
    "2": {
      aggs: {
        "1": {
          percentiles: {
            field: "Queue.Duration",
            percents: [50, 90, 95],
            keyed: false,
            tdigest: { compression: 1000 },
          },
        },
      },
    },
  });
});

describe("filters of the dashboard", () => {
  const chosen = { meta: { negate: false }, query: { match_phrase: { Channel: "VOICE" } } };

  test("come before those of the visualization and before the time range", () => {
    const { body } = request(berlin("average-acw"), { ...MARCH, filters: [chosen] });
    expect(body["query"]).toEqual(
      bool({ match_phrase: { Channel: "VOICE" } }, HANDLED, NOT_OUTBOUND, IN_MARCH),
    );
  });

  test("exclude when they are negated, and do nothing when they are disabled or doubled", () => {
    const filters = [
      { meta: { negate: true }, exists: { field: "Agent.Username" } },
      { ...chosen, meta: { disabled: true } },
      { meta: {}, query: HANDLED },
    ];
    const { body } = request(berlin("average-acw"), { ...MARCH, filters });
    expect(body["query"]).toEqual({
      bool: {
        must: [],
        filter: [{ match_all: {} }, HANDLED, NOT_OUTBOUND, IN_MARCH],
        should: [],
        must_not: [{ exists: { field: "Agent.Username" } }],
      },
    });
  });
});

describe("what is not known is refused, because a wrong number is worse than none", () => {
  const original = visualization(berlin("ctrs"));

  function changed(change: (state: VisState) => Partial<VisState>): SavedObject<"visualization"> {
    const state = JSON.parse(original.attributes.visState) as VisState;
    const visState = JSON.stringify({ ...state, ...change(state) });
    return { ...original, attributes: { ...original.attributes, visState } };
  }

  function withAggregation(change: Partial<AggregationState>): SavedObject<"visualization"> {
    return changed(({ aggs }) => ({ aggs: aggs.map((agg) => ({ ...agg, ...change })) }));
  }

  const ask = (object: SavedObject<"visualization">, context = MARCH) =>
    searchRequest(object, indexPatternOf(object, OBJECTS), context);

  test.each([
    [
      "a type of visualization",
      changed(() => ({ type: "region_map" })),
      "visualization type region_map",
    ],
    ["a specification of its own", changed(() => ({ type: "vega" })), "a specification of Vega"],
    ["an aggregation", withAggregation({ type: "geohash_grid" }), "aggregation geohash_grid"],
    [
      "a parameter",
      withAggregation({ type: "terms", params: { field: "LocalDay", include: "2026.*" } }),
      "parameter include of terms",
    ],
    [
      "the bucket of all others",
      withAggregation({ type: "terms", params: { field: "LocalDay", otherBucket: true } }),
      "otherBucket: true",
    ],
    [
      "numbers at every level of a table",
      changed(({ params }) => ({ params: { ...params, showPartialRows: true } })),
      "showPartialRows: true",
    ],
  ])("%s", (_what, object, message) => {
    expect(() => ask(object)).toThrow(`not known: ${message}`);
  });

  test("a query in words", () => {
    expect(() => ask(original, { ...MARCH, query: "Channel: VOICE" })).toThrow(
      'not known: query text "Channel: VOICE"',
    );
  });

  test.each([
    ["is not declared", { type: "avg", params: { field: "Agent.Nap" } }, "lists no such field"],
    ["cannot be aggregated", { type: "cardinality", params: { field: "Tags" } }, "cannot be aggr"],
    ["is text", { type: "avg", params: { field: "Channel" } }, "the field is a string; number"],
  ])("a field that %s", (_what, aggregation, message) => {
    expect(() => ask(withAggregation(aggregation))).toThrow(message);
  });

  test.each(["about", "filters"])("a request of %s, which searches nothing", (panel) => {
    const object = visualization(berlin(panel));
    const pattern = indexPatternOf(original, OBJECTS);
    expect(() => searchRequest(object, pattern, MARCH)).toThrow("visualization type");
  });
});

test("the hours and weekdays of Busy Hours have a bucket without a contact, too", () => {
  const terms = (field: string, size: number) => ({
    field,
    order: { _key: "asc" },
    size,
    min_doc_count: 0,
  });
  const hour = terms("LocalHour", 24);
  expect(request(berlin("calls-by-hour")).body["aggs"]).toEqual({ "2": { terms: hour } });
  expect(request(berlin("busy-hours")).body["aggs"]).toEqual({
    "2": { terms: hour, aggs: { "3": { terms: terms("LocalWeekday", 7) } } },
  });
});
