import type { SavedObject } from "../../../../dashboards/objects/saved-object";
import { chosenFilters } from "../../../../workbench/preview/page/data/chosen-filters";
import { dashboardModel } from "../../../../workbench/preview/page/data/dashboard-model";
import { DASHBOARDS, OBJECTS } from "../../../dashboards/objects";

function model(id: string) {
  const dashboard = DASHBOARDS.find((object) => object.id === id);
  if (!dashboard) throw new Error(`There is no dashboard ${id}.`);
  return dashboardModel({ dashboard, objects: OBJECTS, timeZones: ["UTC"], language: "en" });
}

const berlin = model("acme-berlin-dashboard");
const queues = model("acme-berlin-dashboard-queues");
const panel = (name: string) =>
  berlin.panels.find(({ id }) => id === `acme-berlin-dashboard-${name}`);

test("every saved dashboard can be read, with a panel for each that is saved", () => {
  expect(DASHBOARDS.length).toBeGreaterThan(3);
  for (const { id, attributes } of DASHBOARDS) {
    const saved = JSON.parse(attributes.panelsJSON) as readonly unknown[];
    expect(model(id).panels).toHaveLength(saved.length);
  }
});

test("the time range and the interval are those that are saved", () => {
  expect(berlin.timeRange).toEqual({ from: "now/M", to: "now/M" });
  expect(berlin.refreshEvery).toBe(60_000);
});

test("panels come in the order in which they are read", () => {
  expect(berlin.panels.slice(0, 4).map(({ title }) => title)).toEqual([
    "About",
    "Filters",
    "Calls in Queue",
    "As of",
  ]);
});

test("a dashboard that restores no time has the range and the interval of the summary", () => {
  expect(queues.timeRange).toEqual(berlin.timeRange);
  expect(queues.refreshEvery).toBe(berlin.refreshEvery);
});

test("a panel has a range of its own where it is saved with one", () => {
  const trend = queues.panels.find(({ id }) => id.endsWith("-queue-trend"));
  expect(trend?.timeRange).toEqual({ from: "now-24h", to: "now" });
  expect(panel("ctrs")?.timeRange).toBeUndefined();
});

test("current metrics are those whose documents have no time", () => {
  const panels = [...berlin.panels, ...queues.panels];
  const now = panels.filter(({ isNow }) => isNow).map(({ title }) => title);
  expect(now).toEqual(["Calls in Queue", "As of", "Queues Now"]);
});

test("texts and lists search nothing by themselves", () => {
  expect(panel("about")?.indexPattern).toBeUndefined();
  expect(panel("filters")?.indexPattern).toBeUndefined();
  expect(panel("ctrs")?.indexPattern?.id).toBe("acme-berlin-dashboard-contact-record");
});

test("chosen values filter by the dashboard's own lists; other fields do nothing", () => {
  const filters = chosenFilters(berlin, { Channel: ["VOICE"], ContactCenter: ["berlin"] });
  expect(filters.map(({ query }) => query)).toEqual([{ match_phrase: { Channel: "VOICE" } }]);
});

test("a panel without its visualization is refused", () => {
  const dashboard = DASHBOARDS[0] as SavedObject<"dashboard">;
  const objects = OBJECTS.filter(({ type }) => type !== "visualization");
  expect(() => dashboardModel({ dashboard, objects, timeZones: [], language: "en" })).toThrow(
    `${dashboard.id}: no visualization panel_0.`,
  );
});
