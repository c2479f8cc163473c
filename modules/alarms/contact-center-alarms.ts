import type {
  CloudwatchMetricAlarm,
  CloudwatchMetricAlarmConfig,
} from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { DEFAULT_FRESHNESS_MINUTES } from "../../config/delivery-defaults";
import { addAlarm } from "./alarm";
import type { AlarmProps } from "./alarm";
import type { MonitoredDelivery } from "./monitored-delivery";
import { addSilenceAlarm } from "./silence-alarm";
import type { ExpectedCalls } from "./silence-alarm";

export interface ContactCenterAlarmsProps {
  /** Delivery of contact records. */
  readonly contactRecords: MonitoredDelivery;
  /** Delivery of agent events. */
  readonly agentEvents: MonitoredDelivery;
  /** ARN of the SNS topic that is notified of the states ALARM and OK. */
  readonly topicArn: string;
  /**
   * Age of an undelivered document, in minutes, above which delivery is late.
   * @default 15
   */
  readonly freshnessMinutes?: number;
  /**
   * When calls are expected; without contact records in these hours, an alarm goes off.
   * @default none: no such alarm
   */
  readonly expectedCalls?: ExpectedCalls;
  /**
   * Arguments of single alarms by name, merged last.
   * @default none
   */
  readonly alarmOverrides?: Partial<
    Readonly<Record<ContactCenterAlarmName, Partial<CloudwatchMetricAlarmConfig>>>
  >;
}

type Folder = "contact-records" | "agent-events";
type DeliveryAlarmName =
  "failing" | "unauthorized" | "late" | "rejected" | "lag" | "write-throttled";

/** Name of an alarm in {@link ContactCenterAlarms}. */
export type ContactCenterAlarmName = `${Folder}-${DeliveryAlarmName}` | "silence";

type NamedAlarms = Partial<Record<ContactCenterAlarmName, CloudwatchMetricAlarm>>;
type DeliveryAlarm = Omit<AlarmProps, "alarmName" | "topicArn">;

/** Far below the shortest retention of a Kinesis data stream, 24 hours. */
const STREAM_LAG_LIMIT_MS = 30 * 60 * 1000;
const FIVE_MINUTES = 300;

/**
 * Alarms for delivery that fails, is late or is refused, and for missing contact records when calls are
 * expected.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html
 */
export class ContactCenterAlarms extends Construct {
  /** `…-lag` and `…-write-throttled` exist where a Kinesis data stream is read, `silence` where the expected hours allow it. */
  public readonly alarms: Readonly<NamedAlarms>;

  constructor(scope: Construct, id: string, props: ContactCenterAlarmsProps) {
    super(scope, id);
    this.alarms = {
      ...this.#monitor("contact-records", props.contactRecords, props),
      ...this.#monitor("agent-events", props.agentEvents, props),
      ...this.#expectCalls(props),
    };
  }

  #monitor(
    folder: Folder,
    { alarmPrefix, deliveryStreamName, streamName }: MonitoredDelivery,
    { alarmOverrides, freshnessMinutes, topicArn }: ContactCenterAlarmsProps,
  ): NamedAlarms {
    const alarms: NamedAlarms = {};
    const add = (name: DeliveryAlarmName, alarm: DeliveryAlarm): void => {
      const id = `${folder}-${name}` as const;
      alarms[id] = addAlarm(this, id, {
        namespace: "AWS/Firehose",
        dimensions: { DeliveryStreamName: deliveryStreamName },
        ...alarm,
        alarmName: `${alarmPrefix ?? deliveryStreamName}-${name}`,
        period: FIVE_MINUTES,
        topicArn,
        overrides: alarmOverrides?.[id],
      });
    };
    add("failing", FAILING);
    add("unauthorized", UNAUTHORIZED);
    add("late", late(freshnessMinutes ?? DEFAULT_FRESHNESS_MINUTES));
    add("rejected", REJECTED);
    if (streamName !== undefined) {
      add("lag", LAG);
      add("write-throttled", writeThrottled(folder, streamName));
    }
    return alarms;
  }

  #expectCalls(props: ContactCenterAlarmsProps): NamedAlarms {
    const { alarmOverrides, contactRecords, expectedCalls, topicArn } = props;
    if (expectedCalls === undefined) return {};
    const overrides = alarmOverrides?.silence;
    const silence = addSilenceAlarm(this, { contactRecords, expectedCalls, topicArn, overrides });
    return silence ? { silence } : {};
  }
}

const FAILING: DeliveryAlarm = {
  metricName: "DeliveryToAmazonOpenSearchService.Success",
  statistic: "Average",
  threshold: 1,
  comparison: "LessThanThreshold",
  periods: 3,
  description:
    "Documents do not reach the domain; they wait, then go to the backup bucket. Read the delivery log.",
  runbook: "docs/operations.md#delivery-fails",
};

const UNAUTHORIZED: DeliveryAlarm = {
  metricName: "DeliveryToAmazonOpenSearchService.AuthFailure",
  statistic: "Maximum",
  threshold: 0,
  comparison: "GreaterThanThreshold",
  description:
    "Firehose may not write to the domain: an IAM policy, the domain's access policy or its role mapping keeps it out.",
  runbook: "docs/operations.md#delivery-is-not-authorized",
};

function late(freshnessMinutes: number): DeliveryAlarm {
  return {
    metricName: "DeliveryToAmazonOpenSearchService.DataFreshness",
    statistic: "Maximum",
    threshold: freshnessMinutes * 60,
    comparison: "GreaterThanThreshold",
    periods: 2,
    description: "The oldest document not yet delivered is too old: the dashboard lags.",
    runbook: "docs/operations.md#delivery-is-late",
  };
}

const REJECTED: DeliveryAlarm = {
  metricName: "DeliveryToAmazonOpenSearchService.DeliveryRejected",
  statistic: "Sum",
  threshold: 0,
  comparison: "GreaterThanThreshold",
  periods: 3,
  description:
    "The domain refuses documents again and again. An older copy of a contact is refused by design; look into the backup bucket for others.",
  runbook: "docs/operations.md#documents-are-refused",
};

const LAG: DeliveryAlarm = {
  metricName: "KinesisMillisBehindLatest",
  statistic: "Maximum",
  threshold: STREAM_LAG_LIMIT_MS,
  comparison: "GreaterThanThreshold",
  periods: 2,
  description:
    "Firehose reads the stream too slowly; records are lost when the stream forgets them.",
  runbook: "docs/operations.md#the-stream-is-read-too-slowly",
};

/** Keys of the configuration, in the words of the alarm. */
const STREAM_KEYS: Readonly<Record<Folder, string>> = {
  "contact-records": "contactRecords.stream.shards",
  "agent-events": "agentEvents.stream.shards",
};

/** @see https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html */
function writeThrottled(folder: Folder, streamName: string): DeliveryAlarm {
  return {
    namespace: "AWS/Kinesis",
    metricName: "WriteProvisionedThroughputExceeded",
    dimensions: { StreamName: streamName },
    statistic: "Sum",
    threshold: 0,
    comparison: "GreaterThanThreshold",
    description: `The stream refuses records of Connect: it has too few shards. Double ${STREAM_KEYS[folder]}, or set agents to the number of agents.`,
    runbook: "docs/operations.md#the-stream-has-too-few-shards",
  };
}
