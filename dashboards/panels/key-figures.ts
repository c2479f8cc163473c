import type { contactRecord } from "../../fields";
import type { PanelContent } from "../objects/dashboard";
import type { Filter } from "../visualizations/source";
import { metric } from "../visualizations/metric";
import { SERVICE_LEVEL_TARGET } from "../../config/wall-limits";
import { countCard, meanCard } from "./cards";
import {
  EVERY_CONTACT_CENTER,
  panelProps,
  panel,
  type DashboardContext,
  type Queues,
} from "./context";

/** Points. */
const BIG = 60;
const SMALL = 18;

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

/**
 * The total is one document, so it is never half new. A maximum, not a sum: where the document is
 * missing, a sum would show 0 and so suggest an empty queue.
 */
export function callsInQueue(context: DashboardContext, { current }: Queues): PanelContent {
  const { labels } = context.texts;
  const visualization = metric({
    ...panelProps(context, "callsInQueue"),
    source: current,
    filters: [{ field: "Scope", is: "total" }],
    metrics: [{ type: "max", field: "Waiting", label: labels.waiting }],
    fontSize: BIG,
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
  return panel(context, "callsInQueue", visualization);
}

/** Beside the number, smaller. With several contact centers, Queues Now shows the time in each row. */
export function snapshotTime(context: DashboardContext, { current }: Queues): PanelContent {
  const visualization = metric({
    ...panelProps(context, "snapshotTime"),
    source: current,
    filters: [{ field: "Scope", is: "total" }],
    metrics: [{ type: "max", field: "SnapshotTime", label: context.texts.labels.asOf }],
    fontSize: SMALL,
  });
  return panel(context, "snapshotTime", visualization);
}

export function numberOfCalls(context: DashboardContext): PanelContent {
  return countCard(context, "numberOfCalls");
}

export function numberOfAgents(context: DashboardContext): PanelContent {
  const visualization = metric({
    ...panelProps(context, "numberOfAgents"),
    source: context.agentEvents,
    filters: [{ field: "Activity", is: true }],
    metrics: [{ type: "cardinality", field: "AgentARN", label: context.texts.labels.agents }],
  });
  return panel(context, "numberOfAgents", visualization);
}

export function serviceLevel(context: DashboardContext): PanelContent {
  const { serviceLevel: label } = context.texts.labels;
  return meanCard(context, "serviceLevel", {
    field: "ServiceLevel",
    filters: QUEUED,
    label,
    target: SERVICE_LEVEL_TARGET,
  });
}

export function abandonedShare(context: DashboardContext): PanelContent {
  const { abandonedShare: label } = context.texts.labels;
  return meanCard(context, "abandonedShare", { field: "AbandonedShare", filters: QUEUED, label });
}

export function averageCallDuration(context: DashboardContext): PanelContent {
  return meanCard(context, "averageCallDuration", {
    field: "Agent.AgentInteractionDuration",
    filters: HANDLED_NOT_OUTBOUND,
    label: context.texts.labels.callDuration,
  });
}

export function averageAcw(context: DashboardContext): PanelContent {
  return meanCard(context, "averageAcw", {
    field: "Agent.AfterContactWorkDuration",
    filters: HANDLED_NOT_OUTBOUND,
    label: context.texts.labels.acw,
  });
}

export function averageWait(context: DashboardContext): PanelContent {
  return meanCard(context, "averageWait", {
    field: "Queue.Duration",
    filters: ANSWERED_FROM_QUEUE,
    label: context.texts.labels.wait,
  });
}
