import type { contactRecord, NumberField } from "../../fields";
import { GRID_COLUMNS, type Panel, type Row } from "../objects/dashboard";
import type { Filter } from "../visualizations/source";
import { metric } from "../visualizations/metric";
import type { PanelName } from "../texts";
import { EVERY_CONTACT_CENTER, named, panel, type Scope } from "./scope";

const CARD = { width: GRID_COLUMNS / 4 };
/** Of the number of now, which stands beside the time that it is of, and of the others in its row. */
const NOW_CARD = { width: 18 };
const BESIDE_NOW = 10;

/** Means of an agent's work leave out what the contact center began itself. */
export const HANDLED_NOT_OUTBOUND: readonly Filter<typeof contactRecord>[] = [
  { field: "Handled", is: true },
  { field: "Outbound", is: false },
];

export const QUEUED: readonly Filter<typeof contactRecord>[] = [{ field: "Queued", is: true }];

/** Contacts that an agent answered from a queue. */
export const ANSWERED_FROM_QUEUE: readonly Filter<typeof contactRecord>[] = [
  { field: "Queued", is: true },
  { field: "Handled", is: true },
];

/** The numbers on top: how it is going now, and how the month went. */
export function keyFigures(scope: Scope): readonly Row[] {
  const now = callsInQueue(scope);
  const month = [numberOfCalls(scope), numberOfAgents(scope), serviceLevel(scope)];
  const width = now.length > 0 ? BESIDE_NOW : GRID_COLUMNS / month.length;
  return [
    row([...now, ...month.map((card) => ({ ...card, width }))]),
    row([averageCallDuration(scope), averageAcw(scope), averageWait(scope), abandonedShare(scope)]),
  ];
}

function row(panels: readonly Panel[]): Row {
  return { height: 7, panels };
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
    metrics: [
      { type: "max", field: "Waiting", label: labels.waiting },
      // Of several contact centers Queues Now tells it, in rows.
      ...(scope.severalContactCenters
        ? []
        : [{ type: "max", field: "SnapshotTime", label: labels.asOf } as const]),
    ],
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
  return [panel(scope, "callsInQueue", visualization, NOW_CARD)];
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

interface Mean {
  readonly field: NumberField<typeof contactRecord>;
  readonly of: readonly Filter<typeof contactRecord>[];
  readonly label: string;
}

function mean(scope: Scope, name: PanelName, { field, of, label }: Mean): Panel {
  const visualization = metric({
    ...named(scope, name),
    source: scope.contactRecords,
    filters: of,
    metrics: [{ type: "avg", field, label }],
  });
  return panel(scope, name, visualization, CARD);
}

function serviceLevel(scope: Scope): Panel {
  const { serviceLevel: label } = scope.texts.labels;
  return mean(scope, "serviceLevel", { field: "ServiceLevel", of: QUEUED, label });
}

function abandonedShare(scope: Scope): Panel {
  const { abandonedShare: label } = scope.texts.labels;
  return mean(scope, "abandonedShare", { field: "AbandonedShare", of: QUEUED, label });
}

function averageCallDuration(scope: Scope): Panel {
  return mean(scope, "averageCallDuration", {
    field: "Agent.AgentInteractionDuration",
    of: HANDLED_NOT_OUTBOUND,
    label: scope.texts.labels.callDuration,
  });
}

function averageAcw(scope: Scope): Panel {
  return mean(scope, "averageAcw", {
    field: "Agent.AfterContactWorkDuration",
    of: HANDLED_NOT_OUTBOUND,
    label: scope.texts.labels.acw,
  });
}

function averageWait(scope: Scope): Panel {
  return mean(scope, "averageWait", {
    field: "Queue.Duration",
    of: ANSWERED_FROM_QUEUE,
    label: scope.texts.labels.wait,
  });
}
