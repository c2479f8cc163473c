import type { contactRecord } from "../../fields";
import type { PanelContent } from "../objects/dashboard";
import type { PanelName } from "../texts";
import type { Bucket } from "../visualizations/aggregations";
import { chart } from "../visualizations/chart";
import { heatmap, type HeatmapProps } from "../visualizations/heatmap";
import { ANSWERED_FROM_QUEUE } from "./key-figures";
import { HOURS, panelProps, panel, WEEKDAYS, type DashboardContext } from "./context";

function hour(context: DashboardContext): Bucket<typeof contactRecord> {
  return {
    type: "terms",
    field: "LocalHour",
    size: HOURS,
    orderBy: "key",
    keepEmpty: true,
    label: context.texts.labels.hour,
  };
}

function weekday(context: DashboardContext): Bucket<typeof contactRecord> {
  return {
    type: "terms",
    field: "LocalWeekday",
    size: WEEKDAYS,
    orderBy: "key",
    keepEmpty: true,
    label: context.texts.labels.weekday,
  };
}

export function callsByHour(context: DashboardContext): PanelContent {
  const { labels } = context.texts;
  const visualization = chart({
    ...panelProps(context, "callsByHour"),
    source: context.contactRecords,
    shape: "bars",
    metrics: [{ type: "count", label: labels.calls }],
    x: hour(context),
    yTitle: labels.calls,
  });
  return panel(context, "callsByHour", visualization);
}

/** Mean time in queue: short of agents where it is dark. */
export function waitingHours(context: DashboardContext): PanelContent {
  const { wait: label } = context.texts.labels;
  return hoursOfTheWeek(context, "waitingHours", {
    metric: { type: "avg", field: "Queue.Duration", label },
    filters: ANSWERED_FROM_QUEUE,
  });
}

/** When customers call, which is when agents are needed. */
export function busyHours(context: DashboardContext): PanelContent {
  const { calls: label } = context.texts.labels;
  return hoursOfTheWeek(context, "busyHours", { metric: { type: "count", label } });
}

function hoursOfTheWeek(
  context: DashboardContext,
  name: PanelName,
  props: Pick<HeatmapProps<typeof contactRecord>, "metric" | "filters">,
): PanelContent {
  const visualization = heatmap({
    ...panelProps(context, name),
    source: context.contactRecords,
    ...props,
    x: hour(context),
    y: weekday(context),
  });
  return panel(context, name, visualization);
}
