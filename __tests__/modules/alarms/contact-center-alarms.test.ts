import { ContactCenterAlarms } from "../../../modules/alarms/contact-center-alarms";
import type { ContactCenterAlarmsProps } from "../../../modules/alarms/contact-center-alarms";
import { inEmptyStack } from "../../../workbench/testing/single-construct";
import { resources } from "../../../workbench/testing/synthesized";
import type { StackArtifact } from "../../../workbench/testing/synthesized";

const TOPIC = "arn:aws:sns:eu-central-1:111122223333:alarms";

const EXPECTED_CALLS = {
  businessHours: {
    days: ["mon", "tue", "wed", "thu", "fri"],
    from: "09:00",
    to: "17:00",
    silentMinutes: 60,
  },
  timeZone: "Europe/Berlin",
} as const;

function contactCenterAlarms(props: Partial<ContactCenterAlarmsProps> = {}) {
  return inEmptyStack(
    (stack) =>
      new ContactCenterAlarms(stack, "alarms", {
        contactRecords: { deliveryStreamName: "records", streamName: "record-stream" },
        agentEvents: { deliveryStreamName: "events", streamName: "event-stream" },
        expectedCalls: EXPECTED_CALLS,
        topicArn: TOPIC,
        ...props,
      }),
  );
}

function byName(stack: StackArtifact): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const alarms = resources(stack, "aws_cloudwatch_metric_alarm");
  return Object.fromEntries(alarms.map((alarm) => [String(alarm["alarm_name"]), alarm]));
}

describe("the alarms of a contact center", () => {
  const { construct, stack } = contactCenterAlarms();
  const alarms = byName(stack);

  it("monitor delivery, lag and silence", () => {
    expect(Object.keys(alarms).sort()).toEqual([
      "events-failing",
      "events-lag",
      "events-late",
      "events-rejected",
      "events-unauthorized",
      "events-write-throttled",
      "records-failing",
      "records-lag",
      "records-late",
      "records-rejected",
      "records-silent",
      "records-unauthorized",
      "records-write-throttled",
    ]);
  });

  it("are exposed by name", () => {
    expect(Object.keys(construct.alarms)).toHaveLength(Object.keys(alarms).length);
    expect(construct.alarms["agent-events-lag"]?.alarmNameInput).toBe("events-lag");
    expect(construct.alarms.silence?.alarmNameInput).toBe("records-silent");
  });

  it("go off when a stream refuses records, and name the key of its shards", () => {
    expect(alarms["events-write-throttled"]).toMatchObject({
      namespace: "AWS/Kinesis",
      metric_name: "WriteProvisionedThroughputExceeded",
      dimensions: { StreamName: "event-stream" },
      statistic: "Sum",
      threshold: 0,
      alarm_description:
        "The stream refuses records of Connect: it has too few shards. Double agentEvents.stream.shards, or set agents to the number of agents. See docs/operations.md#the-stream-has-too-few-shards",
    });
    expect(alarms["records-write-throttled"]).toMatchObject({
      dimensions: { StreamName: "record-stream" },
      alarm_description: expect.stringContaining("contactRecords.stream.shards") as string,
    });
  });

  it("notify the topic of ALARM and of OK, with a description", () => {
    for (const alarm of Object.values(alarms)) {
      expect(alarm).toMatchObject({ alarm_actions: [TOPIC], ok_actions: [TOPIC] });
      expect(String(alarm["alarm_description"]).length).toBeGreaterThan(30);
    }
  });

  it("go off when the domain refuses Firehose once", () => {
    expect(alarms["records-unauthorized"]).toMatchObject({
      metric_name: "DeliveryToAmazonOpenSearchService.AuthFailure",
      dimensions: { DeliveryStreamName: "records" },
      statistic: "Maximum",
      comparison_operator: "GreaterThanThreshold",
      threshold: 0,
      evaluation_periods: 1,
    });
  });

  it("go off for a document that waits for 15 minutes, or for the time of the props", () => {
    const patient = byName(contactCenterAlarms({ freshnessMinutes: 60 }).stack);

    expect(alarms["events-late"]).toMatchObject({ threshold: 900 });
    expect(patient["events-late"]).toMatchObject({ threshold: 3600 });
  });

  it("expect contact records in business hours only", () => {
    expect(alarms["records-silent"]).toMatchObject({
      threshold: 1,
      comparison_operator: "LessThanThreshold",
      metric_query: [
        {
          id: "arrivals",
          metric: {
            namespace: "AWS/Kinesis",
            metric_name: "IncomingRecords",
            dimensions: { StreamName: "record-stream" },
            period: 3600,
            stat: "Sum",
          },
        },
        {
          id: "pulse",
          metric: {
            namespace: "AWS/Firehose",
            metric_name: "KinesisMillisBehindLatest",
            dimensions: { DeliveryStreamName: "records" },
            period: 3600,
          },
        },
        { id: "records", expression: "arrivals + 0 * pulse + TIME_SERIES(0)" },
        {
          id: "expected",
          return_data: true,
          expression:
            "IF((DAY(records) >= 1 AND DAY(records) <= 5 AND HOUR(records) >= 8 AND HOUR(records) <= 13), records, 1)",
        },
      ],
    });
  });

  it("count records at Firehose where Connect writes to the delivery stream", () => {
    const direct = byName(
      contactCenterAlarms({ contactRecords: { deliveryStreamName: "records" } }).stack,
    );

    expect(direct["records-silent"]).toMatchObject({
      metric_query: [
        {
          metric: {
            namespace: "AWS/Firehose",
            metric_name: "IncomingRecords",
            dimensions: { DeliveryStreamName: "records" },
          },
        },
        { metric: { namespace: "AWS/Firehose", metric_name: "RecordsPerSecondLimit" } },
        {},
        {},
      ],
    });
    expect(direct["records-lag"]).toBeUndefined();
    expect(direct["records-write-throttled"]).toBeUndefined();
    expect(direct["events-lag"]).toBeDefined();
  });

  it("do not watch for silence without expected calls, or where no period fits into the hours", () => {
    const businessHours = { ...EXPECTED_CALLS.businessHours, silentMinutes: 480 };

    for (const expectedCalls of [undefined, { ...EXPECTED_CALLS, businessHours }]) {
      const without = contactCenterAlarms({ expectedCalls });
      expect(byName(without.stack)["records-silent"]).toBeUndefined();
      expect(without.construct.alarms).not.toHaveProperty("silence");
    }
  });

  it("keep their prefix where the delivery stream has another name", () => {
    const adopted = byName(
      contactCenterAlarms({
        contactRecords: { deliveryStreamName: "connect-ctr", alarmPrefix: "support-records" },
      }).stack,
    );

    expect(adopted["support-records-failing"]).toMatchObject({
      dimensions: { DeliveryStreamName: "connect-ctr" },
    });
    expect(adopted["support-records-silent"]).toBeDefined();
  });

  it("are overridden last, alarm by alarm", () => {
    const overridden = byName(
      contactCenterAlarms({
        alarmOverrides: {
          "contact-records-late": { evaluationPeriods: 6 },
          silence: { actionsEnabled: false },
        },
      }).stack,
    );

    expect(overridden["records-late"]).toMatchObject({ evaluation_periods: 6, threshold: 900 });
    expect(overridden["events-late"]).toMatchObject({ evaluation_periods: 2 });
    expect(overridden["records-silent"]).toMatchObject({ actions_enabled: false });
  });
});
