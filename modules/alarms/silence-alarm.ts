import type { Construct } from "constructs";
import type { ContactCenter } from "../../config/configuration";
import {
  contactRecordDeliveryName,
  contactRecordSource,
} from "../firehose-delivery/source-streams";
import { addAlarm } from "./alarm";
import { businessHoursCondition } from "./business-hours";

export interface SilenceAlarmProps {
  readonly center: ContactCenter;
  readonly topicArn: string;
}

/**
 * Arrivals, with 0 where there are none. A metric that nothing is written to has no points at all, and
 * what is computed from it alone has none either, so that the alarm would see missing data in the case
 * that it is for. Two other series give the sum its points: one that is never sparse by its definition,
 * and a metric that Firehose publishes whether records come or not. Either is enough; that both work in
 * an alarm is not documented. In sums, a missing point counts as 0.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
const RECORDS = "arrivals + 0 * pulse + TIME_SERIES(0)";

/** Goes off when no contact record came for as long as the configuration says, within business hours. */
export function addSilenceAlarm(scope: Construct, { center, topicArn }: SilenceAlarmProps): void {
  const { businessHours, names, timeZone } = center;
  const open = businessHoursCondition(businessHours, timeZone, "records");
  if (open === undefined) return;
  const { arrivals, pulse } = metricsOf(center);
  const period = businessHours.silentMinutes * 60;
  addAlarm(scope, "silence", {
    alarmName: `${names.contactRecordDelivery}-silent`,
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
  });
}

/** Why a contact center has no such alarm; undefined if it has one. */
export function withoutSilenceAlarm(center: ContactCenter): string | undefined {
  const { alias, businessHours, timeZone } = center;
  if (businessHoursCondition(businessHours, timeZone, "records") !== undefined) return undefined;
  return (
    `no alarm watches whether contact records of ${alias} stop: no ${businessHours.silentMinutes} minutes lie within its business ` +
    `hours (${businessHours.from} to ${businessHours.to}) all year, wherever in an hour they begin. Choose longer hours, or fewer silentMinutes.`
  );
}

interface Metric {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** Where the arriving records are counted, and a metric of their delivery stream that never stops. */
function metricsOf(center: ContactCenter): { readonly arrivals: Metric; readonly pulse: Metric } {
  const source = contactRecordSource(center);
  const dimensions = { DeliveryStreamName: contactRecordDeliveryName(center) };
  const ofDelivery = { namespace: "AWS/Firehose", dimensions };
  return source
    ? {
        arrivals: {
          namespace: "AWS/Kinesis",
          metricName: "IncomingRecords",
          dimensions: { StreamName: source.name },
        },
        pulse: { ...ofDelivery, metricName: "KinesisMillisBehindLatest" },
      }
    : {
        arrivals: { ...ofDelivery, metricName: "IncomingRecords" },
        pulse: { ...ofDelivery, metricName: "RecordsPerSecondLimit" },
      };
}
