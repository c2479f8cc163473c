import type { reconciliation as kind } from "../../fields";
import type { PanelContent } from "../objects/dashboard";
import type { Bucket, Metric } from "../visualizations/aggregations";
import type { TitledSource } from "../visualizations/source";
import { table } from "../visualizations/table";
import { byContactCenter, byDay, panel, panelProps, type DashboardContext } from "./context";

type Kind = typeof kind;

/** With all channels and metrics, a search stays below 65,535 buckets, the engine's default limit (`search.max_buckets`). */
const DAYS = 31;
const QUEUES = 50;
const CHANNELS = 4;
const METRICS = 7;
/** Of a day, with the hour that the clock repeats. */
const HOURS = 25;

/** Connect's numbers beside those of the contact records, for each day. */
export function reconciliation(
  context: DashboardContext,
  source: TitledSource<Kind>,
): PanelContent {
  const visualization = table({
    ...panelProps(context, "reconciliation"),
    source,
    filters: [{ field: "Scope", is: "day" }],
    metrics: comparedNumbers(context),
    rows: [...byContactCenter(context, "key"), byDay(context, DAYS), ...byMetric(context)],
  });
  return panel(context, "reconciliation", visualization);
}

/** The hours in which a count differs. */
export function reconciliationHours(
  context: DashboardContext,
  source: TitledSource<Kind>,
): PanelContent {
  const visualization = table({
    ...panelProps(context, "reconciliationHours"),
    source,
    filters: [{ field: "Scope", is: "hour" }],
    metrics: comparedNumbers(context),
    rows: [
      ...byContactCenter(context, "key"),
      byDay(context, DAYS),
      {
        type: "terms",
        field: "LocalHour",
        size: HOURS,
        orderBy: "key",
        label: context.texts.labels.hour,
      },
      ...byMetric(context),
    ],
  });
  return panel(context, "reconciliationHours", visualization);
}

/** Of one document in each row. */
function comparedNumbers({ texts }: DashboardContext): readonly Metric<Kind>[] {
  const { contactRecords, difference } = texts.labels;
  return [
    { type: "max", field: "ConnectValue", label: "Amazon Connect" },
    { type: "max", field: "OwnValue", label: contactRecords },
    { type: "max", field: "Difference", label: difference },
  ];
}

function byMetric({ texts }: DashboardContext): readonly Bucket<Kind>[] {
  const { channel, metric, queue } = texts.labels;
  return [
    { type: "terms", field: "QueueName", size: QUEUES, orderBy: "key", label: queue },
    { type: "terms", field: "Channel", size: CHANNELS, orderBy: "key", label: channel },
    { type: "terms", field: "Metric", size: METRICS, orderBy: "key", label: metric },
  ];
}
