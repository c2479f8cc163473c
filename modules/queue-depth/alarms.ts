import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { QUEUE_DEPTH_METRICS } from "../../lambdas/queue-depth/metric-names";
import { METRIC_DIMENSION, METRIC_NAMESPACE } from "../../lambdas/shared/metric-namespace";
import { addAlarm } from "../alarms/alarm";
import type { AlarmProps } from "../alarms/alarm";

export interface QueueDepthAlarmsProps {
  /** Alias of the contact center: dimension of the function's own metrics. */
  readonly contactCenter: string;
  /** Name of the function; names of alarms begin with it. */
  readonly functionName: string;
  /** Name of the queue of dead letters. */
  readonly deadLetterQueueName: string;
  /** Time between two requests of the schedule, in minutes. The alarm on age breaches at twice this. */
  readonly pollIntervalMinutes: number;
  /** ARN of the SNS topic that alarms are published to. */
  readonly topicArn: string;
}

const RUNBOOK = "docs/queue-depth.md#alarms";
const MINUTE = 60;
/** The next refresh repairs a single failure; failures in three five-minute periods in a row persist. */
const LASTING = { period: 5 * MINUTE, periods: 3 } as const;

/** Alarms on failures that make the current metrics stale. */
export class QueueDepthAlarms extends Construct {
  /** By the end of the alarm's name, such as `stale`. */
  public readonly alarms: Readonly<Record<string, CloudwatchMetricAlarm>>;

  constructor(scope: Construct, id: string, props: QueueDepthAlarmsProps) {
    super(scope, id);
    const ofFunction = {
      namespace: "AWS/Lambda",
      dimensions: { FunctionName: props.functionName },
    };
    const own = {
      namespace: METRIC_NAMESPACE,
      dimensions: { [METRIC_DIMENSION]: props.contactCenter },
    };
    const pollInterval = props.pollIntervalMinutes * MINUTE;
    this.alarms = this.#add(props, {
      stale: {
        ...own,
        metricName: QUEUE_DEPTH_METRICS.snapshotAge,
        // Of concurrent invocations, the one with the newest snapshot counts.
        statistic: "Minimum",
        threshold: 2 * pollInterval,
        comparison: "GreaterThanThreshold",
        period: pollInterval,
        periods: 3,
        // Every invocation publishes the age: without data there was no invocation.
        missingData: "breaching",
        description:
          "The queue numbers on the dashboard are old, or nobody knows how old. Read the log of the queue-depth function.",
      },
      errors: {
        ...ofFunction,
        metricName: "Errors",
        ...aboveZero("Sum"),
        ...LASTING,
        description: "The queue-depth function fails again and again. Read its log.",
      },
      throttled: {
        ...ofFunction,
        metricName: "Throttles",
        ...aboveZero("Sum"),
        ...LASTING,
        description:
          "Lambda does not start the queue-depth function: the account's concurrency is used up.",
      },
      "connect-throttled": {
        ...own,
        metricName: QUEUE_DEPTH_METRICS.throttles,
        ...aboveZero("Sum"),
        ...LASTING,
        description:
          "Connect refuses requests for queue numbers: something else in the account uses up its quota.",
      },
      "dead-letters": {
        namespace: "AWS/SQS",
        dimensions: { QueueName: props.deadLetterQueueName },
        metricName: "ApproximateNumberOfMessagesVisible",
        ...aboveZero("Maximum"),
        period: 5 * MINUTE,
        description:
          "Wake-up calls of the queue-depth function ended as dead letters. Read its log, then purge the queue: they are worth nothing by now.",
      },
    });
  }

  #add(
    { functionName, topicArn }: QueueDepthAlarmsProps,
    alarms: Readonly<Record<string, Omit<AlarmProps, "alarmName" | "runbook" | "topicArn">>>,
  ): Readonly<Record<string, CloudwatchMetricAlarm>> {
    return Object.fromEntries(
      Object.entries(alarms).map(([name, alarm]) => {
        const alarmName = `${functionName}-${name}`;
        return [name, addAlarm(this, name, { ...alarm, alarmName, topicArn, runbook: RUNBOOK })];
      }),
    );
  }
}

function aboveZero(
  statistic: "Sum" | "Maximum",
): Pick<AlarmProps, "statistic" | "threshold" | "comparison"> {
  return { statistic, threshold: 0, comparison: "GreaterThanThreshold" };
}
