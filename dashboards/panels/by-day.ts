import type { contactRecord, NumberField } from "../../fields";
import type { PanelContent } from "../objects/dashboard";
import type { PanelName } from "../texts";
import type { Metric } from "../visualizations/aggregations";
import { chart } from "../visualizations/chart";
import type { Filter } from "../visualizations/source";
import { table } from "../visualizations/table";
import { ANSWERED_FROM_QUEUE, HANDLED_NOT_OUTBOUND, QUEUED } from "./key-figures";
import { byDay, panelProps, panel, type DashboardContext } from "./context";

/** The middle, and two that say how bad the bad ones are. */
const PERCENTS = [50, 90, 95];

export function ctrs(context: DashboardContext): PanelContent {
  const { calls } = context.texts.labels;
  const visualization = chart({
    ...panelProps(context, "ctrs"),
    source: context.contactRecords,
    shape: "bars",
    metrics: [{ type: "count", label: calls }],
    x: byDay(context),
    yTitle: calls,
  });
  return panel(context, "ctrs", visualization);
}

export function callsPerDay(context: DashboardContext): PanelContent {
  const visualization = table({
    ...panelProps(context, "callsPerDay"),
    source: context.contactRecords,
    metrics: [{ type: "count", label: context.texts.labels.calls }],
    rows: [byDay(context)],
    total: true,
  });
  return panel(context, "callsPerDay", visualization);
}

interface Line {
  readonly metric: Metric<typeof contactRecord>;
  readonly of: readonly Filter<typeof contactRecord>[];
}

function lineByDay(context: DashboardContext, name: PanelName, { metric, of }: Line): PanelContent {
  const visualization = chart({
    ...panelProps(context, name),
    source: context.contactRecords,
    filters: of,
    shape: "lines",
    metrics: [metric],
    x: byDay(context),
    yTitle: metric.label,
  });
  return panel(context, name, visualization);
}

export function serviceLevelPerDay(context: DashboardContext): PanelContent {
  const { serviceLevel: label } = context.texts.labels;
  const metric = { type: "avg", field: "ServiceLevel", label } as const;
  return lineByDay(context, "serviceLevelPerDay", { metric, of: QUEUED });
}

export function abandonedPerDay(context: DashboardContext): PanelContent {
  const { abandonedShare: label } = context.texts.labels;
  const metric = { type: "avg", field: "AbandonedShare", label } as const;
  return lineByDay(context, "abandonedPerDay", { metric, of: QUEUED });
}

export function waitingPercentiles(context: DashboardContext): PanelContent {
  const { waitingTime: label } = context.texts.labels;
  const metric = percentiles("Queue.Duration", label);
  return lineByDay(context, "waitingPercentiles", { metric, of: ANSWERED_FROM_QUEUE });
}

export function handlingPercentiles(context: DashboardContext): PanelContent {
  const { handleTime: label } = context.texts.labels;
  const metric = percentiles("HandleDuration", label);
  return lineByDay(context, "handlingPercentiles", { metric, of: HANDLED_NOT_OUTBOUND });
}

function percentiles(
  field: NumberField<typeof contactRecord>,
  label: string,
): Metric<typeof contactRecord> {
  return { type: "percentiles", field, percents: PERCENTS, label };
}
