import type {
  CloudwatchMetricAlarm,
  CloudwatchMetricAlarmConfig,
} from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { ALERT_METRICS } from "../../config/alert-metrics";
import type { AlertMetricName } from "../../config/alert-metrics";
import type { Alert } from "../../config/configuration";
import { ALERT_DIMENSION, ALERT_METRIC_IDS } from "../../lambdas/queue-depth/metric-names";
import { METRIC_DIMENSION, METRIC_NAMESPACE } from "../../lambdas/shared/metric-namespace";
import { addAlarm } from "./alarm";

export interface BusinessAlertsProps {
  /** Alias of the contact center: dimension of the metrics. */
  readonly contactCenter: string;
  /** Display name of the contact center, in descriptions. */
  readonly title: string;
  /** First part of the alarms' names; the alert's name follows. */
  readonly alarmPrefix: string;
  /** The alerts. The settings of the queue-depth function have the same ones. */
  readonly alerts: readonly Omit<Alert, "atLeastContacts" | "hours">[];
  /** Minutes between two scheduled snapshots: the period of each alarm. */
  readonly pollIntervalMinutes: number;
  /** URL of the contact center's dashboard, in descriptions. */
  readonly dashboardUrl: string;
  /** ARN of the SNS topic that is notified of the states ALARM and OK. */
  readonly topicArn: string;
  /**
   * Arguments of single alarms by name of the alert, merged last.
   * @default none
   */
  readonly alarmOverrides?: Readonly<Record<string, Partial<CloudwatchMetricAlarmConfig>>>;
}

interface MetricText {
  /** Name of the metric in a description. */
  readonly name: string;
  readonly unit: string;
  /** What to do, where the alert has no text of its own. */
  readonly action: string;
}

const TEXTS: Readonly<Record<AlertMetricName, MetricText>> = {
  longestWaitSeconds: {
    name: "Longest wait",
    unit: " s",
    action: "Assign more agents to the queue with the longest wait.",
  },
  waitingContacts: {
    name: "Waiting contacts",
    unit: "",
    action: "Assign more agents to the longest queue.",
  },
  agentsAvailable: {
    name: "Agents available",
    unit: "",
    action: "Check the status of the agents, and assign more to this queue.",
  },
  serviceLevelLastHourPercent: {
    name: "Service level of the last hour",
    unit: " %",
    action: "Compare the waits of the queues, and assign more agents to the slowest one.",
  },
  abandonedLastHourPercent: {
    name: "Abandoned share of the last hour",
    unit: " %",
    action: "Compare the waits of the queues, and assign more agents to the slowest one.",
  },
};

const MINUTE_SECONDS = 60;

/**
 * Alarms on the business metrics of a contact center. The queue-depth function publishes a value only when
 * the alert can go off: a period without one does not breach.
 */
export class BusinessAlerts extends Construct {
  /** By name of the alert. */
  public readonly alarms: Readonly<Record<string, CloudwatchMetricAlarm>>;

  constructor(scope: Construct, id: string, props: BusinessAlertsProps) {
    super(scope, id);
    this.alarms = Object.fromEntries(
      props.alerts.map((alert) => [alert.name, this.#add(alert, props)]),
    );
  }

  #add(
    alert: BusinessAlertsProps["alerts"][number],
    props: BusinessAlertsProps,
  ): CloudwatchMetricAlarm {
    const { forMinutes, metric, name, threshold } = alert;
    const isAbove = ALERT_METRICS[metric].direction === "above";
    return addAlarm(this, name, {
      alarmName: `${props.alarmPrefix}-${name}`,
      namespace: METRIC_NAMESPACE,
      metricName: ALERT_METRIC_IDS[metric],
      dimensions: { [METRIC_DIMENSION]: props.contactCenter, [ALERT_DIMENSION]: name },
      // CloudWatch Logs may extract a value twice; a sum would count it twice.
      statistic: isAbove ? "Maximum" : "Minimum",
      threshold,
      comparison: isAbove ? "GreaterThanThreshold" : "LessThanThreshold",
      period: props.pollIntervalMinutes * MINUTE_SECONDS,
      periods: forMinutes / props.pollIntervalMinutes,
      description: descriptionOf(alert, props),
      runbook: "docs/alerts.md#when-an-alert-goes-off",
      topicArn: props.topicArn,
      overrides: props.alarmOverrides?.[name],
    });
  }
}

function descriptionOf(
  { action, channel, forMinutes, metric, queue, threshold }: BusinessAlertsProps["alerts"][number],
  { dashboardUrl, title }: Pick<BusinessAlertsProps, "dashboardUrl" | "title">,
): string {
  const { name, unit, action: usualAction } = TEXTS[metric];
  const place = [queue ?? "all queues", ...(channel ? [channel] : [])].join(", ");
  const minutes = forMinutes === 1 ? "1 minute" : `${forMinutes} minutes`;
  return (
    `${title}, ${place}: ${name} ${ALERT_METRICS[metric].direction} ${threshold}${unit} for ${minutes}. ` +
    `${action ?? usualAction} Dashboard: ${dashboardUrl} .`
  );
}
