import type { contactRecord } from "../../fields";
import type { Row } from "../objects/dashboard";
import type { Bucket } from "../visualizations/aggregations";
import { chart } from "../visualizations/chart";
import { heatmap } from "../visualizations/heatmap";
import { HOURS, named, panel, WEEKDAYS, type Scope } from "./scope";

const HALF = { width: 24 };

/** When people call, which is when agents are needed. */
export function byHour(scope: Scope): readonly Row[] {
  const { labels } = scope.texts;
  const hour: Bucket<typeof contactRecord> = {
    type: "terms",
    field: "LocalHour",
    size: HOURS,
    orderBy: "key",
    label: labels.hour,
  };
  const callsByHour = chart({
    ...named(scope, "callsByHour"),
    source: scope.contactRecords,
    shape: "bars",
    metrics: [{ type: "count", label: labels.calls }],
    x: hour,
    yTitle: labels.calls,
  });
  const busyHours = heatmap({
    ...named(scope, "busyHours"),
    source: scope.contactRecords,
    metric: { type: "count", label: labels.calls },
    x: hour,
    y: {
      type: "terms",
      field: "LocalWeekday",
      size: WEEKDAYS,
      orderBy: "key",
      label: labels.weekday,
    },
  });
  return [
    {
      height: 12,
      panels: [
        panel(scope, "callsByHour", callsByHour, HALF),
        panel(scope, "busyHours", busyHours, HALF),
      ],
    },
  ];
}
