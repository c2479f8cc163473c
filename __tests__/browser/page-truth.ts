import type { AbsoluteRange } from "../../dashboards/evaluation/search";
import type { AgentEvent } from "../../workbench/simulator/shapes/agent-event";
import { agentPanels, type AtWork } from "../opensearch/exactness/agent-panels";
import { agentTimePanels, timesByEvent } from "../opensearch/exactness/agent-time";
import type { Leg } from "../opensearch/exactness/contact-facts";
import {
  contactCenterTable,
  contactPanels,
  hourPanels,
  percentilePanels,
  type Rows,
  type ValuesPerDay,
} from "../opensearch/exactness/contact-panels";
import { activeAgents, isWithin, newestCopies, truthOf } from "../opensearch/exactness/truth";
import type { Arrived } from "./playing";

/** What was chosen on the page. */
export interface Chosen {
  readonly range: AbsoluteRange;
  /** Default: every queue. */
  readonly queue?: string;
}

export interface PageTruth {
  /** Rows by the end of a panel's id. */
  readonly rows: Readonly<Record<string, Rows>>;
  readonly percentiles: Readonly<Record<string, ValuesPerDay>>;
}

/** What a dashboard shows of what arrived, computed from the raw records and events alone. */
export function pageTruth(arrived: readonly Arrived[], { queue, range }: Chosen): PageTruth {
  const stored = arrived.flatMap(({ center, records }) =>
    newestCopies(records).map((record): Leg => ({ center, record })),
  );
  const legs = stored
    .filter(({ record }) => isWithin(record.InitiationTimestamp, range))
    .filter(({ record }) => queue === undefined || record.Queue?.Name === queue);
  const records = legs.map(({ record }) => record);
  const { averageAcw, averageCallDuration, numberOfCalls } = truthOf(records, range, "UTC");
  const perDay = mergedDays(
    arrived.map(({ center }) => {
      const own = legs.filter((leg) => leg.center === center).map(({ record }) => record);
      return truthOf(own, range, center.timeZone).callsPerDay;
    }),
  );
  return {
    rows: {
      ...contactPanels(legs, arrived.length > 1),
      ...hourPanels(stored, legs),
      "number-of-calls": [[numberOfCalls]],
      "average-acw": [[averageAcw]],
      "average-call-duration": [[averageCallDuration]],
      ctrs: perDay,
      "calls-per-day": perDay,
      ...(arrived.length > 1 && { "contact-centers": contactCenterTable(legs) }),
    },
    percentiles: percentilePanels(legs),
  };
}

/** The same of the panels about agents; a filter on a queue leaves them empty. */
export function agentTruth(
  arrived: readonly Arrived[],
  range: AbsoluteRange,
): Readonly<Record<string, Rows>> {
  const atWork = arrived.flatMap(({ center, events }) =>
    events
      .filter(({ EventTimestamp }) => isWithin(EventTimestamp, range))
      .map((event): AtWork => ({ center, event })),
  );
  const events = atWork.map(({ event }) => event);
  return {
    ...agentPanels(atWork),
    ...agentTimePanels(atWork, arrived.length > 1, timesByEvent),
    "number-of-agents": [[activeAgents(events, range)]],
    "time-in-state": timeInStates(events),
  };
}

/**
 * By what each event says of the state before. The course of an agent's states would tell more than the
 * panel can know: the event that ended one may be held up in the stream yet.
 */
function timeInStates(events: readonly AgentEvent[]): Rows {
  const totals = new Map<string, number>();
  for (const event of new Map(events.map((one) => [one.EventId, one])).values()) {
    const { AgentStatus: before } = event.PreviousAgentSnapshot;
    const { AgentStatus: after } = event.CurrentAgentSnapshot;
    const milliseconds = Date.parse(after.StartTimestamp) - Date.parse(before.StartTimestamp);
    if (before.Type === "OFFLINE" || milliseconds === 0) continue;
    totals.set(before.Name, (totals.get(before.Name) ?? 0) + milliseconds);
  }
  return [...totals].sort(([, one], [, other]) => other - one);
}

/** Each contact center cuts its days itself; the overview adds them up by name. */
function mergedDays(each: readonly (readonly (readonly [string, number])[])[]): Rows {
  const days = new Map<string, number>();
  for (const [day, calls] of each.flat()) days.set(day, (days.get(day) ?? 0) + calls);
  return [...days].sort(([one], [other]) => (one < other ? -1 : 1));
}
