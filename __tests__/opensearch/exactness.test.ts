import { resolveTimeRange } from "../../dashboards/evaluation/search";
import { applyTemplates } from "../../workbench/opensearch/apply-content";
import { contentFor } from "../../modules/opensearch-content/content/content";
import { contentProps } from "../../modules/stacks/content-props";
import { agentPanels } from "./exactness/agent-panels";
import { agentTimePanels, timesByEvent } from "./exactness/agent-time";
import { drawnNumbers } from "./exactness/drawn-numbers";
import { wallAgents, wallToday } from "./exactness/wall";
import { drawnBars } from "./exactness/drawn-bars";
import { agentsNow } from "./exactness/agents-now";
import {
  isAbandoned,
  isQueued,
  isShortAbandon,
  serviceLevelOf,
  thresholdOf,
} from "./exactness/contact-facts";
import {
  contactCenterTable,
  contactPanels,
  hourPanels,
  percentilePanels,
} from "./exactness/contact-panels";
import { threeContactCenters } from "./exactness/contact-centers";
import {
  deliverHistory,
  simulateHistory,
  type Deliveries,
  type History,
} from "./exactness/history";
import {
  atWorkIn,
  BUSY_HOUR,
  fiveMinutesOf,
  legsOf,
  OF_ONE_CONTACT_CENTER,
  OF_QUEUES,
  SEVEN_BUT_QUEUES,
  WITHOUT_NUMBERS,
  wholeTime,
} from "./exactness/samples";
import { marchOf, reportOf, shownTexts } from "./exactness/report";
import type { Report } from "../../report";
import { byCount, grouped } from "./exactness/grouped";
import { rankError, toleratedRankError } from "./exactness/rank";
import { show, showNumber } from "./exactness/show";
import { activeAgents, isWithin, newestCopies, truthOf } from "./exactness/truth";
import { expectOnlyOvertakenHeartbeats } from "./exactness/heartbeats";
import { expectVariety } from "./exactness/variety";
import { sharedNode } from "./shared-node";
import { savedObjectsOf } from "../../workbench/testing/configured";

const node = sharedNode();
const { domain, contactCenters } = threeContactCenters("exact");
const objects = savedObjectsOf(domain, contactCenters);
const histories = new Map<string, History>(
  contactCenters.map((center) => [center.alias, simulateHistory(center)]),
);
const deliveries = new Map<string, Deliveries>();

/** About half a minute on two cores with nothing else to do; a busy machine takes many times that. */
const DELIVERY_TIMEOUT_MS = 600_000;
/** Where the viewer's browser is. */
const VIEWERS = ["UTC", "America/Los_Angeles", "Asia/Seoul", "Europe/Berlin"];
const MARCH = { from: "now/M", to: "now/M" };
const IN_MARCH = new Date("2026-03-31T12:00:00Z");

function historyOf(alias: string): History {
  const history = histories.get(alias);
  if (!history) throw new Error(`${alias} has no history.`);
  return history;
}

beforeAll(async () => {
  await applyTemplates(node, contentFor(contentProps(domain, contactCenters)));
  for (const [alias, history] of histories) {
    deliveries.set(alias, await deliverHistory(node, history));
  }
  await node.refresh("exact-*");
}, DELIVERY_TIMEOUT_MS);

afterAll(async () => {
  await node.delete("exact-*");
});

test("the simulated time has more than 50,000 contacts, of every initiation method and fate", () => {
  const contacts = [...histories.values()].flatMap(({ records }) => newestCopies(records));
  expectVariety(contacts);
});

test("it matters which copy of a contact counts", () => {
  const { records } = historyOf("berlin");
  const oldestLast = [...records].reverse().map((record) => ({
    ...record,
    LastUpdateTimestamp: record.InitiationTimestamp,
  }));
  expect(truthOf(oldestLast, wholeTime, "UTC").averageAcw).not.toBe(
    truthOf(records, wholeTime, "UTC").averageAcw,
  );
});

test.each(["newyork", "seoul"])("the queues' thresholds move the service level of %s", (alias) => {
  const legs = legsOf([historyOf(alias)]);
  expect(new Set(legs.map(thresholdOf)).size).toBeGreaterThan(1);
  const bySingleThreshold = serviceLevelOf(legs, ({ center }) => center.serviceLevelSeconds);
  expect(serviceLevelOf(legs)).not.toBe(bySingleThreshold);
});

test("enough contacts of Berlin are abandoned soon to move its shares", () => {
  const abandoned = legsOf([historyOf("berlin")]).filter(({ record }) => isAbandoned(record));
  expect(abandoned.filter(isShortAbandon).length).toBeGreaterThan(10);
  expect(abandoned.every(isShortAbandon)).toBe(false);
});

test("the course of the agents has the time that their events end, event by event", () => {
  const atWork = atWorkIn([...histories.values()]);
  expect(agentTimePanels(atWork, true, timesByEvent)).toEqual(agentTimePanels(atWork, true));
});

test("the agents' days have time of every kind, logins and logouts", () => {
  const { "agent-days": days = [], "time-by-agent": agents = [] } = agentTimePanels(
    atWorkIn([...histories.values()]),
  );
  for (const column of [1, 2, 3, 4, 5]) {
    expect(agents.filter((row) => Number(row[column]) > 0).length).toBeGreaterThan(5);
  }
  for (const column of [2, 3]) {
    expect(days.filter((row) => row[column] !== null).length).toBeGreaterThan(10);
  }
});

test.each(contactCenters)("the queued contacts of $alias name their thresholds", async (center) => {
  const legs = legsOf([historyOf(center.alias)]);
  const queued = legs.filter((leg) => isQueued(leg.record) && !isShortAbandon(leg));
  for (const [seconds, of] of grouped(queued, (leg) => String(thresholdOf(leg)))) {
    const path = `${center.names.contactRecordIndex}-*/_count?q=ServiceLevelSeconds:${seconds}`;
    expect(await node.get(path)).toMatchObject({ count: of.length });
  }
});

test.each([...histories.keys()])(
  "the stream to %s repeats and reorders, and only overtaken copies are refused",
  (alias) => {
    const { records } = historyOf(alias);
    const report = deliveries.get(alias);
    expect(report?.records.sent).toBeGreaterThan(records.length * 1.03);
    expect(records.length).toBeGreaterThan(newestCopies(records).length * 1.1);
    const reasons = new Set(report?.records.failed.map(({ type }) => type));
    expect([...reasons]).toEqual(["version_conflict_engine_exception"]);
    expectOnlyOvertakenHeartbeats(report?.events.failed);
  },
);

describe.each([...histories.keys()])("the dashboard of %s", (alias) => {
  const { contactCenter, records, events } = historyOf(alias);
  const id = (panel: string): string => `${contactCenter.names.dashboard}-${panel}`;

  test.each(VIEWERS)("shows March exactly to a viewer in %s", async (timeZone) => {
    const timeRange = resolveTimeRange(MARCH, IN_MARCH, timeZone);
    const context = { timeRange, timeZone };
    const truth = truthOf(records, timeRange, contactCenter.timeZone);
    expect(truth.numberOfCalls).toBeGreaterThan(10_000);

    expect(await showNumber(node, objects, id("number-of-calls"), context)).toBe(
      truth.numberOfCalls,
    );
    expect(await showNumber(node, objects, id("average-acw"), context)).toBe(truth.averageAcw);
    expect(await showNumber(node, objects, id("average-call-duration"), context)).toBe(
      truth.averageCallDuration,
    );
    const bars = await show(node, objects, id("ctrs"), context);
    expect(bars.rows).toEqual(truth.callsPerDay);
    const table = await show(node, objects, id("calls-per-day"), context);
    expect(table.rows).toEqual(truth.callsPerDay);
    expect(await showNumber(node, objects, id("number-of-agents"), context)).toBe(
      activeAgents(events, timeRange),
    );
  });

  test("cuts days on its own clock: what a viewer's zone would cut differently, it does not", async () => {
    const truth = truthOf(records, wholeTime, contactCenter.timeZone);
    const elsewhere = truthOf(records, wholeTime, "Pacific/Auckland");
    expect(elsewhere.callsPerDay).not.toEqual(truth.callsPerDay);
    for (const timeZone of ["Pacific/Auckland", contactCenter.timeZone]) {
      const { rows } = await show(node, objects, id("ctrs"), { timeRange: wholeTime, timeZone });
      expect(rows).toEqual(truth.callsPerDay);
    }
  });

  test("leaves out agents who are only still sending heartbeats", async () => {
    // An hour of the night after a shift: agents are logged out, and events still come.
    const busy = events.filter(
      ({ CurrentAgentSnapshot, EventType }) =>
        EventType === "HEART_BEAT" && CurrentAgentSnapshot.AgentStatus.Type === "OFFLINE",
    );
    const [heartbeat] = busy;
    if (!heartbeat) throw new Error("No agent sent a heartbeat while offline.");
    const at = Date.parse(heartbeat.EventTimestamp);
    const timeRange = {
      gte: new Date(at - 1000).toISOString(),
      lte: new Date(at + 1000).toISOString(),
    };
    const inRange = events.filter(({ EventTimestamp }) => Date.parse(EventTimestamp) === at);
    expect(inRange.length).toBeGreaterThan(0);
    expect(
      await showNumber(node, objects, id("number-of-agents"), { timeRange, timeZone: "UTC" }),
    ).toBe(activeAgents(events, timeRange));
    expect(activeAgents([heartbeat], timeRange)).toBe(0);
  });
});

describe.each([...histories.keys()])("the wall of %s", (alias) => {
  const { contactCenter } = historyOf(alias);
  const id = (panel: string): string => `${contactCenter.names.dashboard}-${panel}`;
  const wholeDay = { timeRange: wholeTime, timeZone: "UTC" };

  test("counts the agents by their newest event", async () => {
    const timeRange = fiveMinutesOf(BUSY_HOUR[alias]);
    const context = { timeRange, timeZone: "UTC" };
    const seen = atWorkIn([historyOf(alias)]).filter(({ event }) =>
      isWithin(event.EventTimestamp, timeRange),
    );
    const truth = wallAgents(seen);
    expect(truth.flat().filter((count) => Number(count) > 0).length).toBeGreaterThan(1);
    const { rows } = await show(node, objects, id("wall-agents"), context);
    expect(rows).toEqual(truth);
    const drawn = await drawnNumbers(node, objects, id("wall-agents"), context);
    expect(drawn.map(({ text }) => text)).toEqual(truth.flat().map(String));
  });

  test("has the shares of the range, as the summary has them, colored by their limits", async () => {
    const truth = wallToday(legsOf([historyOf(alias)]));
    const { rows } = await show(node, objects, id("wall-today"), wholeDay);
    expect(rows).toEqual(truth);
    const [level, abandoned] = truth.flat().map(Number);
    const drawn = await drawnNumbers(node, objects, id("wall-today"), wholeDay);
    expect(drawn.map(({ text }) => text)).toEqual(
      [level, abandoned].map((share) => `${((share ?? 0) * 100).toFixed(1)}%`),
    );
    expect(drawn.map(({ limit }) => limit)).toEqual(["≥ 80.0%", "≤ 5.0%"]);
    const [GOOD, BAD] = ["#187a3d", "#b3261e"];
    expect(drawn.map(({ color }) => color)).toEqual([
      Number(level) >= 0.8 ? GOOD : BAD,
      Number(abandoned) <= 0.05 ? GOOD : BAD,
    ]);
  });

  test("can be read at 6 m on a screen of 55 inches", async () => {
    // 1 px is 0.63 mm; a digit is 0.7 of its font's height, and 1/200 of the distance is easily read.
    for (const panel of ["wall-agents", "wall-today"]) {
      for (const { fontSize } of await drawnNumbers(node, objects, id(panel), wholeDay)) {
        expect(fontSize * 0.7 * 0.63).toBeGreaterThanOrEqual(6000 / 200);
      }
    }
  });

  test("without a document it shows no number and no color", async () => {
    const context = {
      timeRange: { gte: "2020-01-01T00:00:00.000Z", lte: "2020-01-02T00:00:00.000Z" },
      timeZone: "UTC",
    };
    const shares = await drawnNumbers(node, objects, id("wall-today"), context);
    expect(shares.map(({ text, color }) => [text, color])).toEqual([
      ["–", "#343741"],
      ["–", "#343741"],
    ]);
    const agents = await drawnNumbers(node, objects, id("wall-agents"), context);
    expect(agents.map(({ text }) => text)).toEqual(["0", "0", "0"]);
  });
});

describe.each([...histories.keys()])("the report of %s", (alias) => {
  const { contactCenter, events, records } = historyOf(alias);
  const march = marchOf(contactCenter);
  let report: Report;

  beforeAll(async () => (report = await reportOf(node, contactCenter, march)));

  test("has March on the contact center's own clock, exactly", () => {
    const truth = truthOf(records, march.range, contactCenter.timeZone);
    const [days] = report.tables;
    expect(days?.data.rows).toEqual(truth.callsPerDay);
    expect(report.charts[0]?.data.series[0]?.values).toEqual(truth.callsPerDay.map(([, n]) => n));
    expect(report.figures.slice(0, 2).map(({ value }) => value)).toEqual([
      truth.numberOfCalls.toLocaleString("en"),
      activeAgents(events, march.range).toLocaleString("en"),
    ]);
    const february = truthOf(records, report.comparedWith.range, contactCenter.timeZone);
    const change = truth.numberOfCalls / february.numberOfCalls - 1;
    const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });
    expect(report.figures[0]?.change).toBe(`+${percent.format(change)}`);
  });

  test("says of each figure what its card says", async () => {
    const cards = ["number-of-calls", "number-of-agents", "service-level", "average-call-duration"];
    const others = ["average-acw", "average-wait", "abandoned-share"];
    const shown: (readonly string[])[] = [];
    for (const card of [...cards, ...others]) {
      const id = `${contactCenter.names.dashboard}-${card}`;
      shown.push(await shownTexts(node, objects, id, march));
    }
    expect(report.figures.map(({ value }) => [value])).toEqual(shown);
  });
});

test("before the first record, panels of Vega are drawn without an error", async () => {
  const { contactCenters: later, domain: empty } = threeContactCenters("exactempty");
  const own = savedObjectsOf(empty, later);
  const context = { timeRange: wholeTime, timeZone: "UTC" };
  const id = (panel: string): string => `${later[0]?.names.dashboard}-${panel}`;
  const texts = async (panel: string) =>
    (await drawnNumbers(node, own, id(panel), context)).map(({ text }) => text);
  expect(await texts("wall-today")).toEqual(["–", "–"]);
  expect(await texts("wall-queue")).toEqual(["–", "–"]);
  expect(await texts("wall-agents")).toEqual(["0", "0", "0"]);
  expect((await show(node, own, id("wall-queue"), context)).rows).toEqual([[null, null]]);
  expect((await show(node, own, id("wall-agents"), context)).rows).toEqual([[0, 0, 0]]);
  expect(await drawnBars(node, own, id("occupancy"), context)).toEqual([]);
  expect((await show(node, own, id("occupancy"), context)).rows).toEqual([]);
});

const dashboards = [
  ...contactCenters.map(({ alias, names }) => ({
    of: alias,
    prefix: `${names.dashboard}-`,
    own: [historyOf(alias)],
  })),
  { of: "all", prefix: `${domain.names.overview}-`, own: [...histories.values()] },
];

describe.each(dashboards)("what else is on the dashboard of $of", ({ of, own, prefix }) => {
  const legs = legsOf(own);
  const truths = {
    ...contactPanels(legs, of === "all"),
    ...agentPanels(atWorkIn(own)),
    ...agentTimePanels(atWorkIn(own), of === "all"),
    ...(of === "all" && { "contact-centers": contactCenterTable(legs) }),
  };
  const percentiles = percentilePanels(legs);

  test.each(Object.entries(truths))("%s is exact, row by row", async (panel, truth) => {
    const context = { timeRange: wholeTime, timeZone: "UTC" };
    const { rows } = await show(node, objects, prefix + panel, context);
    expect(truth.length).toBeGreaterThan(0);
    expect(rows).toEqual(truth);
  });

  test("a filter that leaves hours without contacts moves no hour and no weekday", async () => {
    const [agent = "", contacts = []] =
      byCount(grouped(legs, ({ record }) => record.Agent?.Username)).at(-1) ?? [];
    const truth = hourPanels(legs, contacts);
    expect(truth["busy-hours"].some((row) => row.at(-1) === 0)).toBe(true);
    const filters = [{ query: { match_phrase: { "Agent.Username": agent } } }];
    const context = { timeRange: wholeTime, timeZone: "UTC", filters };
    for (const [panel, expected] of Object.entries(truth)) {
      const { rows } = await show(node, objects, prefix + panel, context);
      expect(rows).toEqual(expected);
    }
  });

  test("occupancy is drawn by Vega: a bar for each row, as wide as the share", async () => {
    const context = { timeRange: wholeTime, timeZone: "UTC" };
    const bars = await drawnBars(node, objects, `${prefix}occupancy`, context);
    const { occupancy = [] } = agentTimePanels(atWorkIn(own), of === "all");
    expect(bars.map(({ name }) => name)).toEqual(occupancy.map(([name]) => name));
    expect(bars.map(({ text }) => text)).toEqual(
      occupancy.map(([, share]) => `${(100 * Number(share)).toFixed(1)}%`),
    );
    for (const [n, { width }] of bars.entries()) {
      expect(width).toBeCloseTo(Number(occupancy[n]?.[1]), 9);
      expect(width).toBeLessThan(1);
    }
  });

  test("the rows of a table add up to the figure above them", async () => {
    const context = { timeRange: wholeTime, timeZone: "UTC" };
    const figure = await showNumber(node, objects, `${prefix}number-of-calls`, context);
    for (const panel of ["calls-per-day", "queues", ...(of === "all" ? ["contact-centers"] : [])]) {
      const { columns, rows } = await show(node, objects, prefix + panel, context);
      const contacts = columns.findIndex(({ kind }) => kind === "metric");
      const sum = rows.reduce((total, row) => total + Number(row[contacts]), 0);
      expect([panel, sum]).toEqual([panel, figure]);
    }
    // The mean of the agents' rows, by their contacts, is the figure.
    const { columns, rows } = await show(node, objects, `${prefix}agents`, context);
    const first = columns.findIndex(({ kind }) => kind === "metric");
    const handled = rows.reduce((total, row) => total + Number(row[first]), 0);
    const workOf = (row: (typeof rows)[number]) => Number(row[first]) * Number(row[first + 2]);
    const work = rows.reduce((total, row) => total + workOf(row), 0);
    const acw = await showNumber(node, objects, `${prefix}average-acw`, context);
    expect(work / handled).toBeCloseTo(Number(acw), 9);
  });

  test("agent-states (Agents Now) is exact: each agent's newest event", async () => {
    const timeRange = fiveMinutesOf(BUSY_HOUR[of]);
    const panel = `${prefix}agent-states`;
    const { rows } = await show(node, objects, panel, { timeRange, timeZone: "UTC" });
    const seen = atWorkIn(own).filter(({ event }) => isWithin(event.EventTimestamp, timeRange));
    expect(new Set(seen.map(({ event }) => event.EventType)).size).toBeGreaterThan(1);
    const truth = agentsNow(seen, of === "all");
    expect(new Set(truth.map((row) => row.at(-1))).size).toBeGreaterThan(2);
    expect(rows).toEqual(truth);
  });

  test.each(Object.entries(percentiles))(
    "%s misses no rank by more than said",
    async (panel, days) => {
      const context = { timeRange: wholeTime, timeZone: "UTC" };
      const { rows } = await show(node, objects, prefix + panel, context);
      expect(rows.map(([day]) => day)).toEqual(days.map(([day]) => day));
      const tooFar = days.flatMap(([day, sorted], n) =>
        [50, 90, 95].flatMap((percent, column) => {
          const value = Number(rows[n]?.[column + 1]);
          const error = rankError(sorted, percent, value);
          return error <= toleratedRankError(percent, sorted.length)
            ? []
            : [{ day, percent, value, error, count: sorted.length }];
        }),
      );
      expect(tooFar).toEqual([]);
    },
  );

  test("no panel is left without a computation of its own", () => {
    const panels = objects
      .filter(({ id, type }) => type === "visualization" && id.startsWith(prefix))
      .map(({ id }) => id.slice(prefix.length));
    const proven = [...Object.keys(truths), ...Object.keys(percentiles), "agent-states"];
    expect(panels.sort()).toEqual(
      [
        ...proven,
        ...SEVEN_BUT_QUEUES,
        ...OF_QUEUES,
        ...(of === "all" ? [] : OF_ONE_CONTACT_CENTER),
        ...WITHOUT_NUMBERS,
      ].sort(),
    );
  });
});

test("at a queue's own threshold, its column has the service level of the queue", async () => {
  const { contactCenter } = historyOf("seoul");
  const context = { timeRange: wholeTime, timeZone: "UTC" };
  const rowsOf = async (panel: string) =>
    (await show(node, objects, `${contactCenter.names.dashboard}-${panel}`, context)).rows;
  const levels = new Map((await rowsOf("queues")).map(([queue, , level]) => [queue, level]));
  const columns = { Orders: 2, "(agent queues)": 3, Support: 4 };
  const rows = await rowsOf("service-level-thresholds");
  for (const [queue, column] of Object.entries(columns)) {
    const row = rows.find(([name]) => name === queue);
    expect([queue, row?.[column]]).toEqual([queue, levels.get(queue)]);
    expect(new Set(row?.slice(2)).size).toBe(3);
  }
});

test("the dashboard over all contact centers shows the sum of theirs", async () => {
  const context = { timeRange: wholeTime, timeZone: "UTC" };
  const id = (panel: string): string => `${domain.names.overview}-${panel}`;
  const each = contactCenters.map((center) => {
    const { records, events } = historyOf(center.alias);
    return {
      truth: truthOf(records, wholeTime, center.timeZone),
      agents: activeAgents(events, wholeTime),
    };
  });
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  expect(await showNumber(node, objects, id("number-of-calls"), context)).toBe(
    sum(each.map(({ truth }) => truth.numberOfCalls)),
  );
  expect(await showNumber(node, objects, id("number-of-agents"), context)).toBe(
    sum(each.map(({ agents }) => agents)),
  );
  const allRecords = [...histories.values()].flatMap(({ records }) => records);
  const all = truthOf(allRecords, wholeTime, "UTC");
  expect(await showNumber(node, objects, id("average-acw"), context)).toBe(all.averageAcw);
  expect(await showNumber(node, objects, id("average-call-duration"), context)).toBe(
    all.averageCallDuration,
  );
});
