import type { contactRecord, NumberField } from "../../fields";
import { GRID_COLUMNS, type Panel, type Row } from "../objects/dashboard";
import type { Filter } from "../visualizations/source";
import { metric } from "../visualizations/metric";
import { SERVICE_LEVEL_TARGET } from "../targets";
import type { PanelName } from "../texts";
import { EVERY_CONTACT_CENTER, panelProps, panel, type DashboardContext } from "./context";

const CARD = { width: GRID_COLUMNS / 4 };
/** Width of the card of the current metric, which shows two numbers, and of the other cards in its row. */
const CURRENT_CARD = { width: 18 };
const BESIDE_CURRENT = 10;

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

/** The key figures at the top: current queues, then the chosen time range. */
export function keyFigures(context: DashboardContext): readonly Row[] {
  const current = callsInQueue(context);
  const month = [numberOfCalls(context), numberOfAgents(context), serviceLevel(context)];
  const width = current.length > 0 ? BESIDE_CURRENT : GRID_COLUMNS / month.length;
  return [
    row([...current, ...month.map((card) => ({ ...card, width }))]),
    row([
      averageCallDuration(context),
      averageAcw(context),
      averageWait(context),
      abandonedShare(context),
    ]),
  ];
}

function row(panels: readonly Panel[]): Row {
  return { height: 7, panels };
}

/**
 * The total is one document, so it is never half new. A maximum, not a sum: where the document is
 * missing, a sum would show 0 and so suggest an empty queue.
 */
function callsInQueue(context: DashboardContext): readonly Panel[] {
  if (!context.queues) return [];
  const { labels } = context.texts;
  const visualization = metric({
    ...panelProps(context, "callsInQueue"),
    source: context.queues.current,
    filters: [{ field: "Scope", is: "total" }],
    metrics: [
      { type: "max", field: "Waiting", label: labels.waiting },
      // With several contact centers, Queues Now shows the time in each row.
      ...(context.severalContactCenters
        ? []
        : [{ type: "max", field: "SnapshotTime", label: labels.asOf } as const]),
    ],
    ...(context.severalContactCenters && {
      cards: {
        type: "terms",
        field: "ContactCenter",
        size: EVERY_CONTACT_CENTER,
        orderBy: "key",
        label: labels.contactCenter,
      },
    }),
  });
  return [panel(context, "callsInQueue", visualization, CURRENT_CARD)];
}

/** One document a contact: a plain count is the number of distinct contacts, exactly. */
function numberOfCalls(context: DashboardContext): Panel {
  const visualization = metric({
    ...panelProps(context, "numberOfCalls"),
    source: context.contactRecords,
    metrics: [{ type: "count", label: context.texts.labels.calls }],
  });
  return panel(context, "numberOfCalls", visualization, CARD);
}

function numberOfAgents(context: DashboardContext): Panel {
  const visualization = metric({
    ...panelProps(context, "numberOfAgents"),
    source: context.agentEvents,
    filters: [{ field: "Activity", is: true }],
    metrics: [{ type: "cardinality", field: "AgentARN", label: context.texts.labels.agents }],
  });
  return panel(context, "numberOfAgents", visualization, CARD);
}

interface Mean {
  readonly field: NumberField<typeof contactRecord>;
  readonly of: readonly Filter<typeof contactRecord>[];
  readonly label: string;
  /** @default no colors */
  readonly target?: number;
}

function mean(context: DashboardContext, name: PanelName, props: Mean): Panel {
  const { field, of, label, target } = props;
  const visualization = metric({
    ...panelProps(context, name),
    source: context.contactRecords,
    filters: of,
    metrics: [{ type: "avg", field, label }],
    ...(target !== undefined && { target }),
  });
  return panel(context, name, visualization, CARD);
}

function serviceLevel(context: DashboardContext): Panel {
  const { serviceLevel: label } = context.texts.labels;
  return mean(context, "serviceLevel", {
    field: "ServiceLevel",
    of: QUEUED,
    label,
    target: SERVICE_LEVEL_TARGET,
  });
}

function abandonedShare(context: DashboardContext): Panel {
  const { abandonedShare: label } = context.texts.labels;
  return mean(context, "abandonedShare", { field: "AbandonedShare", of: QUEUED, label });
}

function averageCallDuration(context: DashboardContext): Panel {
  return mean(context, "averageCallDuration", {
    field: "Agent.AgentInteractionDuration",
    of: HANDLED_NOT_OUTBOUND,
    label: context.texts.labels.callDuration,
  });
}

function averageAcw(context: DashboardContext): Panel {
  return mean(context, "averageAcw", {
    field: "Agent.AfterContactWorkDuration",
    of: HANDLED_NOT_OUTBOUND,
    label: context.texts.labels.acw,
  });
}

function averageWait(context: DashboardContext): Panel {
  return mean(context, "averageWait", {
    field: "Queue.Duration",
    of: ANSWERED_FROM_QUEUE,
    label: context.texts.labels.wait,
  });
}
