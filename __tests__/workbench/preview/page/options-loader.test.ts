import {
  controlsOf,
  type SearchRequest,
  type SearchResponse,
} from "../../../../dashboards/evaluation/search";
import { OptionsLoader } from "../../../../workbench/preview/page/data/options-loader";
import type { View } from "../../../../workbench/preview/page/data/panel-loader";
import { OBJECTS, visualization } from "../../../dashboards/objects";

const [queues] = controlsOf(visualization("acme-berlin-dashboard-filters"), OBJECTS);
if (!queues) throw new Error("The saved object has lists.");

const NOW = Date.parse("2026-03-29T12:00:00Z");
const view = (key: string, change: Partial<View> = {}): View => ({
  key,
  timeRange: { from: "now/M", to: "now/M" },
  timeZone: "UTC",
  filters: [],
  ...change,
});
const TODAY = { timeRange: { from: "now/d", to: "now/d" } };

const found = (...keys: readonly string[]): SearchResponse => ({
  hits: { total: keys.length },
  aggregations: { termsAgg: { buckets: keys.map((key) => ({ key, doc_count: 1 })) } },
});
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A list whose searches are answered when the test says so. */
function list({ elsewhere = false } = {}) {
  const events: string[] = [];
  const asked: {
    readonly request: SearchRequest;
    readonly answer: (response: SearchResponse) => void;
    readonly fail: (error: Error) => void;
  }[] = [];
  const loader = new OptionsLoader(
    queues as NonNullable<typeof queues>,
    (request) => new Promise((answer, fail) => asked.push({ request, answer, fail })),
    {
      show: ({ options, problem }) => events.push(problem ?? options.join()),
      loaded: (key) => events.push(`loaded ${key}`),
      failed: () => events.push("failed"),
    },
    () => elsewhere,
  );
  return { loader, asked, events };
}

test("a list offers what is found in the chosen range, for the view that asked", async () => {
  const { asked, events, loader } = list();
  loader.lookFor({ view: view("march"), typed: "" }, NOW);
  expect(JSON.stringify(asked[0]?.request)).toContain("2026-03-01T00:00:00.000Z");
  asked[0]?.answer(found("Sales", "Billing"));
  await settle();
  expect(events).toEqual(["Billing,Sales", "loaded march"]);
});

test("a filter asks nothing: the values stay, and belong to the new view", async () => {
  const { asked, events, loader } = list();
  loader.lookFor({ view: view("all"), typed: "" }, NOW);
  asked[0]?.answer(found("Sales"));
  await settle();
  loader.lookFor({ view: view("only voice"), typed: "" }, NOW);
  expect(asked).toHaveLength(1);
  expect(events.at(-1)).toBe("loaded only voice");
});

test("values that come after a filter was chosen belong to the newer view", async () => {
  const { asked, events, loader } = list();
  loader.lookFor({ view: view("all"), typed: "" }, NOW);
  loader.lookFor({ view: view("only voice"), typed: "" }, NOW);
  asked[0]?.answer(found("Sales"));
  await settle();
  expect(asked).toHaveLength(1);
  expect(events).toEqual(["Sales", "loaded only voice"]);
});

test("who goes there and back sees no values from there", async () => {
  const { asked, events, loader } = list();
  loader.lookFor({ view: view("march"), typed: "" }, NOW);
  asked[0]?.answer(found("Sales"));
  await settle();
  loader.lookFor({ view: view("today", TODAY), typed: "" }, NOW);
  loader.lookFor({ view: view("march"), typed: "" }, NOW);
  asked[1]?.answer(found("Billing"));
  await settle();
  expect(events).toEqual(["Sales", "loaded march", "loaded march"]);
});

test("typing asks for what contains it", async () => {
  const { asked, loader } = list();
  loader.lookFor({ view: view("march"), typed: "" }, NOW);
  asked[0]?.answer(found("Sales"));
  await settle();
  loader.lookFor({ view: view("march"), typed: "Bil" }, NOW);
  expect(JSON.stringify(asked[1]?.request)).toContain(".*Bil.*");
});

test("a refresh asks again, even what is known", async () => {
  const { asked, events, loader } = list();
  loader.refresh(NOW);
  loader.lookFor({ view: view("march"), typed: "" }, undefined);
  expect(asked).toHaveLength(0);
  loader.refresh(NOW);
  asked[0]?.answer(found("Sales"));
  await settle();
  loader.refresh(NOW);
  asked[1]?.answer(found("Sales", "VIP"));
  await settle();
  expect(events).toEqual(["Sales", "loaded march", "Sales,VIP", "loaded march"]);
});

test("a failure is said in the list; one that is not its own is not", async () => {
  const own = list();
  own.loader.lookFor({ view: view("march"), typed: "" }, NOW);
  own.asked[0]?.fail(new Error("all shards failed"));
  const other = list({ elsewhere: true });
  other.loader.lookFor({ view: view("march"), typed: "" }, NOW);
  other.asked[0]?.fail(new Error("gone"));
  await settle();
  expect(own.events).toEqual(["all shards failed", "failed"]);
  expect(other.events).toEqual([]);
});
