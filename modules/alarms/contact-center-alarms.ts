import { Construct } from "constructs";
import type { Alarms, ContactCenter } from "../../config/configuration";
import { isInService } from "../../config/retirement";
import { addAlarm } from "./alarm";
import type { AlarmProps } from "./alarm";
import { businessHoursCondition } from "./business-hours";

export interface ContactCenterAlarmsProps {
  readonly center: ContactCenter;
  readonly limits: Exclude<Alarms, false>;
  readonly topicArn: string;
}

/** Half of what Kinesis keeps by default: time enough to mend before records are lost. */
const STREAM_LAG_LIMIT_MS = 30 * 60 * 1000;
const FIVE_MINUTES = 300;

/**
 * What keeps records from arriving: delivery that fails, lags or is refused, and silence when calls
 * are expected.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html
 */
export class ContactCenterAlarms extends Construct {
  constructor(scope: Construct, id: string, props: ContactCenterAlarmsProps) {
    super(scope, id);
    const { center } = props;
    this.#watchDelivery("contact-records", center.names.contactRecordDelivery, props, {
      readsStream: center.contactRecords.through === "stream",
    });
    this.#watchDelivery("agent-events", center.names.agentEventDelivery, props, {
      readsStream: true,
    });
    if (isInService(center)) this.#watchSilence(props);
  }

  #watchDelivery(
    content: string,
    deliveryStream: string,
    { limits, topicArn }: ContactCenterAlarmsProps,
    { readsStream }: { readonly readsStream: boolean },
  ): void {
    const add = (name: string, alarm: Omit<AlarmProps, "alarmName" | "topicArn">): void => {
      addAlarm(this, `${content}-${name}`, {
        ...alarm,
        alarmName: `${deliveryStream}-${name}`,
        namespace: "AWS/Firehose",
        dimensions: { DeliveryStreamName: deliveryStream },
        period: FIVE_MINUTES,
        topicArn,
      });
    };
    add("failing", {
      metricName: "DeliveryToAmazonOpenSearchService.Success",
      statistic: "Average",
      threshold: 1,
      comparison: "LessThanThreshold",
      periods: 3,
      description:
        "Documents do not reach the domain; they wait, then go to the backup bucket. Read the delivery log.",
    });
    add("late", {
      metricName: "DeliveryToAmazonOpenSearchService.DataFreshness",
      statistic: "Maximum",
      threshold: limits.freshnessMinutes * 60,
      comparison: "GreaterThanThreshold",
      periods: 2,
      description: "The oldest document not yet delivered is too old: the dashboard lags.",
    });
    add("rejected", {
      metricName: "DeliveryToAmazonOpenSearchService.DeliveryRejected",
      statistic: "Sum",
      threshold: 0,
      comparison: "GreaterThanThreshold",
      periods: 3,
      description:
        "The domain refuses documents again and again. An older copy of a contact is refused by design; look into the backup bucket for others.",
    });
    if (!readsStream) return;
    add("lag", {
      metricName: "KinesisMillisBehindLatest",
      statistic: "Maximum",
      threshold: STREAM_LAG_LIMIT_MS,
      comparison: "GreaterThanThreshold",
      periods: 2,
      description:
        "Firehose reads the stream too slowly; records are lost when the stream forgets them.",
    });
  }

  /** No contact record for as long as the configuration says, within business hours. */
  #watchSilence({ center, topicArn }: ContactCenterAlarmsProps): void {
    const { businessHours, names, timeZone } = center;
    const open = businessHoursCondition(businessHours, timeZone, "records");
    if (open === undefined) return;
    addAlarm(this, "silence", {
      alarmName: `${names.contactRecordDelivery}-silent`,
      description: `No contact record for ${businessHours.silentMinutes} minutes within business hours. Check the instance's data streaming.`,
      comparison: "LessThanThreshold",
      threshold: 1,
      metricQuery: [
        {
          id: "arrivals",
          metric: {
            ...arrivalsOf(center),
            metricName: "IncomingRecords",
            stat: "Sum",
            period: businessHours.silentMinutes * 60,
          },
        },
        { id: "records", expression: "FILL(arrivals, 0)", label: "Contact records" },
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
}

/** Where the arriving contact records are counted. */
function arrivalsOf({ contactRecords, names }: ContactCenter): {
  readonly namespace: string;
  readonly dimensions: Record<string, string>;
} {
  return contactRecords.through === "stream"
    ? { namespace: "AWS/Kinesis", dimensions: { StreamName: names.contactRecordStream } }
    : {
        namespace: "AWS/Firehose",
        dimensions: { DeliveryStreamName: names.contactRecordDelivery },
      };
}
