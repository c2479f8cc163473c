import { resolveTimeRange, type AbsoluteRange } from "../../dashboards/search";
import { savedObjectsFor } from "../../dashboards/saved-objects";
import { applyTemplates } from "../../modules/analytics-content/content/apply";
import { contentFor } from "../../modules/analytics-content/content/content";
import { threeContactCenters } from "./exactness/contact-centers";
import {
  deliverHistory,
  simulateHistory,
  type Deliveries,
  type History,
} from "./exactness/history";
import { show, showNumber } from "./exactness/show";
import { serviceTruth } from "./exactness/service-truth";
import { activeAgents, newestCopies, truthOf } from "./exactness/truth";
import { sharedNode } from "./shared-node";

const node = sharedNode();
const { domain, contactCenters } = threeContactCenters("exact");
const objects = savedObjectsFor(domain, contactCenters);
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

const wholeTime: AbsoluteRange = {
  gte: "2026-02-01T00:00:00.000Z",
  lte: "2026-04-30T23:59:59.999Z",
};

function historyOf(alias: string): History {
  const history = histories.get(alias);
  if (!history) throw new Error(`${alias} has no history.`);
  return history;
}

beforeAll(async () => {
  await applyTemplates(node, contentFor(domain, contactCenters));
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
  expect(contacts.length).toBeGreaterThan(50_000);
  expect([...new Set(contacts.map(({ InitiationMethod }) => InitiationMethod))].sort()).toEqual([
    "AGENT_REPLY",
    "API",
    "CALLBACK",
    "DISCONNECT",
    "EXTERNAL_OUTBOUND",
    "FLOW",
    "INBOUND",
    "MONITOR",
    "OUTBOUND",
    "QUEUE_TRANSFER",
    "TRANSFER",
    "WEBRTC_API",
  ]);
  const count = (is: (contact: (typeof contacts)[number]) => boolean): number =>
    contacts.filter(is).length;
  expect(count(({ Agent }) => Agent === null)).toBeGreaterThan(1000);
  expect(
    count(({ Agent }) => Agent !== null && !("AfterContactWorkDuration" in Agent)),
  ).toBeGreaterThan(1000);
  expect(count(({ Agent }) => Agent?.AgentInteractionDuration === null)).toBeGreaterThan(100);
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

test.each([...histories.keys()])(
  "the stream to %s repeats and reorders, and only overtaken copies are refused",
  (alias) => {
    const { records } = historyOf(alias);
    const report = deliveries.get(alias);
    expect(report?.records.sent).toBeGreaterThan(records.length * 1.03);
    expect(records.length).toBeGreaterThan(newestCopies(records).length * 1.1);
    const reasons = new Set(report?.records.failed.map(({ type }) => type));
    expect([...reasons]).toEqual(["version_conflict_engine_exception"]);
    expect(report?.events.failed).toEqual([]);
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

  test("is as exact in what a supervisor asks next", async () => {
    const context = { timeRange: wholeTime, timeZone: "UTC" };
    const truth = serviceTruth(records, wholeTime, contactCenter);
    const number = (panel: string) => showNumber(node, objects, id(panel), context);
    expect(await number("service-level")).toBe(truth.serviceLevel);
    expect(await number("abandoned-share")).toBe(truth.abandonedShare);
    expect(await number("average-wait")).toBe(truth.averageWait);
    const { rows } = await show(node, objects, id("busy-hours"), context);
    expect(rows).toEqual(truth.busyHours);
  });

  test("has an answer for each of its panels", async () => {
    const panels = objects.filter(
      (object) => object.id.startsWith(id("")) && !/(about|filters|definitions)$/.test(object.id),
    );
    const timeRange = resolveTimeRange(MARCH, IN_MARCH, contactCenter.timeZone);
    for (const { id: panel, type } of panels) {
      if (type !== "visualization") continue;
      const { columns } = await show(node, objects, panel, { timeRange, timeZone: "UTC" });
      expect(columns.length).toBeGreaterThan(0);
    }
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
    if (!heartbeat) throw new Error("Nobody sent a heartbeat while offline.");
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
