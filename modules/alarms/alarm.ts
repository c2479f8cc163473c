import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { CloudwatchMetricAlarmConfig } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";

export interface AlarmProps extends Pick<
  CloudwatchMetricAlarmConfig,
  | "namespace"
  | "metricName"
  | "dimensions"
  | "statistic"
  | "extendedStatistic"
  | "period"
  | "threshold"
  | "metricQuery"
> {
  /** Name of the alarm; starts with the name of what it watches. */
  readonly alarmName: string;
  /** What has happened and what to do first. */
  readonly description: string;
  /** Section that says what to look at and what to do: `docs/operations.md#delivery-fails`. */
  readonly runbook: string;
  readonly comparison:
    | "GreaterThanThreshold"
    | "GreaterThanOrEqualToThreshold"
    | "LessThanThreshold"
    | "LessThanOrEqualToThreshold";
  /** Periods in a row that have to breach. Default: 1. */
  readonly periods?: number;
  /** What silence means. Default: nothing is wrong. */
  readonly missingData?: "notBreaching" | "breaching" | "ignore";
  /** Topic that is told when the alarm goes off and when it is over. */
  readonly topicArn: string;
}

/** A CloudWatch alarm that tells the account's topic when it goes off and when it is over. */
export function addAlarm(scope: Construct, id: string, props: AlarmProps): CloudwatchMetricAlarm {
  const { description, comparison, missingData, periods, runbook, topicArn, ...metric } = props;
  return new CloudwatchMetricAlarm(scope, id, {
    ...metric,
    alarmDescription: `${description} See ${runbook}`,
    comparisonOperator: comparison,
    evaluationPeriods: periods ?? 1,
    treatMissingData: missingData ?? "notBreaching",
    alarmActions: [topicArn],
    okActions: [topicArn],
  });
}
