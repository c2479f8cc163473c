import { readFileSync } from "node:fs";
import { center, configurationWith } from "../../config/base-file";
import { resources, stackOf, synthesized } from "../../../workbench/testing/synthesized";
import type { StackArtifact } from "../../../workbench/testing/synthesized";

const TOPIC = "arn:aws:sns:eu-central-1:111122223333:switchboard-alarms";

function alarms(stack: StackArtifact): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const found = resources(stack, "aws_cloudwatch_metric_alarm");
  return Object.fromEntries(found.map((alarm) => [String(alarm["alarm_name"]), alarm]));
}

describe("the alarms of a contact center", () => {
  const stack = stackOf(configurationWith(), "contact-center-support");
  const all = alarms(stack);
  const own = Object.keys(all).filter((name) => !name.includes("queue-depth"));

  it("watch delivery, lag and silence", () => {
    expect(own.sort()).toEqual([
      "switchboard-support-agent-events-failing",
      "switchboard-support-agent-events-lag",
      "switchboard-support-agent-events-late",
      "switchboard-support-agent-events-rejected",
      "switchboard-support-agent-events-unauthorized",
      "switchboard-support-contact-records-failing",
      "switchboard-support-contact-records-lag",
      "switchboard-support-contact-records-late",
      "switchboard-support-contact-records-rejected",
      "switchboard-support-contact-records-silent",
      "switchboard-support-contact-records-unauthorized",
    ]);
  });

  it("tell the account's topic when they go off and when they are over, and say what to do", () => {
    for (const alarm of Object.values(all)) {
      expect(alarm).toMatchObject({ alarm_actions: [TOPIC], ok_actions: [TOPIC] });
      expect(String(alarm["alarm_description"]).length).toBeGreaterThan(30);
    }
  });

  it("go off when Firehose is kept out of the domain but once", () => {
    expect(all["switchboard-support-contact-records-unauthorized"]).toMatchObject({
      metric_name: "DeliveryToAmazonOpenSearchService.AuthFailure",
      statistic: "Maximum",
      comparison_operator: "GreaterThanThreshold",
      threshold: 0,
      evaluation_periods: 1,
    });
  });

  it("expect contact records in business hours only", () => {
    expect(all["switchboard-support-contact-records-silent"]).toMatchObject({
      threshold: 1,
      comparison_operator: "LessThanThreshold",
      metric_query: [
        { id: "arrivals", metric: { metric_name: "IncomingRecords", period: 3600, stat: "Sum" } },
        { id: "pulse", metric: { metric_name: "KinesisMillisBehindLatest", period: 3600 } },
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

  it("count where Connect writes to", () => {
    const direct = stackOf(
      configurationWith((file) => {
        center(file)["contactRecords"] = { through: "firehose" };
      }),
      "contact-center-support",
    );

    expect(alarms(direct)["switchboard-support-contact-records-silent"]).toMatchObject({
      metric_query: [
        {
          metric: {
            namespace: "AWS/Firehose",
            dimensions: { DeliveryStreamName: "switchboard-support-contact-records" },
          },
        },
        { metric: { namespace: "AWS/Firehose", metric_name: "RecordsPerSecondLimit" } },
        {},
        {},
      ],
    });
    expect(alarms(direct)["switchboard-support-contact-records-lag"]).toBeUndefined();
  });
});

describe("the alarms of a domain", () => {
  it("watch its state, its storage, its key and its snapshots", () => {
    const all = alarms(stackOf(configurationWith(), "analytics-domain"));

    expect(Object.keys(all).sort()).toEqual([
      "switchboard-main-key-unreachable",
      "switchboard-main-red",
      "switchboard-main-snapshot-failed",
      "switchboard-main-storage-low",
      "switchboard-main-writes-blocked",
    ]);
    // 20 % of 50 GiB, in MiB.
    expect(all["switchboard-main-storage-low"]).toMatchObject({
      threshold: 10240,
      dimensions: { DomainName: "switchboard-main", ClientId: "111122223333" },
    });
  });
});

describe("every alarm", () => {
  const stacks = synthesized(configurationWith());
  const described = Object.values(stacks).flatMap((stack) =>
    Object.entries(alarms(stack)).map(
      ([name, alarm]) => [name, String(alarm["alarm_description"])] as const,
    ),
  );

  it.each(described)("%s names the section that says what to do", (_, description) => {
    const [, page = "", anchor] = / See (docs\/[\w-]+\.md)#([\w-]+)$/.exec(description) ?? [];
    const headings = [...readFileSync(page, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      // As GitHub makes anchors of headings.
      (heading ?? "")
        .toLowerCase()
        .replaceAll(/[^\w -]/g, "")
        .replaceAll(" ", "-"),
    );

    expect(headings).toContain(anchor);
  });
});
