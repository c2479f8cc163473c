import { MetricUnit, type Metrics } from "@aws-lambda-powertools/metrics";
import type { EvaluatedAlert } from "../../../config/configuration";
import { ALERT_DIMENSION, ALERT_METRIC_IDS } from "../metric-names";
import type { Evaluation } from "./alert-evaluator";

type Unit = (typeof MetricUnit)[keyof typeof MetricUnit];

const UNITS: Readonly<Record<EvaluatedAlert["metric"], Unit>> = {
  longestWaitSeconds: MetricUnit.Seconds,
  waitingContacts: MetricUnit.Count,
  agentsAvailable: MetricUnit.Count,
  serviceLevelLastHourPercent: MetricUnit.Percent,
  abandonedLastHourPercent: MetricUnit.Percent,
};

/** One line in embedded metric format for each value, at the time of the snapshot. */
export function publish({ time, values }: Evaluation, metrics: Metrics): void {
  for (const { alert, value } of values) {
    const { metric, name, queue } = alert;
    const single = metrics.singleMetric();
    single.setTimestamp(time);
    single.addDimension(ALERT_DIMENSION, name);
    // Not a dimension: a search in the log finds the queue, and the metric stays one.
    if (queue !== undefined) single.addMetadata("queue", queue);
    single.addMetric(ALERT_METRIC_IDS[metric], UNITS[metric], value);
  }
}
