import { createHash } from "node:crypto";
import { SimulatedContactCenter } from "../../../workbench/simulator/contact-center";
import type { Emission, StreamName } from "../../../workbench/simulator/model/publisher";
import { profile } from "../../../workbench/simulator/profile";
import type { AgentEvent } from "../../../workbench/simulator/shapes/agent-event";
import type { ContactEvent } from "../../../workbench/simulator/shapes/contact-event";
import type { ContactRecord } from "../../../workbench/simulator/shapes/contact-record";

const FROM = new Date("2026-03-02T00:00:00Z");
const UNTIL = new Date("2026-03-04T00:00:00Z");

function simulate(seed: string): readonly Emission[] {
  return [...center(seed).run(FROM, UNTIL)];
}

function center(seed: string, streams?: readonly StreamName[]): SimulatedContactCenter {
  return new SimulatedContactCenter({
    seed,
    ...(streams && { streams }),
    profile: profile({
      accountId: "111122223333",
      region: "eu-central-1",
      instanceId: "aaaaaaaa-bbbb-cccc-dddd-111111111111",
      timeZone: "Europe/Berlin",
      contactsPerDay: 300,
    }),
  });
}

const emissions = simulate("one");
const records = emissions.flatMap((emission): readonly ContactRecord[] =>
  emission.stream === "contact-records" ? [emission.record] : [],
);
const agentEvents = emissions.flatMap((emission): readonly AgentEvent[] =>
  emission.stream === "agent-events" ? [emission.record] : [],
);
const contactEvents = emissions.flatMap((emission): readonly ContactEvent[] =>
  emission.stream === "contact-events" ? [emission.record] : [],
);
const newest = new Map(records.map((record) => [record.ContactId, record]));
const contacts = [...newest.values()];
const at = (timestamp: string | null | undefined): number => Date.parse(timestamp ?? "");

test("the same seed gives the same bytes, another seed others", () => {
  const digest = (seed: string): string =>
    createHash("sha256")
      .update(JSON.stringify(simulate(seed)))
      .digest("hex");
  expect(digest("one")).toBe(digest("one"));
  expect(digest("two")).not.toBe(digest("one"));
});

test("what is asked for does not change what happens", () => {
  const alone = center("one", ["contact-records"]);
  expect([...alone.run(FROM, UNTIL)].map(({ record }) => record)).toEqual(records);
});

test("events come in the order in which they happen", () => {
  const records = emissions.filter(({ stream }) => stream !== "agent-events");
  const early = records.filter(({ at: time }, n) => time < (records[n - 1]?.at ?? 0));
  expect(early).toEqual([]);
});

test("a contact goes through its times in order", () => {
  for (const { Agent, DisconnectTimestamp, InitiationTimestamp, Queue, ...rest } of contacts) {
    const times = [
      InitiationTimestamp,
      Queue?.EnqueueTimestamp,
      Queue?.DequeueTimestamp,
      Agent?.ConnectedToAgentTimestamp,
      DisconnectTimestamp,
      rest.LastUpdateTimestamp,
    ].filter((time) => typeof time === "string");
    expect(times).toEqual([...times].sort());
  }
});

test("durations are the differences of the times, in seconds", () => {
  for (const { Agent, DisconnectTimestamp, Queue } of contacts) {
    if (Queue) {
      expect(Queue.Duration).toBe((at(Queue.DequeueTimestamp) - at(Queue.EnqueueTimestamp)) / 1000);
    }
    if (Agent && Agent.AgentInteractionDuration !== null) {
      expect(Agent.AgentInteractionDuration + Agent.CustomerHoldDuration).toBe(
        (at(DisconnectTimestamp) - at(Agent.ConnectedToAgentTimestamp)) / 1000,
      );
    }
  }
});

test("transfers and callbacks are chained in both directions", () => {
  const legs = contacts.filter(({ PreviousContactId }) => PreviousContactId !== null);
  expect(legs.length).toBeGreaterThan(20);
  for (const { ContactId, InitialContactId, InitiationMethod, PreviousContactId } of legs) {
    expect(newest.get(PreviousContactId ?? "")?.NextContactId).toBe(ContactId);
    expect(newest.get(InitialContactId ?? "")?.InitialContactId).toBeNull();
    expect(["TRANSFER", "QUEUE_TRANSFER", "CALLBACK"]).toContain(InitiationMethod);
  }
});

test("a contact's later copies are newer, and some change numbers", () => {
  const copies = new Map<string, ContactRecord[]>();
  for (const record of records) {
    copies.set(record.ContactId, [...(copies.get(record.ContactId) ?? []), record]);
  }
  const several = [...copies.values()].filter(({ length }) => length > 1);
  expect(several.length).toBeGreaterThan(30);
  for (const list of several) {
    const times = list.map(({ LastUpdateTimestamp }) => LastUpdateTimestamp);
    expect(times).toEqual([...new Set(times)].sort());
  }
  const work = ({ Agent }: ContactRecord) => JSON.stringify(Agent);
  expect(several.some(([first, second]) => first && second && work(first) !== work(second))).toBe(
    true,
  );
});

test("an agent has one contact at a time", () => {
  const busy = contacts
    .filter(({ Agent }) => Agent !== null)
    .map(({ Agent, DisconnectTimestamp }) => ({
      agent: Agent?.ARN,
      from: at(Agent?.ConnectedToAgentTimestamp),
      until: at(DisconnectTimestamp),
    }))
    .sort((one, other) => one.from - other.from);
  const freeFrom = new Map<string | undefined, number>();
  for (const { agent, from, until } of busy) {
    expect(from).toBeGreaterThanOrEqual(freeFrom.get(agent) ?? 0);
    freeFrom.set(agent, until);
  }
});

test("agent events and contact records tell the same story", () => {
  const connected = new Set(
    agentEvents.flatMap(({ AgentARN, CurrentAgentSnapshot }) =>
      CurrentAgentSnapshot.Contacts.filter(({ State }) => State === "CONNECTED").map(
        ({ ContactId, ConnectedToAgentTimestamp }) =>
          `${AgentARN} ${ContactId} ${at(ConnectedToAgentTimestamp)}`,
      ),
    ),
  );
  const handled = contacts.flatMap(({ Agent, ContactId }) =>
    Agent ? [`${Agent.ARN} ${ContactId} ${at(Agent.ConnectedToAgentTimestamp)}`] : [],
  );
  expect(handled.length).toBeGreaterThan(300);
  expect([...connected].sort()).toEqual(handled.sort());
});

test("an agent's snapshots show contacts in every state", () => {
  const states = agentEvents.flatMap(({ CurrentAgentSnapshot }) =>
    CurrentAgentSnapshot.Contacts.map(({ State }) => State),
  );
  expect([...new Set(states)].sort()).toEqual([
    "CONNECTED",
    "CONNECTED_ONHOLD",
    "CONNECTING",
    "ENDED",
    "ERROR",
    "INCOMING",
    "MISSED",
    "PAUSED",
    "REJECTED",
  ]);
});

test("a call is on hold for as long as its record says", () => {
  const held = new Map<string, number>();
  for (const { EventTimestamp, EventType, PreviousAgentSnapshot } of agentEvents) {
    const [contact] = PreviousAgentSnapshot.Contacts;
    if (contact?.State !== "CONNECTED_ONHOLD" || EventType === "HEART_BEAT") continue;
    const seconds = (at(EventTimestamp) - at(contact.StateStartTimestamp)) / 1000;
    // Another change may come during the hold; the last event of the state ends it.
    held.set(contact.ContactId, seconds);
  }
  const onHold = contacts.filter(
    ({ Agent, Channel }) => Channel === "VOICE" && Agent?.CustomerHoldDuration,
  );
  expect(held.size).toBeGreaterThan(20);
  const wrong = onHold.filter(
    ({ Agent, ContactId }) =>
      Math.abs((held.get(ContactId) ?? 0) - (Agent?.CustomerHoldDuration ?? 0)) > 0.1,
  );
  expect(wrong.map(({ ContactId }) => ContactId)).toEqual([]);
});

test("contact events and contact records tell the same story", () => {
  const ids = (type: string): readonly string[] =>
    contactEvents
      .filter(({ detail }) => detail.eventType === type)
      .map(({ detail }) => detail.contactId)
      .sort();
  const contactIds = (is: (contact: ContactRecord) => unknown): readonly string[] =>
    contacts
      .filter(is)
      .map(({ ContactId }) => ContactId)
      .sort();
  expect(ids("INITIATED")).toEqual(contactIds(() => true));
  expect(ids("DISCONNECTED")).toEqual(contactIds(() => true));
  expect(ids("QUEUED")).toEqual(contactIds(({ Queue }) => Queue));
  expect(ids("CONNECTED_TO_AGENT")).toEqual(contactIds(({ Agent }) => Agent));
});

test("an agent's events follow each other: each begins as the one before ended", () => {
  const last = new Map<string, AgentEvent>();
  const gaps: unknown[] = [];
  for (const event of agentEvents) {
    const before = last.get(event.AgentARN);
    if (before) {
      const gap = [event.PreviousAgentSnapshot, before.CurrentAgentSnapshot].map((snapshot) =>
        JSON.stringify(snapshot),
      );
      if (gap[0] !== gap[1] || event.EventTimestamp <= before.EventTimestamp) gaps.push(gap);
    }
    last.set(event.AgentARN, event);
  }
  expect(gaps).toEqual([]);
});

test("a logged-in agent is never silent for more than two minutes; after logout for an hour at most", () => {
  const last = new Map<string, AgentEvent>();
  let offlineHeartbeats = 0;
  let longest = 0;
  for (const event of agentEvents) {
    const before = last.get(event.AgentARN);
    last.set(event.AgentARN, event);
    if (!before) continue;
    const silence = at(event.EventTimestamp) - at(before.EventTimestamp);
    const { AgentStatus } = before.CurrentAgentSnapshot;
    if (AgentStatus.Type !== "OFFLINE") longest = Math.max(longest, silence);
    else if (event.EventType === "HEART_BEAT") {
      offlineHeartbeats++;
      expect(at(event.EventTimestamp) - at(AgentStatus.StartTimestamp)).toBeLessThanOrEqual(
        3_601_000,
      );
    } else expect(event.EventType).toBe("LOGIN");
  }
  expect(longest).toBeLessThanOrEqual(121_000);
  expect(offlineHeartbeats).toBeGreaterThan(100);
});

test("the queues' numbers are what contact events add up to", () => {
  const simulated = center("one");
  const waiting = new Set<string>();
  let compared = 0;
  let tooMany = 0;
  let most = 0;
  for (const emission of simulated.run(FROM, UNTIL)) {
    if (emission.stream !== "contact-events") continue;
    const { contactId, eventType } = emission.record.detail;
    if (eventType === "QUEUED") waiting.add(contactId);
    else if (eventType !== "INITIATED") waiting.delete(contactId);
    const numbers = simulated.queueNumbers().flatMap(({ channels }) => channels);
    const inQueue = numbers.reduce((sum, { contactsInQueue }) => sum + contactsInQueue, 0);
    // A contact that rings an agent has left the queue before an event says so.
    if (inQueue > waiting.size) tooMany++;
    most = Math.max(most, inQueue);
    compared++;
  }
  expect(tooMany).toBe(0);
  expect(compared).toBeGreaterThan(1000);
  expect(most).toBeGreaterThan(2);
});

test("contacts come by the clock on the wall, summer time or not", () => {
  const hourOf = (day: string): number => {
    const simulated = center("clock");
    const start = new Date(`${day}T00:00:00Z`);
    const run = simulated.run(start, new Date(start.getTime() + 24 * 3_600_000));
    const begun = [...run].flatMap((emission) =>
      emission.stream === "contact-events" && emission.record.detail.eventType === "INITIATED"
        ? [emission.at]
        : [],
    );
    // Before 7 in the morning there are hardly any calls.
    const early = begun.filter((time) => new Date(time).getUTCHours() === 5).length;
    return early / begun.length;
  };
  // 5 UTC is 6 o'clock in winter and 7 in summer.
  expect(hourOf("2026-03-25")).toBeLessThan(hourOf("2026-04-01"));
});
