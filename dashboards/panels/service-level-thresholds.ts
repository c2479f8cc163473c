import type { BooleanField, contactRecord, NumberField } from "../../fields";
import type { PanelContent } from "../objects/dashboard";
import type { Metric, MetricScript } from "../visualizations/aggregations";
import { table } from "../visualizations/table";
import { byContactCenter, byQueue, panel, panelProps, type DashboardContext } from "./context";

const HANDLED: BooleanField<typeof contactRecord> = "Handled";
const WAIT: NumberField<typeof contactRecord> = "Queue.Duration";

/**
 * The service level of each queue at every threshold. Unlike `ServiceLevel`, which the pipeline decides when it stores a
 * contact, the search computes these: they hold for all stored contacts, whatever the configuration was
 * (docs/decisions/0056).
 */
export function serviceLevelThresholds(context: DashboardContext): PanelContent {
  const visualization = table({
    ...panelProps(context, "serviceLevelThresholds"),
    source: context.contactRecords,
    filters: [{ field: "ServiceLevel", exists: true }],
    metrics: [
      { type: "count", label: context.texts.labels.offered },
      ...context.serviceLevelThresholds.map((seconds) => serviceLevelWithin(context, seconds)),
    ],
    rows: [...byContactCenter(context, "metric"), byQueue(context)],
  });
  return panel(context, "serviceLevelThresholds", visualization);
}

function serviceLevelWithin(
  { texts }: DashboardContext,
  seconds: number,
): Metric<typeof contactRecord> {
  const label = texts.serviceLevelWithin(seconds);
  return { type: "avg", field: "ServiceLevel", script: takenWithin(seconds), label };
}

/**
 * 1 or 0, as the pipeline decides `ServiceLevel`. Amazon OpenSearch Service runs Painless in searches.
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/supported-resources.html
 */
function takenWithin(seconds: number): MetricScript {
  const [handled, wait] = [`doc['${HANDLED}']`, `doc['${WAIT}']`];
  return {
    source: `${handled}.value && ${wait}.size() > 0 && ${wait}.value <= params.seconds ? 1 : 0`,
    params: { seconds },
  };
}
