import { GRID_COLUMNS, type Panel, type Row } from "../objects/dashboard";
import { chart } from "../visualizations/chart";
import { table } from "../visualizations/table";
import {
  byContactCenter,
  EVERY_AGENT,
  EVERY_DAY,
  EVERY_QUEUE,
  named,
  panel,
  type Scope,
} from "./scope";

/** An agent without a change of state sends a heartbeat every 2 minutes: one may get lost. */
const AGENTS_SEEN = { from: "now-5m", to: "now" };
const LAST_DAY = { from: "now-24h", to: "now" };
/** More lines cannot be told apart. */
const LINES = 10;

/** How it is right now. */
export function live(scope: Scope): readonly Row[] {
  if (!scope.queues) return [];
  return [
    { height: 12, panels: [queuesNow(scope, scope.queues), queueTrend(scope, scope.queues)] },
    { height: 10, panels: [waitingByQueue(scope, scope.queues)] },
  ];
}

type Queues = NonNullable<Scope["queues"]>;

function queuesNow(scope: Scope, { now }: Queues): Panel {
  const { labels } = scope.texts;
  // The queue where most wait comes first.
  const row = (field: "Queue.Name" | "Channel", label: string) =>
    ({ type: "terms", field, size: EVERY_QUEUE, orderBy: "metric", label }) as const;
  const visualization = table({
    ...named(scope, "queuesNow"),
    source: now,
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
      ...byContactCenter(scope, "metric"),
      row("Queue.Name", labels.queue),
      row("Channel", labels.channel),
    ],
  });
  return panel(scope, "queuesNow", visualization, { width: 24 });
}

/** Every snapshot has a total, also of nobody: a line that has no gaps to draw across. */
function queueTrend(scope: Scope, { history }: Queues): Panel {
  const { labels } = scope.texts;
  const visualization = chart({
    ...named(scope, "queueTrend"),
    source: history,
    filters: [{ field: "Scope", is: "total" }],
    shape: "lines",
    metrics: [{ type: "max", field: "Waiting", label: labels.waiting }],
    x: { type: "date_histogram", field: "SnapshotTime", interval: "auto", label: labels.time },
    ...(scope.severalContactCenters && {
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
  return panel(scope, "queueTrend", visualization, { width: 24, timeRange: LAST_DAY });
}

/** A queue in which nobody waited has no document: bars, because a line would bridge the silence. */
function waitingByQueue(scope: Scope, { history }: Queues): Panel {
  const { labels } = scope.texts;
  const visualization = chart({
    ...named(scope, "waitingByQueue"),
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
  return panel(scope, "waitingByQueue", visualization, {
    width: GRID_COLUMNS,
    timeRange: LAST_DAY,
  });
}

/** What agents do now, and what their time went into. */
export function agentsAtWork(scope: Scope): readonly Row[] {
  return [{ height: 14, panels: [agentStates(scope), timeInState(scope), agentsPerDay(scope)] }];
}

function agentStates(scope: Scope): Panel {
  const { labels } = scope.texts;
  const visualization = table({
    ...named(scope, "agentStates"),
    source: scope.agentEvents,
    metrics: [
      {
        type: "latest",
        field: "CurrentAgentSnapshot.AgentStatus.Name",
        by: "EventTimestamp",
        label: labels.state,
      },
      {
        type: "latest",
        field: "CurrentAgentSnapshot.AgentStatus.StartTimestamp",
        by: "EventTimestamp",
        label: labels.since,
      },
      { type: "max", field: "EventTimestamp", label: labels.lastSeen },
    ],
    rows: [
      ...byContactCenter(scope, "key"),
      {
        type: "terms",
        field: "Agent.Username",
        size: EVERY_AGENT,
        orderBy: "key",
        label: labels.agent,
      },
    ],
  });
  return panel(scope, "agentStates", visualization, { width: 20, timeRange: AGENTS_SEEN });
}

function timeInState(scope: Scope): Panel {
  const { labels } = scope.texts;
  const visualization = table({
    ...named(scope, "timeInState"),
    source: scope.agentEvents,
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
  return panel(scope, "timeInState", visualization, { width: 12 });
}

function agentsPerDay(scope: Scope): Panel {
  const { labels } = scope.texts;
  const visualization = chart({
    ...named(scope, "agentsPerDay"),
    source: scope.agentEvents,
    filters: [{ field: "Activity", is: true }],
    shape: "bars",
    metrics: [{ type: "cardinality", field: "AgentARN", label: labels.agents }],
    x: { type: "terms", field: "LocalDay", size: EVERY_DAY, orderBy: "key", label: labels.day },
    yTitle: labels.agents,
  });
  return panel(scope, "agentsPerDay", visualization, { width: 16 });
}
