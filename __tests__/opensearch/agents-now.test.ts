import fc from "fast-check";
import { resolveTimeRange } from "../../dashboards/evaluation/search";
import { contentFor } from "../../modules/opensearch-content/content/content";
import { contentProps } from "../../modules/stacks/content-props";
import { applyTemplates } from "../../workbench/opensearch/apply-content";
import { deliver } from "../../workbench/simulator/delivery";
import { savedObjectsOf } from "../../workbench/testing/configured";
import { agentsNow, type ObservedEvent } from "./exactness/agents-now";
import { threeContactCenters } from "./exactness/contact-centers";
import { expectOnlyOvertakenHeartbeats } from "./exactness/heartbeats";
import { show } from "./exactness/show";
import { isWithin } from "./exactness/truth";
import { sharedNode } from "./shared-node";

const node = sharedNode();
const { domain, contactCenters } = threeContactCenters("agentsnow");
const objects = savedObjectsOf(domain, contactCenters);
const [center] = contactCenters;
if (!center) throw new Error("There are contact centers.");

const INSTANCE = "arn:aws:connect:eu-central-1:111122223333:instance/i";
const NOW = new Date("2026-03-31T10:05:00.000Z");
/** The panel's own range. */
const timeRange = resolveTimeRange({ from: "now-5m", to: "now" }, NOW, "UTC");

const at = (time: string): string => `2026-03-31T${time}.000Z`;
const status = (Name: string, Type: string, since: string) => ({
  Name,
  Type,
  StartTimestamp: at(since),
});
const AVAILABLE = status("Available", "ROUTABLE", "08:00:00");
const LUNCH = status("Lunch", "CUSTOM", "09:55:00");
const OFFLINE = status("Offline", "OFFLINE", "09:40:00");

function contact(State: string, since: string, Channel = "VOICE", queue = "Orders") {
  return {
    Channel,
    ContactId: `${Channel}-${queue}-${since}`,
    Queue: { ARN: `${INSTANCE}/queue/${queue}`, Name: queue },
    State,
    StateStartTimestamp: at(since),
  };
}

type Contacts = readonly ReturnType<typeof contact>[];
type Sent = ObservedEvent & {
  readonly AgentARN: string;
  readonly EventId: string;
  readonly EventType: string;
};

function event(agent: string, time: string, AgentStatus: typeof LUNCH, Contacts: Contacts): Sent {
  return {
    AgentARN: `${INSTANCE}/agent/${agent}`,
    EventId: `${agent} ${time}`,
    EventTimestamp: at(time),
    EventType: "STATE_CHANGE",
    CurrentAgentSnapshot: { AgentStatus, Configuration: { Username: agent }, Contacts },
  };
}

const heartbeat = (...of: Parameters<typeof event>): Sent => ({
  ...event(...of),
  EventType: "HEART_BEAT",
});

const CONNECTED = contact("CONNECTED", "10:00:05");
const TWO_CHATS = [
  contact("CONNECTED", "10:01:00", "CHAT", "Support"),
  contact("CONNECTED", "09:50:00", "CHAT", "Billing"),
];

const EVENTS: readonly Sent[] = [
  // A call rings and is taken. The heartbeat of 10:02:05 never arrives.
  event("ana", "10:00:00", AVAILABLE, [contact("CONNECTING", "10:00:00")]),
  event("ana", "10:00:05", AVAILABLE, [CONNECTED]),
  heartbeat("ana", "10:04:05", AVAILABLE, [CONNECTED]),
  // A call on hold, over, and cleared.
  event("ben", "10:01:00", AVAILABLE, [contact("CONNECTED_ONHOLD", "10:01:00")]),
  event("ben", "10:02:00", AVAILABLE, [contact("CONNECTED", "10:02:00")]),
  event("ben", "10:03:00", AVAILABLE, [contact("ENDED", "10:03:00")]),
  event("ben", "10:03:30", AVAILABLE, []),
  // Two chats, and a call that rings and is missed.
  event("cleo", "10:01:00", AVAILABLE, TWO_CHATS),
  event("cleo", "10:02:00", AVAILABLE, [...TWO_CHATS, contact("CONNECTING", "10:02:00")]),
  event("cleo", "10:02:20", AVAILABLE, [...TWO_CHATS, contact("MISSED", "10:02:20")]),
  // The missed call is cleared: the chat of the longest decides.
  event("dan", "10:02:20", AVAILABLE, [...TWO_CHATS, contact("MISSED", "10:02:20")]),
  event("dan", "10:02:40", AVAILABLE, TWO_CHATS),
  // Offline since 20 minutes, with a chat that was never cleared.
  heartbeat("eve", "10:00:30", OFFLINE, [contact("ENDED", "09:39:00", "CHAT")]),
  heartbeat("eve", "10:02:30", OFFLINE, [contact("ENDED", "09:39:00", "CHAT")]),
  heartbeat("finn", "10:03:00", LUNCH, []),
  event("gus", "10:04:00", AVAILABLE, [contact("ERROR", "10:04:00")]),
  // Both heartbeats since are lost.
  event("hana", "09:59:59", AVAILABLE, [CONNECTED]),
];

const stamp = (time: string): number => Date.parse(at(time));
/** Counted by hand. */
const ROWS = [
  ["gus", "Error", "VOICE", "Orders", at("10:04:00"), 0, stamp("10:04:00"), 1],
  ["cleo", "Missed", "VOICE", "Orders", at("10:02:20"), 2, stamp("10:02:20"), 2],
  ["ana", "On contact", "VOICE", "Orders", at("10:00:05"), 1, stamp("10:04:05"), 5],
  ["dan", "On contact", "CHAT", "Billing", at("09:50:00"), 2, stamp("10:02:40"), 5],
  ["ben", "Available", null, null, at("08:00:00"), 0, stamp("10:03:30"), 10],
  ["finn", "Lunch", null, null, at("09:55:00"), 0, stamp("10:03:00"), 11],
  ["eve", "Offline", null, null, at("09:40:00"), 1, stamp("10:02:30"), 12],
];

const { names, agentEvents } = center;

/** Delivers into empty indices, in this order, and returns the rows of the panel. */
async function rowsAfter(events: readonly Sent[], batch = events.length) {
  const arrivals = events.map((record, n) => ({
    record,
    arrivesAt: NOW.getTime() + n * 3_600_000,
  }));
  const bulk = (lines: readonly string[]) => node.bulk(lines);
  const { rotation } = agentEvents;
  const { failed } = await deliver(
    { indexName: names.agentEventIndex, rotation, bulk, batch },
    arrivals,
  );
  expectOnlyOvertakenHeartbeats(failed);
  await node.refresh("agentsnow-*");
  const context = { timeRange, timeZone: "UTC" };
  const { rows } = await show(node, objects, `${names.dashboard}-agent-states`, context);
  await node.delete("agentsnow-*");
  return rows;
}

const seenIn = (events: readonly Sent[]) =>
  events
    .filter(({ EventTimestamp }) => isWithin(EventTimestamp, timeRange))
    .map((one) => ({ center, event: one }));

beforeAll(async () => {
  await applyTemplates(node, contentFor(contentProps(domain, contactCenters)));
});

afterAll(async () => {
  await node.delete("agentsnow-*");
});

test("the rows are those counted by hand, and so are those of the computation", async () => {
  expect(agentsNow(seenIn(EVENTS))).toEqual(ROWS);
  expect(await rowsAfter(EVENTS)).toEqual(ROWS);
});

test("events that come late or repeatedly, in any order, change nothing", async () => {
  const delivery = fc.record({
    order: fc.shuffledSubarray([...EVENTS], { minLength: EVENTS.length }),
    again: fc.subarray([...EVENTS]),
    batch: fc.integer({ min: 1, max: EVENTS.length }),
  });
  await fc.assert(
    fc.asyncProperty(delivery, async ({ again, batch, order }) => {
      expect(await rowsAfter([...order, ...again], batch)).toEqual(ROWS);
    }),
    { numRuns: 8, seed: 20_260_331 },
  );
});

test("a lost heartbeat changes the time of the last event only", async () => {
  const withoutAnasHeartbeat = EVENTS.filter(({ EventId }) => EventId !== "ana 10:04:05");
  const rows = ROWS.map((row) => (row[0] === "ana" ? row.with(6, stamp("10:00:05")) : row));
  expect(await rowsAfter(withoutAnasHeartbeat)).toEqual(rows);
});

test("whatever events are lost, the panel shows the newest of those that arrived", async () => {
  await fc.assert(
    fc.asyncProperty(fc.subarray([...EVENTS], { minLength: 1 }), async (arrived) => {
      expect(await rowsAfter(arrived)).toEqual(agentsNow(seenIn(arrived)));
    }),
    { numRuns: 8, seed: 20_260_331 },
  );
});
