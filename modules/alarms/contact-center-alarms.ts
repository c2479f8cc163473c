import { Construct } from "constructs";
import type { Alarms, ContactCenter } from "../../config/configuration";
import { isInService } from "../../config/retirement";
import {
  contactRecordDeliveryName,
  contactRecordSource,
} from "../firehose-delivery/source-streams";
import { addAlarm } from "./alarm";
import type { AlarmProps } from "./alarm";
import { addSilenceAlarm } from "./silence-alarm";

export interface ContactCenterAlarmsProps {
  readonly center: ContactCenter;
  readonly limits: Exclude<Alarms, false>;
  readonly topicArn: string;
}

/** Half of what Kinesis keeps by default: time enough to mend before records are lost. */
const STREAM_LAG_LIMIT_MS = 30 * 60 * 1000;
const FIVE_MINUTES = 300;

/** A delivery stream to watch. */
interface Watched {
  /** What it delivers, in the words of the backup bucket's folders. */
  readonly content: string;
  /** What its alarms' names begin with. */
  readonly prefix: string;
  /** Its name in CloudWatch; another's if it is adopted. */
  readonly streamName: string;
  readonly readsStream: boolean;
}

/**
 * What keeps records from arriving: delivery that fails, lags or is refused, and silence when calls
 * are expected.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html
 */
export class ContactCenterAlarms extends Construct {
  constructor(scope: Construct, id: string, props: ContactCenterAlarmsProps) {
    super(scope, id);
    const { center } = props;
    this.#watchDelivery(props, {
      content: "contact-records",
      prefix: center.names.contactRecordDelivery,
      streamName: contactRecordDeliveryName(center),
      readsStream: contactRecordSource(center) !== undefined,
    });
    this.#watchDelivery(props, {
      content: "agent-events",
      prefix: center.names.agentEventDelivery,
      streamName: center.names.agentEventDelivery,
      readsStream: true,
    });
    if (isInService(center)) addSilenceAlarm(this, props);
  }

  #watchDelivery(
    { limits, topicArn }: ContactCenterAlarmsProps,
    { content, prefix, readsStream, streamName }: Watched,
  ): void {
    const add = (name: string, alarm: Omit<AlarmProps, "alarmName" | "topicArn">): void => {
      addAlarm(this, `${content}-${name}`, {
        ...alarm,
        alarmName: `${prefix}-${name}`,
        namespace: "AWS/Firehose",
        dimensions: { DeliveryStreamName: streamName },
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
      runbook: "docs/operations.md#delivery-fails",
    });
    add("unauthorized", {
      metricName: "DeliveryToAmazonOpenSearchService.AuthFailure",
      statistic: "Maximum",
      threshold: 0,
      comparison: "GreaterThanThreshold",
      description:
        "Firehose may not write to the domain: an IAM policy, the domain's access policy or its role mapping keeps it out.",
      runbook: "docs/operations.md#delivery-is-not-authorized",
    });
    add("late", {
      metricName: "DeliveryToAmazonOpenSearchService.DataFreshness",
      statistic: "Maximum",
      threshold: limits.freshnessMinutes * 60,
      comparison: "GreaterThanThreshold",
      periods: 2,
      description: "The oldest document not yet delivered is too old: the dashboard lags.",
      runbook: "docs/operations.md#delivery-is-late",
    });
    add("rejected", {
      metricName: "DeliveryToAmazonOpenSearchService.DeliveryRejected",
      statistic: "Sum",
      threshold: 0,
      comparison: "GreaterThanThreshold",
      periods: 3,
      description:
        "The domain refuses documents again and again. An older copy of a contact is refused by design; look into the backup bucket for others.",
      runbook: "docs/operations.md#documents-are-refused",
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
      runbook: "docs/operations.md#the-stream-is-read-too-slowly",
    });
  }
}
