import type { ContactCenter } from "../../../config/configuration";
import { AGENT_ACTIVITIES, AGENT_QUEUES, type AgentActivity } from "../../../fields";
import type { Cell } from "../../../dashboards/evaluation/search";
import type { Rows } from "./contact-panels";
import { byKey, grouped } from "./grouped";

/** The parts of an agent event that Agents Now depends on. */
export interface ObservedEvent {
  readonly EventTimestamp: string;
  readonly CurrentAgentSnapshot: {
    readonly AgentStatus: ObservedStatus;
    readonly Configuration: { readonly Username: string };
    readonly Contacts: readonly ObservedContact[];
  };
}

interface ObservedStatus {
  readonly Name: string;
  readonly StartTimestamp: string;
  readonly Type: string;
}

interface ObservedContact {
  readonly Channel: string;
  readonly Queue: { readonly ARN: string; readonly Name: string | null } | null;
  readonly State: string | null;
  readonly StateStartTimestamp: string;
}

interface Observed {
  readonly event: ObservedEvent;
  readonly center: ContactCenter;
}

type Row = readonly Cell[];

/**
 * Agents Now, from the raw events alone: a row for each agent, by rank and then by name. Over several contact
 * centers, with the alias in front.
 */
export function agentsNow(observed: readonly Observed[], several = false): Rows {
  if (!several) return byRank(rowsOf(observed));
  const centers = byKey(grouped(observed, ({ center }) => center.alias));
  return byRank(centers.flatMap(([alias, of]) => rowsOf(of).map((row) => [alias, ...row])));
}

function rowsOf(observed: readonly Observed[]): readonly Row[] {
  const agents = grouped(
    observed,
    ({ event }) => event.CurrentAgentSnapshot.Configuration.Username,
  );
  return byKey(agents).map(([agent, of]) => {
    const times = of.map(({ event }) => Date.parse(event.EventTimestamp));
    const newest = Math.max(...times);
    const last = new Set(of.filter((_, n) => times[n] === newest).map(({ event }) => event));
    const [event] = last;
    if (!event || last.size > 1) throw new Error(`${agent} has two newest events.`);
    const { contacts, name, rank, since, channel, queue } = activityOf(event);
    return [agent, name, channel, queue, since, contacts, newest, rank];
  });
}

/** The rank stands in the last column. */
function byRank(rows: readonly Row[]): Rows {
  return rows.toSorted((one, other) => Number(one.at(-1)) - Number(other.at(-1)));
}

const ACTIVITIES: readonly AgentActivity[] = AGENT_ACTIVITIES;

function activityOf({ CurrentAgentSnapshot: { AgentStatus, Contacts } }: ObservedEvent) {
  const ranked = Contacts.map((contact) => ({ contact, index: indexOfState(contact.State) }));
  const contacts = ranked.filter(({ index }) => ACTIVITIES[index]?.handlesContact).length;
  const [first] = ranked.toSorted(
    (one, other) =>
      one.index - other.index ||
      Date.parse(one.contact.StateStartTimestamp) - Date.parse(other.contact.StateStartTimestamp),
  );
  if (first && AgentStatus.Type !== "OFFLINE") {
    const { Channel, Queue, State, StateStartTimestamp } = first.contact;
    return {
      name: ACTIVITIES[first.index]?.name ?? State,
      rank: first.index + 1,
      channel: Channel,
      queue: Queue && (Queue.Name ?? AGENT_QUEUES),
      since: StateStartTimestamp,
      contacts,
    };
  }
  const index = ACTIVITIES.findIndex(({ statusType }) => statusType === AgentStatus.Type);
  return {
    name: ACTIVITIES[index]?.name ?? AgentStatus.Name,
    rank: index + 1,
    channel: null,
    queue: null,
    since: AgentStatus.StartTimestamp,
    contacts,
  };
}

function indexOfState(state: string | null): number {
  const named = ACTIVITIES.findIndex(({ contactStates }) => contactStates?.includes(state ?? ""));
  return named < 0 ? ACTIVITIES.findIndex(({ otherStates }) => otherStates) : named;
}
