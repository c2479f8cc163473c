import type { AggregatableField, agentEvent } from "../../fields";
import type { PanelContent } from "../objects/dashboard";
import { chart } from "../visualizations/chart";
import { table } from "../visualizations/table";
import {
  byAgent,
  byContactCenter,
  byDay,
  EVERY_QUEUE,
  panelProps,
  panel,
  type DashboardContext,
  type Queues,
} from "./context";

/** An agent without a change of state sends a heartbeat every 2 minutes: one may get lost. */
export const AGENTS_SEEN = { from: "now-5m", to: "now" };
const LAST_DAY = { from: "now-24h", to: "now" };
/** More lines cannot be told apart. */
const LINES = 10;

export function queuesNow(context: DashboardContext, { current }: Queues): PanelContent {
  const { labels } = context.texts;
  // The queue where most wait comes first.
  const row = (field: "Queue.Name" | "Channel", label: string) =>
    ({ type: "terms", field, size: EVERY_QUEUE, orderBy: "metric", label }) as const;
  const visualization = table({
    ...panelProps(context, "queuesNow"),
    source: current,
    filters: [{ field: "Scope", is: "queue" }],
    // A queue and channel has one document, so the maximum is its number.
    metrics: [
      { type: "max", field: "Waiting", label: labels.waiting },
      { type: "max", field: "ContactsInQueue", label: labels.inQueue },
      { type: "max", field: "ContactsScheduled", label: labels.scheduled },
      { type: "max", field: "OldestContactAgeSeconds", label: labels.oldest },
      { type: "max", field: "AgentsAvailable", label: labels.agentsAvailable },
      { type: "max", field: "SnapshotTime", label: labels.asOf },
    ],
    rows: [
      ...byContactCenter(context, "metric"),
      row("Queue.Name", labels.queue),
      row("Channel", labels.channel),
    ],
  });
  return panel(context, "queuesNow", visualization);
}

/** Every snapshot has a total, also one of 0, so the line has no gaps. */
export function queueTrend(context: DashboardContext, { history }: Queues): PanelContent {
  const { labels } = context.texts;
  const visualization = chart({
    ...panelProps(context, "queueTrend"),
    source: history,
    filters: [{ field: "Scope", is: "total" }],
    shape: "lines",
    metrics: [{ type: "max", field: "Waiting", label: labels.waiting }],
    x: { type: "date_histogram", field: "SnapshotTime", interval: "auto", label: labels.time },
    ...(context.severalContactCenters && {
      colors: {
        type: "terms",
        field: "ContactCenter",
        size: LINES,
        orderBy: "metric",
        label: labels.contactCenter,
      },
    }),
    yTitle: labels.waiting,
  });
  return panel(context, "queueTrend", visualization, LAST_DAY);
}

/** An empty queue has no document. Bars, because a line would connect across the gap. */
export function waitingByQueue(context: DashboardContext, { history }: Queues): PanelContent {
  const { labels } = context.texts;
  const visualization = chart({
    ...panelProps(context, "waitingByQueue"),
    source: history,
    filters: [{ field: "Scope", is: "queue" }],
    shape: "groupedBars",
    metrics: [{ type: "max", field: "Waiting", label: labels.waiting }],
    x: { type: "date_histogram", field: "SnapshotTime", interval: "auto", label: labels.time },
    colors: {
      type: "terms",
      field: "Queue.Name",
      size: LINES,
      orderBy: "metric",
      label: labels.queue,
    },
    yTitle: labels.waiting,
  });
  return panel(context, "waitingByQueue", visualization, LAST_DAY);
}

type ActivityField = Extract<AggregatableField<typeof agentEvent>, `AgentActivity.${string}`>;

/** The panel keeps the id of its first version, so that links to it stay valid. */
export function agentsNow(context: DashboardContext): PanelContent {
  const { labels } = context.texts;
  const newest = (field: ActivityField, label: string) =>
    ({ type: "latest", field, by: "EventTimestamp", label }) as const;
  const rank = newest("AgentActivity.Rank", labels.rank);
  const visualization = table({
    ...panelProps(context, "agentStates"),
    source: context.agentEvents,
    metrics: [
      newest("AgentActivity.Name", labels.activity),
      newest("AgentActivity.Channel", labels.channel),
      newest("AgentActivity.Queue", labels.queue),
      newest("AgentActivity.StartTimestamp", labels.since),
      newest("AgentActivity.Contacts", labels.contactsAtOnce),
      { type: "max", field: "EventTimestamp", label: labels.lastSeen },
      rank,
    ],
    sortBy: rank,
    rows: [...byContactCenter(context, "key"), byAgent(context, "key")],
  });
  return panel(context, "agentStates", visualization, AGENTS_SEEN);
}

export function timeInState(context: DashboardContext): PanelContent {
  const { labels } = context.texts;
  const visualization = table({
    ...panelProps(context, "timeInState"),
    source: context.agentEvents,
    filters: [{ field: "PreviousStateDuration", exists: true }],
    metrics: [{ type: "sum", field: "PreviousStateDuration", label: labels.timeInState }],
    rows: [
      {
        type: "terms",
        field: "PreviousAgentSnapshot.AgentStatus.Name",
        size: EVERY_QUEUE,
        orderBy: "metric",
        label: labels.state,
      },
    ],
  });
  return panel(context, "timeInState", visualization);
}

export function agentsPerDay(context: DashboardContext): PanelContent {
  const { labels } = context.texts;
  const visualization = chart({
    ...panelProps(context, "agentsPerDay"),
    source: context.agentEvents,
    filters: [{ field: "Activity", is: true }],
    shape: "bars",
    metrics: [{ type: "cardinality", field: "AgentARN", label: labels.agents }],
    x: byDay(context),
    yTitle: labels.agents,
  });
  return panel(context, "agentsPerDay", visualization);
}
