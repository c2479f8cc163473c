import type { AgentEvent } from "../../../workbench/simulator/shapes/agent-event";
import type { AtWork } from "./agent-panels";
import type { Rows } from "./contact-panels";
import { byKey, grouped } from "./grouped";
import { localDay } from "./local-time";
import { isActivity } from "./truth";

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Time that ended at a moment. */
interface Ended {
  readonly at: number;
  readonly milliseconds: number;
}

interface Times {
  readonly available: readonly Ended[];
  readonly onContact: readonly Ended[];
  /** The part in statuses that have ended. */
  readonly onContactOfEnded: readonly Ended[];
  readonly onHold: readonly Ended[];
  readonly afterContactWork: readonly Ended[];
  readonly nonProductive: readonly Ended[];
}

type Work = AtWork & { readonly times: Times };

const HANDLED = ["CONNECTED", "CONNECTED_ONHOLD", "PAUSED", "ENDED"];

/**
 * Time by Agent and Agents by Day, from the course of each agent's statuses and contacts alone, and not from what an
 * event has of the snapshot before it. Over several contact centers, with a column for the alias.
 */
export function agentTimePanels(
  atWork: readonly AtWork[],
  several = false,
  timesOf: (events: readonly AgentEvent[]) => Times = timesOfCourse,
): Readonly<Record<string, Rows>> {
  const times = new Map(
    [...grouped(atWork, agentOf)].map(([agent, of]) => [
      agent,
      timesOf(of.map(({ event }) => event)),
    ]),
  );
  const work = atWork
    .filter(({ event }) => isActivity(event))
    .map((one): Work => ({ ...one, times: times.get(agentOf(one)) ?? timesOf([]) }));
  const days = grouped(work, dayOf);
  return {
    occupancy: occupancyOf(work, several),
    "time-by-agent": rowsOf(work, several, ([{ times: of }]) => [
      sum(of.available),
      sum(of.onContact),
      sum(of.onHold),
      sum(of.afterContactWork),
      sum(of.nonProductive),
    ]),
    "agent-days": byKey(days).flatMap(([day, own]) =>
      rowsOf(own, several, (events) => [
        earliest(events, "LOGIN"),
        latest(events, "LOGOUT"),
        ...endedOn(day, events[0]),
      ]).map((row) => [day, ...row]),
    ),
  };
}

/** Bars of the panel. */
const DRAWN = 30;

/** On contact divided by on contact and idle together; the highest first. */
function occupancyOf(work: readonly Work[], several: boolean): Rows {
  const rows = rowsOf(work, several, ([{ times }]) => {
    const onContact = sum(times.onContactOfEnded);
    const idle = sum(times.available) - onContact;
    return [onContact / (onContact + idle), onContact, idle];
  });
  return rows
    .map((row) => (several ? [`${row[0]}: ${row[1]}`, ...row.slice(2)] : row))
    .filter(([, , onContact, idle]) => Number(onContact) + Number(idle) > 0)
    .toSorted(([, one], [, other]) => Number(other) - Number(one))
    .slice(0, DRAWN);
}

type Some<T> = readonly [T, ...(readonly T[])];

/** A row for each agent, in alphabetical order; of several contact centers, the alias first. */
function rowsOf(
  work: readonly Work[],
  several: boolean,
  cells: (events: Some<Work>) => readonly (number | null)[],
): Rows {
  const agents = (own: readonly Work[]): Rows =>
    byKey(grouped(own, ({ event }) => event.CurrentAgentSnapshot.Configuration.Username)).flatMap(
      ([name, [first, ...others]]) => (first ? [[name, ...cells([first, ...others])]] : []),
    );
  if (!several) return agents(work);
  const centers = byKey(grouped(work, ({ center }) => center.alias));
  return centers.flatMap(([alias, own]) => agents(own).map((row) => [alias, ...row]));
}

const agentOf = ({ event }: AtWork): string => event.AgentARN;
const dayOf = ({ center, event }: AtWork): string =>
  localDay(event.EventTimestamp, center.timeZone);

function endedOn(day: string, { center, times }: Work): readonly number[] {
  return [times.available, times.onContact, times.nonProductive].map((ended) =>
    sum(ended.filter(({ at }) => localDay(new Date(at).toISOString(), center.timeZone) === day)),
  );
}

function momentsOf(events: readonly AtWork[], type: string): readonly number[] {
  return events
    .filter(({ event }) => event.EventType === type)
    .map(({ event }) => Date.parse(event.EventTimestamp));
}

function earliest(events: readonly AtWork[], type: string): number | null {
  const moments = momentsOf(events, type);
  return moments.length === 0 ? null : Math.min(...moments);
}

function latest(events: readonly AtWork[], type: string): number | null {
  const moments = momentsOf(events, type);
  return moments.length === 0 ? null : Math.max(...moments);
}

function sum(ended: readonly Ended[]): number {
  return ended.reduce((total, { milliseconds }) => total + milliseconds, 0);
}

function timesOfCourse(events: readonly AgentEvent[]): Times {
  const statuses = statusesOf(events);
  const available = statuses.filter(({ type }) => type === "ROUTABLE");
  const over = (type: string) =>
    statuses
      .filter((status) => status.type === type && status.to !== Infinity)
      .map(({ from, to }) => ({ at: to, milliseconds: to - from }));
  const during = (states: readonly string[], statuses = available) =>
    statuses.flatMap((status) =>
      staysOf(events, states).flatMap((stay) => {
        const from = Math.max(stay.from, status.from);
        const to = Math.min(stay.to, status.to);
        return from < to && to !== Infinity ? [{ at: to, milliseconds: to - from }] : [];
      }),
    );
  return {
    available: over("ROUTABLE"),
    onContact: during(HANDLED),
    onContactOfEnded: during(
      HANDLED,
      available.filter(({ to }) => to !== Infinity),
    ),
    onHold: during(["CONNECTED_ONHOLD"]),
    afterContactWork: during(["ENDED"]),
    nonProductive: over("CUSTOM"),
  };
}

/** Each status lasts until the next begins; the last one has not ended. */
function statusesOf(
  events: readonly AgentEvent[],
): readonly (Interval & { readonly type: string })[] {
  const begins = new Map(
    events.map(({ CurrentAgentSnapshot: { AgentStatus } }) => [
      Date.parse(AgentStatus.StartTimestamp),
      AgentStatus.Type,
    ]),
  );
  const inOrder = [...begins].sort(([one], [other]) => one - other);
  return inOrder.map(([from, type], n) => ({ from, to: inOrder[n + 1]?.[0] ?? Infinity, type }));
}

/** Intervals in which a contact was in one of the states. The simulated agents have one contact at a time. */
function staysOf(events: readonly AgentEvent[], states: readonly string[]): readonly Interval[] {
  const inOrder = events.toSorted(
    (one, other) => Date.parse(one.EventTimestamp) - Date.parse(other.EventTimestamp),
  );
  const stays: Interval[] = [];
  let from: number | undefined;
  for (const { CurrentAgentSnapshot, EventTimestamp } of inOrder) {
    const [contact, ...others] = CurrentAgentSnapshot.Contacts;
    if (others.length > 0) throw new Error("Two contacts at once would be counted twice.");
    const isIn = contact !== undefined && states.includes(contact.State ?? "");
    const at = Date.parse(EventTimestamp);
    if (isIn) from ??= states === HANDLED ? connectionOf(contact) : at;
    else if (from !== undefined) {
      stays.push({ from, to: at });
      from = undefined;
    }
  }
  return from === undefined ? stays : [...stays, { from, to: Infinity }];
}

function connectionOf(contact: AgentEvent["CurrentAgentSnapshot"]["Contacts"][number]): number {
  return Date.parse(contact.ConnectedToAgentTimestamp ?? "");
}

/**
 * By what each event ended. Where an event is held up in the stream yet, the course of an agent would have more than the
 * panels can have.
 */
export function timesByEvent(events: readonly AgentEvent[]): Times {
  const changes = [...new Map(events.map((event) => [event.EventId, event])).values()].filter(
    ({ EventType }) => EventType !== "HEART_BEAT",
  );
  const over = (type: string) => changes.flatMap((event) => endedStatus(event, type));
  const during = (states: readonly string[], of = changes) =>
    of.flatMap((event) => endedStay(event, states));
  const newest = Math.max(...events.map((event) => startOf(event.CurrentAgentSnapshot)));
  const ofEnded = changes.filter(
    ({ CurrentAgentSnapshot: after, PreviousAgentSnapshot: before }) =>
      startOf(after) !== newest || startOf(before) !== newest,
  );
  return {
    available: over("ROUTABLE"),
    onContact: during(HANDLED),
    onContactOfEnded: during(HANDLED, ofEnded),
    onHold: during(["CONNECTED_ONHOLD"]),
    afterContactWork: during(["ENDED"]),
    nonProductive: over("CUSTOM"),
  };
}

function startOf({ AgentStatus }: AgentEvent["CurrentAgentSnapshot"]): number {
  return Date.parse(AgentStatus.StartTimestamp);
}

function endedStatus(event: AgentEvent, type: string): readonly Ended[] {
  const { AgentStatus: before } = event.PreviousAgentSnapshot;
  const from = Date.parse(before.StartTimestamp);
  const at = Date.parse(event.CurrentAgentSnapshot.AgentStatus.StartTimestamp);
  return before.Type === type && at !== from ? [{ at, milliseconds: at - from }] : [];
}

function endedStay(event: AgentEvent, states: readonly string[]): readonly Ended[] {
  const { AgentStatus: before, Contacts: contactsBefore } = event.PreviousAgentSnapshot;
  const { AgentStatus: after, Contacts: contactsAfter } = event.CurrentAgentSnapshot;
  const isIn = ({ State }: { readonly State: string | null }) => states.includes(State ?? "");
  const stay = contactsBefore.find(isIn);
  const statusEnds = before.StartTimestamp !== after.StartTimestamp;
  if (!stay || before.Type !== "ROUTABLE" || (contactsAfter.some(isIn) && !statusEnds)) return [];
  const entered = states === HANDLED ? connectionOf(stay) : Date.parse(stay.StateStartTimestamp);
  const from = Math.max(entered, Date.parse(before.StartTimestamp));
  const at = Date.parse(statusEnds ? after.StartTimestamp : event.EventTimestamp);
  return [{ at, milliseconds: at - from }];
}
