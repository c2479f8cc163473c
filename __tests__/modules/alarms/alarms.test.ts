import { readFileSync } from "node:fs";
import { center, configurationWith } from "../../config/base-file";
import { resources, stackOf, synthesized } from "../../../workbench/testing/synthesized";
import type { StackArtifact } from "../../../workbench/testing/synthesized";

const TOPIC = "arn:aws:sns:eu-central-1:111122223333:switchboard-alarms";

function alarms(stack: StackArtifact): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const found = resources(stack, "aws_cloudwatch_metric_alarm");
  return Object.fromEntries(found.map((alarm) => [String(alarm["alarm_name"]), alarm]));
}

describe("the alarms of a contact center in the configuration", () => {
  const all = alarms(stackOf(configurationWith(), "contact-center-support"));
  const own = Object.keys(all).filter((name) => !name.includes("queue-depth"));

  it("have its names", () => {
    expect(own.sort()).toEqual([
      "switchboard-support-agent-events-failing",
      "switchboard-support-agent-events-lag",
      "switchboard-support-agent-events-late",
      "switchboard-support-agent-events-rejected",
      "switchboard-support-agent-events-unauthorized",
      "switchboard-support-agent-events-write-throttled",
      "switchboard-support-contact-records-failing",
      "switchboard-support-contact-records-lag",
      "switchboard-support-contact-records-late",
      "switchboard-support-contact-records-rejected",
      "switchboard-support-contact-records-silent",
      "switchboard-support-contact-records-unauthorized",
      "switchboard-support-contact-records-write-throttled",
    ]);
  });

  it("notify the topic of the account", () => {
    for (const alarm of Object.values(all)) {
      expect(alarm).toMatchObject({ alarm_actions: [TOPIC], ok_actions: [TOPIC] });
      expect(String(alarm["alarm_description"]).length).toBeGreaterThan(30);
    }
  });

  it("expect calls in its business hours and its time zone", () => {
    const late = alarms(
      stackOf(
        configurationWith((file) => {
          file["alarms"] = { freshnessMinutes: 30 };
          center(file)["timeZone"] = "UTC";
          center(file)["businessHours"] = { from: "10:00", silentMinutes: 30 };
        }),
        "contact-center-support",
      ),
    );

    expect(late["switchboard-support-contact-records-late"]).toMatchObject({ threshold: 1800 });
    expect(late["switchboard-support-contact-records-silent"]).toMatchObject({
      metric_query: [
        { metric: { period: 1800 } },
        {},
        {},
        {
          expression: expect.stringContaining(
            "HOUR(records) >= 10 AND HOUR(records) <= 15",
          ) as string,
        },
      ],
    });
  });

  it("count contact records at Firehose with through: firehose", () => {
    const direct = alarms(
      stackOf(
        configurationWith((file) => {
          center(file)["contactRecords"] = { through: "firehose" };
        }),
        "contact-center-support",
      ),
    );

    expect(direct["switchboard-support-contact-records-silent"]).toMatchObject({
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
    expect(direct["switchboard-support-contact-records-lag"]).toBeUndefined();
  });
});

describe("the alarms of a domain in the configuration", () => {
  it("have its name, its account and its storage", () => {
    const all = alarms(stackOf(configurationWith(), "analytics-domain"));

    expect(Object.keys(all)).toHaveLength(5);
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

  it.each(described)("%s names the section of its runbook", (_, description) => {
    const [, page = "", anchor] = / See (docs\/[\w-]+\.md)#([\w-]+)$/.exec(description) ?? [];
    const headings = [...readFileSync(page, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      // GitHub derives anchors from headings in this way.
      (heading ?? "")
        .toLowerCase()
        .replaceAll(/[^\w -]/g, "")
        .replaceAll(" ", "-"),
    );

    expect(headings).toContain(anchor);
  });
});
