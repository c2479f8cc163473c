import {
  indexPatternOf,
  type SearchRequest,
  type SearchResponse,
} from "../../../../dashboards/evaluation/search";
import type { VisState } from "../../../../dashboards/visualizations";
import {
  PanelLoader,
  type SearchingPanel,
  type Shown,
  type View,
} from "../../../../workbench/preview/page/data/panel-loader";
import { OBJECTS, visualization } from "../../../dashboards/objects";

const object = visualization("acme-berlin-dashboard-number-of-calls");
const PANEL: SearchingPanel = {
  id: object.id,
  title: "Number of Calls",
  description: "",
  grid: { x: 0, y: 0, w: 12, h: 7 },
  visualization: object,
  vis: JSON.parse(object.attributes.visState) as VisState,
  indexPattern: indexPatternOf(object, OBJECTS),
  isNow: false,
};

const NOW = Date.parse("2026-03-29T12:00:00Z");
const view = (key: string): View => ({
  key,
  timeRange: { from: "now/M", to: "now/M" },
  timeZone: "UTC",
  filters: [],
});

const calls = (value: number): SearchResponse => ({ hits: { total: { value } } });
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A loader whose searches find what the test says. */
function loader(
  find: (request: SearchRequest) => Promise<SearchResponse>,
  { panel = PANEL, elsewhere = false } = {},
) {
  const shown: Shown[] = [];
  const asked: SearchRequest[] = [];
  const search = (request: SearchRequest): Promise<SearchResponse> => {
    asked.push(request);
    return find(request);
  };
  const made = new PanelLoader(
    panel,
    search,
    (news) => shown.push(news),
    () => elsewhere,
  );
  return { loader: made, shown, asked };
}

const IN_MARCH = {
  range: {
    InitiationTimestamp: {
      gte: "2026-03-01T00:00:00.000Z",
      lte: "2026-03-31T23:59:59.999Z",
      format: "strict_date_optional_time",
    },
  },
};

test("a panel searches in the chosen range at the simulated moment, and shows what is found", async () => {
  const { asked, loader: panel, shown } = loader(() => Promise.resolve(calls(50_123)));
  panel.load(view("march"), NOW);
  await settle();
  expect(asked[0]?.body["query"]).toMatchObject({ bool: { filter: [{}, IN_MARCH] } });
  const [news] = shown;
  expect(news).toMatchObject({ state: "ready", key: "march", data: { rows: [[50_123]] } });
  expect(news?.state === "ready" && news.formats[0]?.(50_123)).toBe("50,123");
});

test("a range of its own goes before the chosen one", async () => {
  const own = { ...PANEL, timeRange: { from: "now-24h", to: "now" } };
  const { asked, loader: panel } = loader(() => Promise.resolve(calls(1)), { panel: own });
  panel.load(view("march"), NOW);
  await settle();
  expect(JSON.stringify(asked[0]?.body["query"])).toContain("2026-03-28T12:00:00.000Z");
});

test("what is as it was is not shown again, what is new is", async () => {
  const numbers = [7, 7, 8];
  const {
    asked,
    loader: panel,
    shown,
  } = loader(() => Promise.resolve(calls(numbers.shift() ?? 0)));
  while (numbers.length > 0) {
    panel.load(view("march"), NOW);
    await settle();
  }
  expect(asked).toHaveLength(3);
  expect(shown).toMatchObject([{ data: { rows: [[7]] } }, { data: { rows: [[8]] } }]);
});

test("the same number for other choices is shown, because it was asked for", async () => {
  const { loader: panel, shown } = loader(() => Promise.resolve(calls(7)));
  panel.load(view("march"), NOW);
  await settle();
  panel.load(view("april"), NOW);
  await settle();
  expect(shown).toMatchObject([{ key: "march" }, { key: "april" }]);
});

test("numbers that are as they were are the same objects, so that nothing is drawn for them", async () => {
  const numbers = [7, 7, 8];
  const { loader: panel, shown } = loader(() => Promise.resolve(calls(numbers.shift() ?? 0)));
  for (const key of ["march", "march with a filter", "april"]) {
    panel.load(view(key), NOW);
    await settle();
  }
  const [first, same, other] = shown.map((news) =>
    news.state === "ready" ? news.data : undefined,
  );
  expect(same).toBe(first);
  expect(other).not.toBe(first);
});

test("moments of a longer range are written otherwise, even if they are the same", async () => {
  const { loader: panel, shown } = loader(() => Promise.resolve(calls(7)));
  panel.load(view("march"), NOW);
  await settle();
  panel.load({ ...view("today"), timeRange: { from: "now/d", to: "now/d" } }, NOW);
  await settle();
  const [month, day] = shown.map((news) => (news.state === "ready" ? news.formats : undefined));
  expect(day).not.toBe(month);
});

test("a failure is shown in words, and the next success takes its place", async () => {
  const answers = [Promise.reject(new Error("all shards failed")), Promise.resolve(calls(7))];
  const { loader: panel, shown } = loader(() => answers.shift() ?? Promise.resolve(calls(0)));
  panel.load(view("march"), NOW);
  await settle();
  panel.load(view("march"), NOW);
  await settle();
  expect(shown).toMatchObject([
    { state: "failed", problem: "all shards failed" },
    { state: "ready", data: { rows: [[7]] } },
  ]);
});

test("what cannot be translated fails in words too, without a search", async () => {
  const { asked, loader: panel, shown } = loader(() => Promise.resolve(calls(7)));
  panel.load({ ...view("march"), timeRange: { from: "yesterday", to: "now" } }, NOW);
  await settle();
  expect(asked).toEqual([]);
  expect(shown).toMatchObject([
    { state: "failed", problem: expect.stringContaining('time "yesterday"') as string },
  ]);
});

test("a failure that is not the panel's own leaves what is shown", async () => {
  const { loader: panel, shown } = loader(() => Promise.reject(new Error("gone")), {
    elsewhere: true,
  });
  panel.load(view("march"), NOW);
  await settle();
  expect(shown).toEqual([]);
});
