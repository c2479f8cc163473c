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
  /** Name of the alarm; starts with the name of the monitored resource. */
  readonly alarmName: string;
  /** The event and the first thing to do. */
  readonly description: string;
  /** Section of the documentation with the next steps: `docs/operations.md#delivery-fails`. */
  readonly runbook: string;
  /** How the metric is compared with the threshold. */
  readonly comparison:
    | "GreaterThanThreshold"
    | "GreaterThanOrEqualToThreshold"
    | "LessThanThreshold"
    | "LessThanOrEqualToThreshold";
  /**
   * Consecutive periods that must breach the threshold.
   * @default 1
   */
  readonly periods?: number;
  /**
   * State of a period without data.
   * @default "notBreaching"
   */
  readonly missingData?: "notBreaching" | "breaching" | "ignore";
  /** ARN of the SNS topic that is notified of the states ALARM and OK. */
  readonly topicArn: string;
  /**
   * Arguments of the alarm, merged last.
   * @default none
   */
  readonly overrides?: Partial<CloudwatchMetricAlarmConfig>;
}

/** A CloudWatch alarm that notifies one topic of the states ALARM and OK. */
export function addAlarm(scope: Construct, id: string, props: AlarmProps): CloudwatchMetricAlarm {
  const { description, comparison, missingData, overrides, periods, runbook, topicArn, ...metric } =
    props;
  return new CloudwatchMetricAlarm(scope, id, {
    ...metric,
    alarmDescription: `${description} See ${runbook}`,
    comparisonOperator: comparison,
    evaluationPeriods: periods ?? 1,
    treatMissingData: missingData ?? "notBreaching",
    alarmActions: [topicArn],
    okActions: [topicArn],
    ...overrides,
  });
}
