import {
  controlFilters,
  controlOptions,
  controlsOf,
  optionsRequest,
  searchRequest,
  indexPatternOf,
} from "../../dashboards/evaluation/search";
import type { VisState } from "../../dashboards/visualizations";
import { OBJECTS, visualization } from "./objects";

const timeRange = { gte: "2026-02-28T23:00:00.000Z", lte: "2026-03-31T21:59:59.999Z" };
const saved = visualization("acme-berlin-dashboard-filters");
const [queue, channel] = controlsOf(saved, OBJECTS);
if (!queue || !channel) throw new Error("The saved object has lists.");

test("the lists are those of the saved object", () => {
  expect(controlsOf(saved, OBJECTS).map(({ field, label }) => [field, label])).toEqual([
    ["Queue.Name", "Queue"],
    ["Channel", "Channel"],
    ["Agent.Username", "Agent"],
  ]);
});

describe("the values that a list offers", () => {
  test("are the most frequent of the time range, whatever else is chosen", () => {
    expect(optionsRequest(queue, { timeRange })).toEqual({
      index: "acme-berlin-contact-records*",
      parameters: { ignore_unavailable: "true", track_total_hits: "true" },
      body: {
        timeout: "1000ms",
        terminate_after: 100_000,
        size: 0,
        aggs: { termsAgg: { terms: { order: { _count: "desc" }, field: "Queue.Name" } } },
        query: {
          bool: {
            must: [],
            filter: [
              {
                range: {
                  InitiationTimestamp: { ...timeRange, format: "strict_date_optional_time" },
                },
              },
            ],
            should: [],
            must_not: [],
          },
        },
      },
    });
  });

  test("contain what is typed, read as plain text", () => {
    expect(optionsRequest(queue, { timeRange }, "Sales (EU)").body["aggs"]).toMatchObject({
      termsAgg: { terms: { include: ".*Sales \\(EU\\).*" } },
    });
  });

  test("come in the order of the alphabet", () => {
    const buckets = ["sales", "Billing", "Öffnung", "Returns"].map((key) => ({
      key,
      doc_count: 1,
    }));
    const response = { hits: { total: { value: 4 } }, aggregations: { termsAgg: { buckets } } };
    expect(controlOptions(response)).toEqual(["Billing", "Öffnung", "Returns", "sales"]);
  });

  test("are none where nothing was found", () => {
    expect(controlOptions({ hits: { total: { value: 0 } } })).toEqual([]);
  });
});

describe("what is chosen becomes a filter", () => {
  test("of one phrase", () => {
    expect(controlFilters([{ control: channel, values: ["VOICE"] }])).toEqual([
      {
        meta: {
          key: "Channel",
          disabled: false,
          negate: false,
          controlledBy: "acme-berlin-dashboard-filters-Channel",
          type: "phrase",
          params: { query: "VOICE" },
        },
        query: { match_phrase: { Channel: "VOICE" } },
      },
    ]);
  });

  test("of any of several phrases", () => {
    const [filter] = controlFilters([{ control: channel, values: ["VOICE", "CHAT"] }]);
    expect(filter).toMatchObject({
      meta: { type: "phrases", params: ["VOICE", "CHAT"] },
      query: {
        bool: {
          should: [{ match_phrase: { Channel: "VOICE" } }, { match_phrase: { Channel: "CHAT" } }],
          minimum_should_match: 1,
        },
      },
    });
  });

  test("which every panel's search then has; a list without a choice makes none", () => {
    const object = visualization("acme-berlin-dashboard-number-of-calls");
    const filters = controlFilters([
      { control: queue, values: [] },
      { control: channel, values: ["VOICE"] },
    ]);
    const context = { timeRange, timeZone: "UTC", filters };
    expect(
      searchRequest(object, indexPatternOf(object, OBJECTS), context).body["query"],
    ).toMatchObject({
      bool: { filter: [{ match_all: {} }, { match_phrase: { Channel: "VOICE" } }, {}] },
    });
  });
});

describe("what is not known is refused", () => {
  function changed(change: (state: VisState) => Partial<VisState>) {
    const state = JSON.parse(saved.attributes.visState) as VisState;
    const visState = JSON.stringify({ ...state, ...change(state) });
    return { ...saved, attributes: { ...saved.attributes, visState } };
  }

  const withControl = (change: object) =>
    changed(({ params }) => ({
      params: {
        ...params,
        controls: (params["controls"] as object[]).map((control) => ({ ...control, ...change })),
      },
    }));

  test.each([
    ["another visualization", changed(() => ({ type: "metric" })), "controls of a metric"],
    ["a slider", withControl({ type: "range" }), "control range"],
    ["a list that depends on another", withControl({ parent: "1" }), "a control with a parent"],
    [
      "a list of fixed values",
      withControl({ options: { dynamicOptions: false } }),
      "a list of fixed or single values",
    ],
    [
      "a list over all time",
      changed(({ params }) => ({ params: { ...params, useTimeFilter: false } })),
      "useTimeFilter: false",
    ],
  ])("%s", (_what, object, message) => {
    expect(() => controlsOf(object, OBJECTS)).toThrow(`not known: ${message}`);
  });

  test("a list of what is not text", () => {
    expect(() => optionsRequest({ ...queue, field: "HandleDuration" }, { timeRange })).toThrow(
      "A list of HandleDuration: acme-berlin-contact-records* has no such text",
    );
  });
});
