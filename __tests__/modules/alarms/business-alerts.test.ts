import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { center, configurationWith, type Change } from "../../config/base-file";
import { METRIC_NAMESPACE } from "../../../lambdas/shared/metric-namespace";
import { roles } from "../../../modules/opensearch-content/content/roles";
import { contentProps } from "../../../modules/stacks/content-props";
import { resource, resources, stackOf } from "../../../workbench/testing/synthesized";
import { statementsOf } from "../../../workbench/testing/policies";

const TOPIC = "arn:aws:sns:eu-central-1:111122223333:switchboard-alarms";
const ROLE = "switchboard-support-queue-depth";
const LONG_WAIT = {
  metric: "longestWaitSeconds",
  queue: "Orders",
  above: 120,
  action: "Assign two agents of Sales to Orders.",
};
const NO_AGENT = { metric: "agentsAvailable", queue: "Orders", below: 1, forMinutes: 2 };
const SERVICE_LEVEL = { metric: "serviceLevelLastHourPercent", below: 80, forMinutes: 15 };

function withAlerts(
  alerts: Readonly<Record<string, unknown>>,
  more: Change = () => undefined,
): ReturnType<typeof configurationWith> {
  return configurationWith((file) => {
    center(file)["alerts"] = alerts;
    more(file);
  });
}

type Alarm = Readonly<Record<string, unknown>>;

function alarmsOf(configuration: ReturnType<typeof configurationWith>): Record<string, Alarm> {
  const stack = stackOf(configuration, "contact-center-support");
  const found = resources(stack, "aws_cloudwatch_metric_alarm").filter(({ alarm_name: name }) =>
    String(name).includes("-alert-"),
  );
  return Object.fromEntries(found.map((alarm) => [String(alarm["alarm_name"]), alarm]));
}

describe("the alarms of alerts", () => {
  const all = alarmsOf(
    withAlerts({ "long-wait": LONG_WAIT, "no-agent": NO_AGENT, "service-level": SERVICE_LEVEL }),
  );

  test("are one for each alert, on a metric of its own, in both directions", () => {
    const common = { namespace: METRIC_NAMESPACE, period: 60, treat_missing_data: "notBreaching" };

    expect(all).toMatchObject({
      "switchboard-support-alert-long-wait": {
        ...common,
        metric_name: "LongestWait",
        dimensions: { service: "support", Alert: "long-wait" },
        statistic: "Maximum",
        comparison_operator: "GreaterThanThreshold",
        threshold: 120,
        evaluation_periods: 5,
      },
      "switchboard-support-alert-no-agent": {
        ...common,
        metric_name: "AgentsAvailable",
        dimensions: { service: "support", Alert: "no-agent" },
        statistic: "Minimum",
        comparison_operator: "LessThanThreshold",
        threshold: 1,
        evaluation_periods: 2,
      },
      "switchboard-support-alert-service-level": {
        ...common,
        metric_name: "ServiceLevelLastHour",
        dimensions: { service: "support", Alert: "service-level" },
        threshold: 80,
        evaluation_periods: 15,
      },
    });
  });

  test("notify the topic of the account of red and of green", () => {
    for (const alarm of Object.values(all)) {
      expect(alarm).toMatchObject({ alarm_actions: [TOPIC], ok_actions: [TOPIC] });
    }
  });

  test("say what, what to do, and where the dashboard is", () => {
    expect(all["switchboard-support-alert-long-wait"]?.["alarm_description"]).toBe(
      "support, Orders: Longest wait above 120 s for 5 minutes. Assign two agents of Sales to Orders. " +
        "Dashboard: https://${data.aws_opensearch_domain.domain.endpoint}/_dashboards/app/dashboards#/view/switchboard-support-dashboard . " +
        "See docs/alerts.md#when-an-alert-goes-off",
    );
    expect(all["switchboard-support-alert-no-agent"]?.["alarm_description"]).toContain(
      "support, Orders, VOICE: Agents available below 1 for 2 minutes. Check the status of the agents",
    );
  });

  test("evaluate one value in each poll interval", () => {
    const slow = alarmsOf(
      withAlerts({ "long-wait": { ...LONG_WAIT, forMinutes: 10 } }, (file) => {
        center(file)["queueDepth"] = { pollIntervalMinutes: 5 };
      }),
    );

    expect(slow["switchboard-support-alert-long-wait"]).toMatchObject({
      period: 300,
      evaluation_periods: 2,
    });
  });
});

describe("the function of a contact center with alerts", () => {
  const settingsOf = (configuration: ReturnType<typeof configurationWith>): unknown => {
    const stack = stackOf(configuration, "contact-center-support");
    const { environment } = resource(stack, "aws_lambda_function") as {
      environment: { variables: Record<string, string> };
    };
    const { ALERTS } = environment.variables;
    return ALERTS === undefined ? undefined : JSON.parse(ALERTS);
  };
  const office = { days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "17:00" };

  test("has their settings, without thresholds, and the hours of the contact center", () => {
    expect(settingsOf(withAlerts({ "long-wait": LONG_WAIT, "no-agent": NO_AGENT }))).toEqual({
      timeZone: "Europe/Berlin",
      alerts: [
        { name: "long-wait", metric: "longestWaitSeconds", queue: "Orders", hours: office },
        {
          name: "no-agent",
          metric: "agentsAvailable",
          queue: "Orders",
          channel: "VOICE",
          hours: office,
        },
      ],
    });
  });

  test("has the contact records and the least number of contacts for a share of the last hour", () => {
    const always = { ...SERVICE_LEVEL, businessHours: false };

    expect(settingsOf(withAlerts({ "service-level": always }))).toEqual({
      timeZone: "Europe/Berlin",
      contactRecordIndex: "switchboard-support-contact-records",
      alerts: [
        { name: "service-level", metric: "serviceLevelLastHourPercent", atLeastContacts: 10 },
      ],
    });
  });

  test("has none in its environment without alerts", () => {
    expect(settingsOf(configurationWith())).toBeUndefined();
  });
});

test("the example of the page on alerts is a configuration", () => {
  const page = readFileSync("docs/alerts.md", "utf8");
  const [, yaml = ""] = /```yaml\n([\s\S]+?)```/.exec(page) ?? [];
  const example = parse(yaml) as { contactCenters: { alerts: Record<string, unknown> }[] };
  const alerts = example.contactCenters[0]?.alerts ?? {};

  expect(Object.keys(alarmsOf(withAlerts(alerts)))).toHaveLength(3);
});

describe("the permission to search contact records", () => {
  const searches = (configuration: ReturnType<typeof configurationWith>): unknown[] => {
    const stack = stackOf(configuration, "contact-center-support");
    const statements = statementsOf(stack, "queue-depth_reader_permissions");
    return statements.filter(({ sid }) => sid === "SearchContactRecords");
  };
  const indexPermissions = (configuration: ReturnType<typeof configurationWith>) => {
    const { contactCenters, domains } = configuration;
    const [domain] = domains;
    if (!domain) throw new Error("The configuration has no domain.");
    return roles(contentProps(domain, contactCenters))[ROLE]?.index_permissions;
  };

  test("is given in IAM and in the domain to a function with a share of the last hour", () => {
    const configuration = withAlerts({ "service-level": SERVICE_LEVEL });

    expect(searches(configuration)).toEqual([
      expect.objectContaining({
        actions: ["es:ESHttpPost"],
        resources: [
          "arn:aws:es:eu-central-1:111122223333:domain/switchboard-main/switchboard-support-contact-records*/_search",
        ],
      }),
    ]);
    expect(indexPermissions(configuration)).toContainEqual({
      index_patterns: ["switchboard-support-contact-records*"],
      allowed_actions: ["indices:data/read/search"],
    });
  });

  test.each([
    ["without alerts", configurationWith()],
    ["with alerts on current metrics only", withAlerts({ "long-wait": LONG_WAIT })],
  ])("is not given %s", (_, configuration) => {
    expect(searches(configuration)).toEqual([]);
    expect(indexPermissions(configuration)).toHaveLength(2);
  });
});
