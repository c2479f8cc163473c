import type { Browser } from "playwright-core";
import { resolveTimeRange, type PanelData } from "../../dashboards/evaluation/search";
import { PANEL_NAMES, textsIn, TOPIC_NAMES } from "../../dashboards/texts";
import { API, type SearchAnswer } from "../../workbench/preview/api";
import { openBrowser } from "../../workbench/preview/browser";
import { agentsNow } from "../opensearch/exactness/agents-now";
import { rankError, toleratedRankError } from "../opensearch/exactness/rank";
import { isWithin } from "../opensearch/exactness/truth";
import { DashboardPage, type PageChoices } from "./dashboard-page";
import { ON_THE_WALL, WITHOUT_NUMBERS } from "../opensearch/exactness/samples";
import { agentTruth, pageTruth, type PageTruth } from "./page-truth";
import { startPlaying, type Arrived, type Playing } from "./playing";
import { queueTrendTruth } from "./queue-truth";

const DAYS = 9;
const CONTACTS_PER_DAY = 90;
const START_TIMEOUT_MS = 300_000;

let playing: Playing;
let browser: Browser;
let opened: DashboardPage[] = [];

beforeAll(async () => {
  [playing, browser] = await Promise.all([
    startPlaying({ days: DAYS, contactsPerDay: CONTACTS_PER_DAY }),
    openBrowser(),
  ]);
  // Filled, but time does not pass: what is shown can be computed to the last contact.
  await playing.preview.fillRest();
}, START_TIMEOUT_MS);

afterEach(async () => {
  const faults = opened.flatMap((page) => page.faults);
  await Promise.all(opened.map((page) => page.close()));
  opened = [];
  // Whatever a test does: no error in the console, no exception, no failed request.
  expect(faults).toEqual([]);
});

afterAll(async () => {
  await browser.close();
  await playing.stop();
});

const EVERYTHING = {
  from: new Date(Date.now() - 60 * 86_400_000).toISOString(),
  to: new Date(Date.now() + 86_400_000).toISOString(),
};
const ALL_TIME = { gte: EVERYTHING.from, lte: EVERYTHING.to };

async function open(choices: PageChoices): Promise<DashboardPage> {
  const page = await DashboardPage.open(browser, playing.preview.url, choices);
  opened.push(page);
  return page;
}

const DASHBOARDS = [
  { dashboard: "preview-berlin-dashboard", of: ["berlin"] },
  { dashboard: "preview-seoul-dashboard", of: ["seoul"] },
  { dashboard: "preview-main-overview", of: ["berlin", "seoul"] },
] as const;
const [BERLIN, SEOUL] = DASHBOARDS;

function arrivedIn(of: readonly string[]): readonly Arrived[] {
  return playing.arrived.filter(({ center }) => of.includes(center.alias));
}

/** The dashboards of all topics, one after the other by their links, the summary last. */
async function onEachTopic<T>(
  page: DashboardPage,
  dashboard: string,
  read: () => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const [summary, ...others] = TOPIC_NAMES.map((topic) =>
    topic === "summary" ? dashboard : `${dashboard}-${topic}`,
  );
  const all: T[] = [];
  for (const topic of [...others, summary ?? dashboard]) {
    await page.visit(topic);
    all.push(...(await read()));
  }
  return all;
}

/** The rows of these panels, wherever they are. */
async function shownRows(
  page: DashboardPage,
  dashboard: string,
  panels: readonly string[],
): Promise<Readonly<Record<string, PanelData["rows"]>>> {
  const rows = await onEachTopic(page, dashboard, async () => {
    const here = new Set(await page.panels());
    const own = panels.filter((panel) => here.has(`${dashboard}-${panel}`));
    return await Promise.all(
      own.map(async (panel) => [panel, await page.rows(`${dashboard}-${panel}`)] as const),
    );
  });
  return Object.fromEntries(rows);
}

async function expectRows(
  page: DashboardPage,
  dashboard: string,
  truth: PageTruth["rows"],
): Promise<void> {
  expect(await shownRows(page, dashboard, Object.keys(truth))).toEqual(truth);
}

describe.each(DASHBOARDS)("the page of $dashboard", ({ dashboard, of }) => {
  test("shows in every panel what the events add up to", async () => {
    const page = await open({ dashboard, ...EVERYTHING });
    const arrived = arrivedIn(of);
    const { percentiles, rows } = pageTruth(arrived, { range: ALL_TIME });
    const proven = { ...rows, ...agentTruth(arrived, ALL_TIME) };
    await expectRows(page, dashboard, proven);
    expect(Number(proven["number-of-calls"]?.[0]?.[0])).toBeGreaterThan(500);

    const shownPercentiles = await shownRows(page, dashboard, Object.keys(percentiles));
    for (const [panel, days] of Object.entries(percentiles)) {
      const shown = shownPercentiles[panel] ?? [];
      const tooFar = days.flatMap(([day, sorted], n) =>
        [50, 90, 95].filter((percent, column) => {
          const value = Number(shown[n]?.[column + 1]);
          const error = rankError(sorted, percent, value);
          return shown[n]?.[0] !== day || error > toleratedRankError(percent, sorted.length);
        }),
      );
      expect([panel, tooFar]).toEqual([panel, []]);
    }

    const trend = queueTrendTruth(playing.preview.play, of, (panel) =>
      page.search(`${dashboard}-${panel}`),
    );
    await expectRows(page, dashboard, trend);

    const range = page.rangeOf(`${dashboard}-agent-states`);
    const seen = arrived.flatMap(({ center, events }) =>
      events
        .filter(({ EventTimestamp }) => isWithin(EventTimestamp, range))
        .map((event) => ({ center, event })),
    );
    const agents = agentsNow(seen, arrived.length > 1);
    await expectRows(page, dashboard, { "agent-states": agents });

    const ofNow = ["calls-in-queue", "queues-now", ...(of.length === 1 ? ["snapshot-time"] : [])];
    const all = [...Object.keys({ ...proven, ...percentiles, ...trend }), "agent-states"];
    const panels = await onEachTopic(page, dashboard, () => page.panels());
    expect([...new Set(panels)].sort()).toEqual(
      [...all, ...ofNow, ...WITHOUT_NUMBERS].map((panel) => `${dashboard}-${panel}`).sort(),
    );
  });
});

test("the wall shows its three panels, and the day's shares as the summary has them", async () => {
  const { dashboard, of } = BERLIN;
  const page = await open({ dashboard: `${dashboard}-wall`, ...EVERYTHING });
  expect(await page.panels()).toEqual(ON_THE_WALL.map((panel) => `${dashboard}-${panel}`));
  const { rows } = pageTruth(arrivedIn(of), { range: ALL_TIME });
  const shares = [rows["service-level"], rows["abandoned-share"]].map((row) => row?.[0]?.[0]);
  expect(await page.rows(`${dashboard}-wall-today`)).toEqual([shares]);
  const texts = await page.page.locator(".big-value").allInnerTexts();
  expect(texts).toContain(`${(Number(shares[0]) * 100).toFixed(1)}%`);
});

test("nothing was refused but what a newer copy had overtaken", () => {
  expect(playing.preview.play.refused).toBe(0);
  expect(playing.preview.play.contacts).toBeGreaterThan(1000);
});

test("a queue that is chosen as a filter changes every panel, and clearing it changes them back", async () => {
  const { dashboard, of } = BERLIN;
  const page = await open({ dashboard, ...EVERYTHING });
  const list = page.page.locator('[data-control="Queue.Name"]');
  await list.locator("summary").click();
  await page.change(() => list.getByLabel("Orders", { exact: true }).check());

  const { rows } = pageTruth(arrivedIn(of), { range: ALL_TIME, queue: "Orders" });
  expect(Number(rows["number-of-calls"]?.[0]?.[0])).toBeGreaterThan(100);
  await expectRows(page, dashboard, rows);
  // Agents and the total belong to no queue: nothing is shown, or no agent.
  await expectRows(page, dashboard, { "number-of-agents": [[0]], "agents-per-day": [] });

  await page.change(() => page.page.getByRole("button", { name: "Clear all filters" }).click());
  await expectRows(page, dashboard, pageTruth(arrivedIn(of), { range: ALL_TIME }).rows);
});

test.each([
  ["Today", "now/d", "now/d"],
  ["Yesterday", "now-1d/d", "now-1d/d"],
  ["Last 7 days", "now-7d", "now"],
  ["This month", "now/M", "now/M"],
])("the time range %s changes every panel", async (name, from, to) => {
  const { dashboard, of } = BERLIN;
  const page = await open({ dashboard, ...EVERYTHING });
  await page.select("Time range", name);
  const range = page.rangeOf(`${dashboard}-number-of-calls`);
  const expected = resolveTimeRange({ from, to }, new Date(), "UTC");
  // `now` itself has moved on since; what is rounded to days or months has not.
  if (from.includes("/")) expect(range).toEqual(expected);
  await expectRows(page, dashboard, pageTruth(arrivedIn(of), { range }).rows);
});

test.each(["America/Los_Angeles", "Asia/Seoul", "Pacific/Auckland"])(
  "for a viewer in %s today begins when it does there, and days are still the contact center's",
  async (timeZone) => {
    const { dashboard, of } = SEOUL;
    const page = await open({ dashboard, from: "now-1d/d", to: "now/d" });
    await page.select("Time zone", timeZone);
    const range = page.rangeOf(`${dashboard}-number-of-calls`);
    expect(range).toEqual(
      resolveTimeRange({ from: "now-1d/d", to: "now/d" }, new Date(), timeZone),
    );
    await expectRows(page, dashboard, pageTruth(arrivedIn(of), { range }).rows);
  },
);

test("in Korean every panel has its Korean title, and the same numbers", async () => {
  const { dashboard, of } = BERLIN;
  const page = await open({ dashboard, ...EVERYTHING });
  await page.select("Language", "한국어");
  const titles = await onEachTopic(page, dashboard, () => page.titles());
  const { definitions, filters, header, panels } = textsIn("ko", [
    { title: "Berlin", timeZone: "Europe/Berlin", serviceLevelSeconds: 20 },
  ]);
  // The preview has no Connect to compare with.
  const own = PANEL_NAMES.filter((name) => !/^(contactCenters$|wall|reconciliation)/.test(name));
  for (const { title } of [...own.map((name) => panels[name]), definitions, filters, header]) {
    expect(titles).toContain(title);
  }
  expect(await page.page.locator("html").getAttribute("lang")).toBe("ko");
  await expectRows(page, dashboard, pageTruth(arrivedIn(of), { range: ALL_TIME }).rows);
});

describe("through the page's server", () => {
  const index = "preview-berlin-contact-records*";
  const send = async (path: string, body: unknown) => {
    const response = await fetch(new URL(path, playing.preview.url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  };
  const search = async (...searches: readonly unknown[]) => {
    const { status, text } = await send(API.searches, { searches });
    const lines = text.split("\n").filter(Boolean);
    return { status, answers: lines.map((line) => JSON.parse(line) as SearchAnswer) };
  };
  const counted = { panel: "p", index, body: { size: 0, track_total_hits: true } };

  test("searches of a dashboard's index patterns are answered, each in a line that says which", async () => {
    const { answers, status } = await search(counted, { ...counted, panel: "q" });
    expect(status).toBe(200);
    expect(answers.map((answer) => answer.search).sort()).toEqual([0, 1]);
    for (const answer of answers) expect(answer).toHaveProperty("answer.hits.total.value");
  });

  test.each([
    ["another index", { index: ".kibana", body: {} }, 403],
    ["every index", { index: "*", body: {} }, 403],
    ["a path beside the index", { index: `${index}/_doc/1?`, body: {} }, 403],
    ["a search that OpenSearch refuses", { index, body: { nonsense: 1 } }, 502],
  ])("%s is refused alone", async (_what, refused, status) => {
    const { answers } = await search({ panel: "p", ...refused }, counted);
    const [alone, answered] = answers.sort((one, other) => one.search - other.search);
    expect(alone).toEqual({ search: 0, status, problem: expect.any(String) as string });
    expect(answered).toHaveProperty("answer.hits.total.value");
  });

  test.each([
    ["another parameter", { panel: "p", index, parameters: { pipeline: "x" }, body: {} }],
    ["something that is no search", { panel: "p", index, path: "_bulk", body: {} }],
  ])("%s is no request", async (_what, sent) => {
    const { status, text } = await send(API.searches, { searches: [sent] });
    expect(status).toBe(400);
    expect(text).toMatch(/These are no searches/);
  });

  test.each(["/_bulk", "/api/searches/../../_all"])("%s is no place", async (path) => {
    expect((await send(path, { searches: [counted] })).status).toBe(404);
  });
});

test("a choice sends the searches of all panels in one request", async () => {
  const page = await open({ dashboard: SEOUL.dashboard, ...EVERYTHING });
  const before = page.searchesSent.length;
  await page.select("Time range", "Last 7 days");
  // Panels of current metrics search each second as well.
  const largest = Math.max(...page.searchesSent.slice(before));
  const lists = 3;
  const withoutSearch = ["header", "filters", "definitions"];
  expect(largest).toBe((await page.panels()).length - withoutSearch.length + lists);
});

test("a reload keeps what was chosen", async () => {
  const { dashboard } = SEOUL;
  const page = await open({ dashboard, from: "now-7d", to: "now", tz: "Asia/Tokyo", lang: "ko" });
  const before = [page.page.url(), await page.titles()];
  await page.change(() => page.page.reload());
  expect([page.page.url(), await page.titles()]).toEqual(before);
});
