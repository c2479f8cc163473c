import type {
  CloudwatchMetricAlarm,
  CloudwatchMetricAlarmConfig,
} from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import { warning, type Note } from "../shared/notes";
import { addAlarm } from "./alarm";
import { businessHoursCondition } from "./business-hours";
import type { BusinessHours } from "./business-hours";
import type { MonitoredDelivery } from "./monitored-delivery";

/** When calls are expected. */
export interface ExpectedCalls {
  /** Days and hours, and how long they may pass without a contact record. */
  readonly businessHours: BusinessHours;
  /** Time zone of the business hours, as in the IANA time zone database: `Europe/Berlin`. */
  readonly timeZone: string;
}

export interface SilenceAlarmProps {
  /** Delivery of contact records. */
  readonly contactRecords: MonitoredDelivery;
  /** When calls are expected. */
  readonly expectedCalls: ExpectedCalls;
  /** ARN of the SNS topic that is notified of the states ALARM and OK. */
  readonly topicArn: string;
  /**
   * Arguments of the alarm, merged last.
   * @default none
   */
  readonly overrides?: Partial<CloudwatchMetricAlarmConfig>;
}

/**
 * Number of arriving records, with 0 for a period without any. A metric without data has no points, and an
 * expression on it alone has none either: the alarm would see missing data in the case that it is for. Two
 * other series give the sum its points: `TIME_SERIES(0)`, which is never sparse by its definition, and a
 * metric that Firehose publishes with and without records. Either is enough; AWS does not document both for
 * alarms. In sums, a missing point counts as 0.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
const RECORDS = "arrivals + 0 * pulse + TIME_SERIES(0)";

/**
 * Goes off when no contact record came for the configured time within business hours.
 * @returns The alarm, or undefined if no period lies within business hours all year.
 */
export function addSilenceAlarm(
  scope: Construct,
  props: SilenceAlarmProps,
): CloudwatchMetricAlarm | undefined {
  const { contactRecords, topicArn } = props;
  const { businessHours, timeZone } = props.expectedCalls;
  const open = businessHoursCondition(businessHours, timeZone, "records");
  if (open === undefined) return undefined;
  const { arrivals, pulse } = metricsOf(contactRecords);
  const period = businessHours.silentMinutes * 60;
  return addAlarm(scope, "silence", {
    alarmName: `${contactRecords.alarmPrefix ?? contactRecords.deliveryStreamName}-silent`,
    description: `No contact record for ${businessHours.silentMinutes} minutes within business hours. Check the instance's data streaming.`,
    runbook: "docs/operations.md#no-contact-records",
    comparison: "LessThanThreshold",
    threshold: 1,
    metricQuery: [
      { id: "arrivals", metric: { ...arrivals, stat: "Sum", period } },
      { id: "pulse", metric: { ...pulse, stat: "SampleCount", period } },
      { id: "records", expression: RECORDS, label: "Contact records" },
      {
        id: "expected",
        expression: `IF(${open}, records, 1)`,
        label: "Contact records when calls are expected",
        returnData: true,
      },
    ],
    topicArn,
    overrides: props.overrides,
  });
}

/** Reason why a contact center has no such alarm; undefined if it has one. */
export function withoutSilenceAlarm({
  alias,
  businessHours,
  timeZone,
}: ExpectedCalls & { readonly alias: string }): Note | undefined {
  if (businessHoursCondition(businessHours, timeZone, "records") !== undefined) return undefined;
  return warning(
    `No alarm detects that contact records of ${alias} stop: no period of ${businessHours.silentMinutes} minutes lies within its business ` +
      `hours (${businessHours.from} to ${businessHours.to}) all year, for every start within an hour. Choose longer hours, or fewer silentMinutes.`,
  );
}

interface Metric {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** Metric of the arriving records, and a metric of their delivery stream that has a point in every period. */
function metricsOf({ deliveryStreamName, streamName }: MonitoredDelivery): {
  readonly arrivals: Metric;
  readonly pulse: Metric;
} {
  const dimensions = { DeliveryStreamName: deliveryStreamName };
  const ofDelivery = { namespace: "AWS/Firehose", dimensions };
  return streamName === undefined
    ? {
        arrivals: { ...ofDelivery, metricName: "IncomingRecords" },
        pulse: { ...ofDelivery, metricName: "RecordsPerSecondLimit" },
      }
    : {
        arrivals: {
          namespace: "AWS/Kinesis",
          metricName: "IncomingRecords",
          dimensions: { StreamName: streamName },
        },
        pulse: { ...ofDelivery, metricName: "KinesisMillisBehindLatest" },
      };
}
