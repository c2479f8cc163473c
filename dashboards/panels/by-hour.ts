import type { contactRecord } from "../../fields";
import type { Row } from "../objects/dashboard";
import type { Bucket } from "../visualizations/aggregations";
import { chart } from "../visualizations/chart";
import { heatmap } from "../visualizations/heatmap";
import { HOURS, panelProps, panel, WEEKDAYS, type DashboardContext } from "./context";

const HALF = { width: 24 };

/** When people call, which is when agents are needed. */
export function byHour(context: DashboardContext): readonly Row[] {
  const { labels } = context.texts;
  const hour: Bucket<typeof contactRecord> = {
    type: "terms",
    field: "LocalHour",
    size: HOURS,
    orderBy: "key",
    keepEmpty: true,
    label: labels.hour,
  };
  const callsByHour = chart({
    ...panelProps(context, "callsByHour"),
    source: context.contactRecords,
    shape: "bars",
    metrics: [{ type: "count", label: labels.calls }],
    x: hour,
    yTitle: labels.calls,
  });
  const busyHours = heatmap({
    ...panelProps(context, "busyHours"),
    source: context.contactRecords,
    metric: { type: "count", label: labels.calls },
    x: hour,
    y: {
      type: "terms",
      field: "LocalWeekday",
      size: WEEKDAYS,
      orderBy: "key",
      keepEmpty: true,
      label: labels.weekday,
    },
  });
  return [
    {
      height: 12,
      panels: [
        panel(context, "callsByHour", callsByHour, HALF),
        panel(context, "busyHours", busyHours, HALF),
      ],
    },
  ];
}
