import { Report } from "../../../modules/report/report";
import type { ReportProps } from "../../../modules/report/report";
import { allowed, conditions } from "../../../workbench/testing/policies";
import { inEmptyStack } from "../../../workbench/testing/single-construct";
import { resource, resources } from "../../../workbench/testing/synthesized";

const NAME = "acme-west-report";
const PLACE = { id: "111122223333", region: "eu-central-1", partition: "aws" } as const;
const DOMAIN_ARN = "arn:aws:es:eu-central-1:111122223333:domain/acme-main";
const TOPIC_ARN = "arn:aws:sns:eu-central-1:111122223333:alarms";
const KEY_ARN = "arn:aws:kms:eu-central-1:111122223333:key/12345678-1234-1234-1234-123456789012";
const QUEUE_ARN = `arn:aws:sqs:eu-central-1:111122223333:${NAME}-dead-letters`;
const OBJECTS = "arn:aws:s3:::acme-west-backup/reports/*";

const PROPS: ReportProps = {
  place: PLACE,
  names: {
    functionName: NAME,
    functionRoleName: NAME,
    schedules: { month: `${NAME}-month` },
    scheduleRoleName: `${NAME}-schedule`,
    deadLetterQueueName: `${NAME}-dead-letters`,
  },
  settings: {
    alias: "west",
    contactCenter: {
      dashboardId: "acme-west-dashboard",
      title: "West",
      language: "en",
      timeZone: "America/Los_Angeles",
      serviceLevelSeconds: 20,
      contactRecordIndex: "acme-west-contact-records",
      agentEventIndex: "acme-west-agent-events",
    },
    domainUrl: "https://domain.example",
    bucketName: "acme-west-backup",
    dashboardUrl: "https://domain.example/_dashboards",
    announcement: { from: "reports@example.com", to: ["head@example.com"] },
  },
  hour: 6,
  domainArn: DOMAIN_ARN,
  bucketArn: "arn:aws:s3:::acme-west-backup",
  keyArn: KEY_ARN,
};

function stackWith(change: Partial<ReportProps> = {}) {
  return inEmptyStack((stack) => new Report(stack, "report", { ...PROPS, ...change })).stack;
}

const ON_TOPIC = {
  settings: {
    ...PROPS.settings,
    announcement: { topicArn: TOPIC_ARN, consoleHost: "eu-central-1.console.aws.amazon.com" },
  },
};

function schedulesOf(change?: Partial<ReportProps>): readonly string[] {
  return resources(stackWith(change), "aws_scheduler_schedule").map(
    ({ name, schedule_expression: at, schedule_expression_timezone: zone }) =>
      [name, at, zone].join(", "),
  );
}

describe("the report of a contact center", () => {
  it("is evaluated on the first day of the month, on the clock of the contact center", () => {
    expect(schedulesOf()).toEqual([
      "acme-west-report-month, cron(0 6 1 * ? *), America/Los_Angeles",
    ]);
  });

  it("is evaluated on Mondays, too, if the week has a schedule", () => {
    const names = {
      ...PROPS.names,
      schedules: { month: `${NAME}-month`, week: `${NAME}-week` },
    };
    expect(schedulesOf({ names, hour: 5 })).toEqual([
      "acme-west-report-month, cron(0 5 1 * ? *), America/Los_Angeles",
      "acme-west-report-week, cron(0 5 ? * MON *), America/Los_Angeles",
    ]);
  });

  it("is requested with the time of the schedule, so that a retry is of the same period", () => {
    const { target } = resource(stackWith(), "aws_scheduler_schedule") as {
      readonly target: { readonly input: string };
    };
    expect(JSON.parse(target.input)).toEqual({
      period: "month",
      scheduledTime: "<aws.scheduler.scheduled-time>",
    });
  });

  it("has room for its settings however many queues have a threshold", () => {
    const contactCenter = {
      ...PROPS.settings.contactCenter,
      serviceLevelSecondsByQueue: Object.fromEntries(
        Array.from({ length: 500 }, (_, queue) => [`Queue ${queue}`, 30]),
      ),
    };
    const settings = { ...PROPS.settings, contactCenter };
    const { environment } = resource(stackWith({ settings }), "aws_lambda_function") as {
      readonly environment: { readonly variables: Readonly<Record<string, string>> };
    };
    const { DASHBOARD: text = "" } = environment.variables;
    expect(Buffer.byteLength(text)).toBeLessThan(1_000);
    expect(JSON.parse(text)).toMatchObject({ serviceLevelSecondsByQueue: { "Queue 0": 30 } });
  });

  it("keeps the event of a report that failed in every attempt, and alarms", () => {
    const stack = stackWith({ topicArn: TOPIC_ARN });
    expect(resource(stack, "aws_lambda_function_event_invoke_config")).toMatchObject({
      maximum_retry_attempts: 2,
    });
    expect(resource(stack, "aws_lambda_function")).toHaveProperty("dead_letter_config");
    expect(resource(stack, "aws_cloudwatch_metric_alarm")).toMatchObject({
      alarm_name: "acme-west-report-failed",
      dimensions: { QueueName: "acme-west-report-dead-letters" },
      comparison_operator: "GreaterThanThreshold",
      threshold: 0,
      alarm_actions: [TOPIC_ARN],
    });
    expect(resources(stackWith(), "aws_cloudwatch_metric_alarm")).toEqual([]);
  });
});

describe("the roles of a report", () => {
  it("let the function search two indices, keep reports and send from one address", () => {
    const stack = stackWith();
    expect(allowed(stack, "report_permissions")).toEqual([
      `es:ESHttpPost ${DOMAIN_ARN}/acme-west-agent-events*/_search`,
      `es:ESHttpPost ${DOMAIN_ARN}/acme-west-contact-records*/_search`,
      `kms:Decrypt ${KEY_ARN}`,
      `kms:GenerateDataKey ${KEY_ARN}`,
      "logs:CreateLogStream arn:aws:logs:eu-central-1:111122223333:log-group:/aws/lambda/acme-west-report:*",
      "logs:PutLogEvents arn:aws:logs:eu-central-1:111122223333:log-group:/aws/lambda/acme-west-report:*",
      `s3:DeleteObject ${OBJECTS}`,
      `s3:GetObject ${OBJECTS}`,
      `s3:PutObject ${OBJECTS}`,
      "ses:SendEmail arn:aws:ses:eu-central-1:111122223333:identity/*",
      "ses:SendRawEmail arn:aws:ses:eu-central-1:111122223333:identity/*",
      `sqs:SendMessage ${QUEUE_ARN}`,
    ]);
    expect(conditions(stack, "report_permissions", "Announce")).toEqual([
      "ses:FromAddress StringEquals reports@example.com",
    ]);
  });

  it("let the function publish to one topic where there is no e-mail", () => {
    const actions = allowed(stackWith(ON_TOPIC), "report_permissions");
    expect(actions.filter((line) => /^(ses|sns):/.test(line))).toEqual([
      `sns:Publish ${TOPIC_ARN}`,
    ]);
  });

  it("let the schedules invoke the function and keep what they cannot deliver", () => {
    expect(allowed(stackWith(), "report_schedules_permissions")).toEqual([
      `kms:Decrypt ${KEY_ARN}`,
      `kms:GenerateDataKey ${KEY_ARN}`,
      `lambda:InvokeFunction arn:aws:lambda:eu-central-1:111122223333:function:${NAME}`,
      `sqs:SendMessage ${QUEUE_ARN}`,
    ]);
  });
});
