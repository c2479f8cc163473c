import type { PanelContent } from "../objects/dashboard";
import { table } from "../visualizations/table";
import { byContactCenter, byDay, panel, panelProps, type DashboardContext } from "./context";
import { QUEUED } from "./key-figures";

/** Of a day: 96 intervals of 15 minutes. */
const INTERVALS = 96;
/** With all intervals of all days, a search stays below 65,535 buckets, the engine's default limit (`search.max_buckets`). */
const DAYS = 366;

/** Offered, answered and abandoned by interval, as workforce management takes them. */
export function intervals(context: DashboardContext): PanelContent {
  const { labels } = context.texts;
  const visualization = table({
    ...panelProps(context, "intervals"),
    source: context.contactRecords,
    filters: QUEUED,
    metrics: [
      { type: "sum", field: "OfferedCount", label: labels.offered },
      { type: "sum", field: "AnsweredCount", label: labels.answered },
      { type: "sum", field: "AbandonedCount", label: labels.abandoned },
      { type: "avg", field: "ServiceLevel", label: labels.serviceLevel },
      { type: "avg", field: "HandleDuration", label: labels.handleTime },
    ],
    rows: [
      // Days of several contact centers would be too many buckets.
      ...(context.severalContactCenters ? byContactCenter(context, "key") : [byDay(context, DAYS)]),
      {
        type: "terms",
        field: "LocalInterval",
        size: INTERVALS,
        orderBy: "key",
        label: labels.interval,
      },
    ],
  });
  return panel(context, "intervals", visualization);
}
