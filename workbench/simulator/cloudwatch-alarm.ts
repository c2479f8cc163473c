import type { Datapoint } from "./embedded-metrics";

export type AlarmState = "OK" | "ALARM";

/** An alarm on one metric, as `aws_cloudwatch_metric_alarm` has it. */
export interface MetricAlarm {
  readonly alarm_name: string;
  readonly namespace: string;
  readonly metric_name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: "Maximum" | "Minimum" | "Sum";
  readonly period: number;
  readonly evaluation_periods: number;
  readonly threshold: number;
  readonly comparison_operator: "GreaterThanThreshold" | "LessThanThreshold";
  readonly treat_missing_data: "notBreaching";
}

export interface Transition {
  readonly at: number;
  readonly state: AlarmState;
}

/**
 * Transitions of an alarm, evaluated at the end of each period between two moments. Like CloudWatch, the
 * alarm goes off if all evaluated periods breach, and a missing period does not breach. CloudWatch also
 * evaluates earlier periods where one is missing: it can keep a state longer than this stand-in.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export function transitionsOf(
  alarm: MetricAlarm,
  datapoints: readonly Datapoint[],
  from: number,
  to: number,
): Transition[] {
  const periodMs = alarm.period * 1_000;
  const periods = periodsOf(alarm, datapoints, periodMs);
  const transitions: Transition[] = [];
  let state: AlarmState = "OK";
  for (let end = Math.ceil(from / periodMs); end * periodMs <= to; end++) {
    const evaluated = Array.from(
      { length: alarm.evaluation_periods },
      (_, index) => periods.get(end - 1 - index) ?? [],
    );
    const next = evaluated.every((values) => breaches(alarm, values)) ? "ALARM" : "OK";
    if (next !== state) transitions.push({ at: end * periodMs, state: next });
    state = next;
  }
  return transitions;
}

function periodsOf(
  alarm: MetricAlarm,
  datapoints: readonly Datapoint[],
  periodMs: number,
): Map<number, number[]> {
  const periods = new Map<number, number[]>();
  for (const point of datapoints.filter((candidate) => isOf(alarm, candidate))) {
    const period = Math.floor(point.at / periodMs);
    periods.set(period, [...(periods.get(period) ?? []), point.value]);
  }
  return periods;
}

/** CloudWatch identifies a metric by its namespace, its name and exactly its dimensions. */
function isOf(alarm: MetricAlarm, point: Datapoint): boolean {
  const key = (dimensions: Readonly<Record<string, string>>): string =>
    JSON.stringify(Object.entries(dimensions).sort());
  return (
    point.namespace === alarm.namespace &&
    point.metricName === alarm.metric_name &&
    key(point.dimensions) === key(alarm.dimensions)
  );
}

function breaches(
  { comparison_operator: comparison, statistic, threshold }: MetricAlarm,
  values: readonly number[],
): boolean {
  if (values.length === 0) return false;
  const value = {
    Maximum: () => Math.max(...values),
    Minimum: () => Math.min(...values),
    Sum: () => values.reduce((sum, one) => sum + one, 0),
  }[statistic]();
  return comparison === "GreaterThanThreshold" ? value > threshold : value < threshold;
}
