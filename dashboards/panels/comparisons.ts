import type { contactRecord } from "../../fields";
import type { PanelContent } from "../objects/dashboard";
import type { Metric } from "../visualizations/aggregations";
import { table } from "../visualizations/table";
import { HANDLED_NOT_OUTBOUND } from "./key-figures";
import {
  byAgent,
  byContactCenter,
  byQueue,
  panelProps,
  panel,
  type DashboardContext,
} from "./context";

/** Shares and means leave out by themselves what they do not apply to: there the field is absent. */
export function comparedColumns(
  context: DashboardContext,
): readonly Metric<typeof contactRecord>[] {
  const { labels } = context.texts;
  return [
    { type: "count", label: labels.calls },
    { type: "avg", field: "ServiceLevel", label: labels.serviceLevel },
    { type: "avg", field: "AbandonedShare", label: labels.abandonedShare },
    { type: "avg", field: "HandleDuration", label: labels.handleTime },
  ];
}

export function contactCenters(context: DashboardContext): PanelContent {
  const visualization = table({
    ...panelProps(context, "contactCenters"),
    source: context.contactRecords,
    metrics: comparedColumns(context),
    rows: byContactCenter(context, "metric"),
  });
  return panel(context, "contactCenters", visualization);
}

export function queues(context: DashboardContext): PanelContent {
  const visualization = table({
    ...panelProps(context, "queues"),
    source: context.contactRecords,
    metrics: comparedColumns(context),
    rows: [
      ...byContactCenter(context, "metric"),
      { ...byQueue(context), missing: context.texts.labels.noQueue },
    ],
  });
  return panel(context, "queues", visualization);
}

export function agents(context: DashboardContext): PanelContent {
  const { labels } = context.texts;
  const visualization = table({
    ...panelProps(context, "agents"),
    source: context.contactRecords,
    filters: HANDLED_NOT_OUTBOUND,
    metrics: [
      { type: "count", label: labels.calls },
      { type: "avg", field: "Agent.AgentInteractionDuration", label: labels.callDuration },
      { type: "avg", field: "Agent.AfterContactWorkDuration", label: labels.acw },
      { type: "avg", field: "HandleDuration", label: labels.handleTime },
    ],
    rows: [
      ...byContactCenter(context, "metric"),
      { ...byAgent(context, "metric"), missing: labels.noName },
    ],
  });
  return panel(context, "agents", visualization);
}
