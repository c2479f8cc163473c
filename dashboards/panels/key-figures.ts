import type { contactRecord } from "../../modules/event-kinds";
import { GRID_COLUMNS, type Panel, type Row } from "../objects/dashboard";
import type { Filter } from "../visualizations/source";
import { metric } from "../visualizations/metric";
import { EVERY_CONTACT_CENTER, named, panel, type Scope } from "./scope";

/** The row shares out the width. */
const CARD = { width: GRID_COLUMNS / 4 };

/** Means of an agent's work leave out what agents began themselves. */
export const HANDLED_NOT_OUTBOUND: readonly Filter<typeof contactRecord>[] = [
  { field: "Handled", is: true },
  { field: "Outbound", is: false },
];

/** Contacts that an agent answered from a queue. */
export const ANSWERED_FROM_QUEUE: readonly Filter<typeof contactRecord>[] = [
  { field: "Queued", is: true },
  { field: "Handled", is: true },
];

/** The numbers on top: how it is going now, and how the month went. */
export function keyFigures(scope: Scope): readonly Row[] {
  // Without queues the first row has one card less.
  const row = (panels: readonly Panel[]): Row => ({
    height: 7,
    panels: panels.map((card) => ({ ...card, width: GRID_COLUMNS / panels.length })),
  });
  return [
    row([...callsInQueue(scope), numberOfCalls(scope), numberOfAgents(scope), serviceLevel(scope)]),
    row([averageCallDuration(scope), averageAcw(scope), averageWait(scope), abandonedShare(scope)]),
  ];
}

/**
 * The total is one document, so it is never half new. A maximum, not a sum: where the document is
 * missing, a sum would show 0 and so pretend that nobody waits.
 */
function callsInQueue(scope: Scope): readonly Panel[] {
  if (!scope.queues) return [];
  const { labels } = scope.texts;
  const visualization = metric({
    ...named(scope, "callsInQueue"),
    source: scope.queues.now,
    filters: [{ field: "Scope", is: "total" }],
    metrics: [{ type: "max", field: "Waiting", label: labels.waiting }],
    ...(scope.severalContactCenters && {
      cards: {
        type: "terms",
        field: "ContactCenter",
        size: EVERY_CONTACT_CENTER,
        orderBy: "key",
        label: labels.contactCenter,
      },
    }),
  });
  return [panel(scope, "callsInQueue", visualization, CARD)];
}

/** One document a contact: a plain count is the number of distinct contacts, exactly. */
function numberOfCalls(scope: Scope): Panel {
  const visualization = metric({
    ...named(scope, "numberOfCalls"),
    source: scope.contactRecords,
    metrics: [{ type: "count", label: scope.texts.labels.calls }],
  });
  return panel(scope, "numberOfCalls", visualization, CARD);
}

function numberOfAgents(scope: Scope): Panel {
  const visualization = metric({
    ...named(scope, "numberOfAgents"),
    source: scope.agentEvents,
    filters: [{ field: "Activity", is: true }],
    metrics: [{ type: "cardinality", field: "AgentARN", label: scope.texts.labels.agents }],
  });
  return panel(scope, "numberOfAgents", visualization, CARD);
}

function serviceLevel(scope: Scope): Panel {
  const visualization = metric({
    ...named(scope, "serviceLevel"),
    source: scope.contactRecords,
    metrics: [{ type: "avg", field: "ServiceLevel", label: scope.texts.labels.serviceLevel }],
    filters: [{ field: "Queued", is: true }],
  });
  return panel(scope, "serviceLevel", visualization, CARD);
}

function averageCallDuration(scope: Scope): Panel {
  const visualization = metric({
    ...named(scope, "averageCallDuration"),
    source: scope.contactRecords,
    filters: HANDLED_NOT_OUTBOUND,
    metrics: [
      {
        type: "avg",
        field: "Agent.AgentInteractionDuration",
        label: scope.texts.labels.callDuration,
      },
    ],
  });
  return panel(scope, "averageCallDuration", visualization, CARD);
}

function averageAcw(scope: Scope): Panel {
  const visualization = metric({
    ...named(scope, "averageAcw"),
    source: scope.contactRecords,
    filters: HANDLED_NOT_OUTBOUND,
    metrics: [
      { type: "avg", field: "Agent.AfterContactWorkDuration", label: scope.texts.labels.acw },
    ],
  });
  return panel(scope, "averageAcw", visualization, CARD);
}

function averageWait(scope: Scope): Panel {
  const visualization = metric({
    ...named(scope, "averageWait"),
    source: scope.contactRecords,
    filters: ANSWERED_FROM_QUEUE,
    metrics: [{ type: "avg", field: "Queue.Duration", label: scope.texts.labels.wait }],
  });
  return panel(scope, "averageWait", visualization, CARD);
}

function abandonedShare(scope: Scope): Panel {
  const visualization = metric({
    ...named(scope, "abandonedShare"),
    source: scope.contactRecords,
    filters: [{ field: "Queued", is: true }],
    metrics: [{ type: "avg", field: "AbandonedShare", label: scope.texts.labels.abandonedShare }],
  });
  return panel(scope, "abandonedShare", visualization, CARD);
}
