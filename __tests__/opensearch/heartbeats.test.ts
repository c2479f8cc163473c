import fc from "fast-check";
import type { AbsoluteRange } from "../../dashboards/evaluation/search";
import { HEART_BEAT } from "../../fields";
import { contentFor } from "../../modules/opensearch-content/content/content";
import { contentProps } from "../../modules/stacks/content-props";
import { applyTemplates } from "../../workbench/opensearch/apply-content";
import { deliver, type Arrival } from "../../workbench/simulator/delivery";
import type { AgentEvent } from "../../workbench/simulator/shapes/agent-event";
import { savedObjectsOf } from "../../workbench/testing/configured";
import { agentPanels } from "./exactness/agent-panels";
import { agentTimePanels, timesByEvent } from "./exactness/agent-time";
import { agentsNow } from "./exactness/agents-now";
import { threeContactCenters } from "./exactness/contact-centers";
import { grouped } from "./exactness/grouped";
import { expectOnlyOvertakenHeartbeats, hoursOfAgents } from "./exactness/heartbeats";
import { disordered } from "./exactness/history";
import { show, showNumber } from "./exactness/show";
import { activeAgents, isActivity, isWithin } from "./exactness/truth";
import { wallAgents } from "./exactness/wall";
import { sharedNode } from "./shared-node";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const node = sharedNode();
const { domain, contactCenters } = threeContactCenters("heartbeats");
const objects = savedObjectsOf(domain, contactCenters);
const [center] = contactCenters;
if (!center) throw new Error("There are contact centers.");
const { agentEvents, names } = center;

/** A busy machine takes many times what a quiet one takes. */
const TIMEOUT_MS = 600_000;

/** From the morning shift to the evening of New York: two days of UTC, one of the clock. */
const FROM = Date.parse("2026-03-31T11:00:00Z");
const UNTIL = Date.parse("2026-04-01T01:00:00Z");
const events = hoursOfAgents(center, { from: FROM, until: UNTIL, contactsPerDay: 60 });
const heartbeats = events.filter(({ EventType }) => EventType === HEART_BEAT);
const agents = [...grouped(events, ({ AgentARN }) => AgentARN).keys()];

const hours = (from: number, to: number): AbsoluteRange => ({
  gte: new Date(from).toISOString(),
  lte: new Date(to - 1).toISOString(),
});
const atWork = (of: readonly AgentEvent[], range: AbsoluteRange) =>
  of
    .filter(({ EventTimestamp }) => isWithin(EventTimestamp, range))
    .map((event) => ({ center, event }));

async function arrive(arrivals: readonly Arrival[], batch = 500): Promise<void> {
  const bulk = (lines: readonly string[]) => node.bulk(lines);
  const firehose = { indexName: names.agentEventIndex, rotation: agentEvents.rotation, bulk };
  const { failed } = await deliver({ ...firehose, batch }, arrivals);
  expectOnlyOvertakenHeartbeats(failed);
  await node.refresh("heartbeats-*");
}

const rowsOf = async (panel: string, timeRange: AbsoluteRange) =>
  (await show(node, objects, `${names.dashboard}-${panel}`, { timeRange, timeZone: "UTC" })).rows;

/** Every panel over agent events, beside *Time in State*, which is of changes only. */
async function expectPanels(of: readonly AgentEvent[], timeRange: AbsoluteRange): Promise<void> {
  const seen = atWork(of, timeRange);
  const number = `${names.dashboard}-number-of-agents`;
  const context = { timeRange, timeZone: "UTC" };
  expect(await showNumber(node, objects, number, context)).toBe(activeAgents(of, timeRange));
  const truths = {
    "agents-per-day": agentPanels(seen)["agents-per-day"],
    ...agentTimePanels(seen, false, timesByEvent),
  };
  for (const [panel, truth] of Object.entries(truths)) {
    expect([panel, await rowsOf(panel, timeRange)]).toEqual([panel, truth]);
  }
}

/** Agents Now and the wall's agents, over the five minutes to the end of the range. */
async function expectCurrent(of: readonly AgentEvent[], now: number): Promise<number> {
  const range = hours(now - 5 * MINUTE_MS, now);
  const seen = atWork(of, range);
  expect(await rowsOf("agent-states", range)).toEqual(agentsNow(seen));
  expect(await rowsOf("wall-agents", range)).toEqual(wallAgents(seen));
  return seen.length;
}

beforeAll(async () => {
  await applyTemplates(node, contentFor(contentProps(domain, contactCenters)));
});

beforeEach(async () => {
  await node.delete("heartbeats-*");
});

afterAll(async () => {
  await node.delete("heartbeats-*");
});

test("the simulated agents have online and offline heartbeats, in many hours", () => {
  expect(agents.length).toBeGreaterThan(3);
  expect(heartbeats.length).toBeGreaterThan(events.length / 2);
  expect(heartbeats.filter((event) => !isActivity(event)).length).toBeGreaterThan(5);
});

/** An agent whose other events are all lost, and a heartbeat whose time is off by up to 40 minutes. */
const course = fc.record({
  silent: fc.subarray([...agents], { minLength: 1 }),
  order: fc.shuffledSubarray([...events.keys()], { minLength: events.length }),
  again: fc.array(fc.nat(events.length - 1), { maxLength: 200 }),
  seconds: fc.array(fc.integer({ min: -2400, max: 2400 }), { minLength: 40, maxLength: 40 }),
  batch: fc.integer({ min: 200, max: events.length }),
  from: fc.integer({ min: 0, max: 8 }),
  length: fc.integer({ min: 1, max: 6 }),
});

test(
  "whatever the order, over ranges that end at a whole hour every panel is exact, for agents who only send heartbeats, and with clocks that are off",
  async () => {
    await fc.assert(
      fc.asyncProperty(course, async ({ again, batch, from, length, order, seconds, silent }) => {
        await node.delete("heartbeats-*");
        const sent = events.flatMap((event, n) => {
          if (event.EventType !== HEART_BEAT) return silent.includes(event.AgentARN) ? [] : [event];
          const off = 1000 * (seconds[n % seconds.length] ?? 0) + (n % 1000);
          const at = new Date(Date.parse(event.EventTimestamp) + off);
          return [{ ...event, EventTimestamp: at.toISOString() }];
        });
        const arriving = [...order, ...again].flatMap((n) => sent[n] ?? []);
        const arrived = [...new Set(arriving)];
        await arrive(
          arriving.map((record, n) => ({ record, arrivesAt: UNTIL + n * MINUTE_MS })),
          batch,
        );

        expect(await node.count("heartbeats-*")).toBeLessThan(arrived.length / 2);
        const begin = FROM + from * HOUR_MS;
        const end = begin + length * HOUR_MS;
        await expectPanels(arrived, hours(begin, end));
        await expectPanels(arrived, hours(begin + 17 * MINUTE_MS, end));
        await expectCurrent(arrived, end);
        await expectPanels(arrived, hours(FROM - HOUR_MS, UNTIL + 12 * HOUR_MS));
      }),
      { numRuns: 6, seed: 20_261_128 },
    );
  },
  TIMEOUT_MS,
);

test(
  "while events arrive, the current panels and a range until now are exact at every moment",
  async () => {
    const arrivals = [
      ...disordered(events, ({ EventTimestamp }) => EventTimestamp, "heartbeats live"),
    ];
    const arrived = new Set<AgentEvent>();
    let begin = 0;
    let seen = 0;
    for (
      let now = FROM + 4 * HOUR_MS - MINUTE_MS;
      now < FROM + 5.5 * HOUR_MS;
      now += 7 * MINUTE_MS
    ) {
      const end = arrivals.findIndex(({ arrivesAt }) => arrivesAt >= now);
      const next = arrivals.slice(begin, end);
      begin = end;
      await arrive(next);
      for (const { record } of next) arrived.add(record);
      seen += await expectCurrent([...arrived], now);
      await expectPanels([...arrived], hours(FROM + 77 * MINUTE_MS, now));
    }
    expect(seen).toBeGreaterThan(50);
  },
  TIMEOUT_MS,
);

test(
  "a clock that is ahead hides no current heartbeat",
  async () => {
    const [first] = heartbeats;
    if (!first) throw new Error("There are heartbeats.");
    const minutes = fc.integer({ min: -50, max: 50 }).filter((minute) => minute !== 0);
    const clock = fc.uniqueArray(minutes, { minLength: 10, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(clock, async (offsets) => {
        await node.delete("heartbeats-*");
        const now = Date.now();
        const sent = offsets.map((minute) => ({
          ...first,
          EventId: `at minute ${minute}`,
          EventTimestamp: new Date(now + minute * MINUTE_MS).toISOString(),
        }));
        await arrive(sent.map((record) => ({ record, arrivesAt: now })));
        await expectCurrent(sent, now);
        await expectPanels(sent, hours(now - HOUR_MS, now));
      }),
      { numRuns: 8, seed: 20_261_128 },
    );
  },
  TIMEOUT_MS,
);
