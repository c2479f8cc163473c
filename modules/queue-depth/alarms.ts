import { Construct } from "constructs";
import type { ContactCenter, QueueDepthSchedule } from "../../config/configuration";
import {
  METRIC_DIMENSION,
  METRIC_NAMESPACE,
  QUEUE_DEPTH_METRICS,
} from "../../lambdas/queue-depth/metric-names";
import { addAlarm } from "../alarms/alarm";
import type { AlarmProps } from "../alarms/alarm";

export interface QueueDepthAlarmsProps {
  readonly center: ContactCenter;
  readonly schedule: Pick<QueueDepthSchedule, "tickMinutes">;
  readonly topicArn: string;
}

const RUNBOOK = "docs/queue-depth.md#alarms";
const MINUTE = 60;
/** A failure heals itself with the next tick; three five-minute periods in a row did not. */
const LASTING = { period: 5 * MINUTE, periods: 3 } as const;

/** What keeps the queue numbers from being current. */
export class QueueDepthAlarms extends Construct {
  constructor(scope: Construct, id: string, props: QueueDepthAlarmsProps) {
    super(scope, id);
    const { names } = props.center;
    const ofFunction = {
      namespace: "AWS/Lambda",
      dimensions: { FunctionName: names.queueDepthFunction },
    };
    const own = {
      namespace: METRIC_NAMESPACE,
      dimensions: { [METRIC_DIMENSION]: props.center.alias },
    };
    this.#watchAge(props, own);
    this.#add("errors", props, {
      ...ofFunction,
      metricName: "Errors",
      ...aboveZero("Sum"),
      ...LASTING,
      description: "The queue-depth function fails again and again. Read its log.",
    });
    this.#add("throttled", props, {
      ...ofFunction,
      metricName: "Throttles",
      ...aboveZero("Sum"),
      ...LASTING,
      description:
        "Lambda does not start the queue-depth function: the account's concurrency is used up.",
    });
    this.#add("connect-throttled", props, {
      ...own,
      metricName: QUEUE_DEPTH_METRICS.throttles,
      ...aboveZero("Sum"),
      ...LASTING,
      description:
        "Connect refuses requests for queue numbers: something else in the account uses up its quota.",
    });
    this.#add("dead-letters", props, {
      namespace: "AWS/SQS",
      dimensions: { QueueName: names.queueDepthDeadLetters },
      metricName: "ApproximateNumberOfMessagesVisible",
      ...aboveZero("Maximum"),
      period: 5 * MINUTE,
      description:
        "Wake-up calls of the queue-depth function ended as dead letters. Read its log, then purge the queue: they are worth nothing by now.",
    });
  }

  /** The function tells the age whenever it runs, so its silence is the worst of all. */
  #watchAge(props: QueueDepthAlarmsProps, own: Pick<AlarmProps, "namespace" | "dimensions">): void {
    const tick = props.schedule.tickMinutes * MINUTE;
    this.#add("stale", props, {
      ...own,
      metricName: QUEUE_DEPTH_METRICS.snapshotAge,
      // Of several invocations, the best informed is right.
      statistic: "Minimum",
      threshold: 2 * tick,
      comparison: "GreaterThanThreshold",
      period: tick,
      periods: 3,
      missingData: "breaching",
      description:
        "The queue numbers on the dashboard are old, or nobody knows how old. Read the log of the queue-depth function.",
    });
  }

  #add(
    name: string,
    { center, topicArn }: QueueDepthAlarmsProps,
    alarm: Omit<AlarmProps, "alarmName" | "runbook" | "topicArn">,
  ): void {
    const alarmName = `${center.names.queueDepthFunction}-${name}`;
    addAlarm(this, name, { ...alarm, alarmName, topicArn, runbook: RUNBOOK });
  }
}

function aboveZero(
  statistic: "Sum" | "Maximum",
): Pick<AlarmProps, "statistic" | "threshold" | "comparison"> {
  return { statistic, threshold: 0, comparison: "GreaterThanThreshold" };
}
