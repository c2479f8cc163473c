import type { ContactCenter } from "../../../config/configuration";
import type { AgentEvent } from "../../../workbench/simulator/shapes/agent-event";
import type { Rows } from "./contact-panels";
import { byKey, grouped } from "./grouped";
import { localDay } from "./local-time";
import { isActivity } from "./truth";

/** An agent's event and where the agent works. */
export interface AtWork {
  readonly event: AgentEvent;
  readonly center: ContactCenter;
}

/** What the panels over agent events show beside Number of Agents, from the raw events alone. */
export function agentPanels(atWork: readonly AtWork[]): Readonly<Record<string, Rows>> {
  const active = atWork.filter(({ event }) => isActivity(event));
  const days = grouped(active, ({ center, event }) =>
    localDay(event.EventTimestamp, center.timeZone),
  );
  return {
    "agents-per-day": byKey(days).map(([day, of]) => [day, new Set(of.map(agentOf)).size]),
    "time-in-state": timeInStates(atWork),
  };
}

const agentOf = ({ event }: AtWork): string => event.AgentARN;

/**
 * Not from what an event says of the state before it, but from the course of each agent's states: one
 * lasts until the next begins. The last one has not ended yet.
 */
function timeInStates(atWork: readonly AtWork[]): Rows {
  const totals = new Map<string, number>();
  for (const of of grouped(atWork, agentOf).values()) {
    const states = new Map(
      of.map(({ event }) => {
        const { Name, StartTimestamp, Type } = event.CurrentAgentSnapshot.AgentStatus;
        return [Date.parse(StartTimestamp), { Name, Type }] as const;
      }),
    );
    const inOrder = [...states].sort(([one], [other]) => one - other);
    inOrder.slice(1).forEach(([until], before) => {
      const [from = 0, state] = inOrder[before] ?? [];
      if (!state || state.Type === "OFFLINE") return;
      totals.set(state.Name, (totals.get(state.Name) ?? 0) + until - from);
    });
  }
  return [...totals].sort(([, one], [, other]) => other - one);
}
