import {
  Reconciliation,
  type ReconciliationProps,
} from "../../../modules/reconciliation/reconciliation";
import { allowed } from "../../../workbench/testing/policies";
import { inEmptyStack, KEY_ARN, PLACE } from "../../../workbench/testing/single-construct";
import { resource, resources } from "../../../workbench/testing/synthesized";

const NAME = "acme-west-reconciliation";
const DOMAIN_ARN = "arn:aws:es:eu-central-1:111122223333:domain/acme-main";
const TOPIC_ARN = "arn:aws:sns:eu-central-1:111122223333:alarms";
const QUEUE_ARN = `arn:aws:sqs:eu-central-1:111122223333:${NAME}-dead-letters`;
const INSTANCE_ARN =
  "arn:aws:connect:eu-central-1:111122223333:instance/aaaaaaaa-bbbb-cccc-dddd-111111111111";
const LOG = `arn:aws:logs:eu-central-1:111122223333:log-group:/aws/lambda/${NAME}:*`;

const PROPS: ReconciliationProps = {
  place: PLACE,
  names: {
    functionName: NAME,
    functionRoleName: NAME,
    scheduleName: NAME,
    scheduleRoleName: `${NAME}-schedule`,
    deadLetterQueueName: `${NAME}-dead-letters`,
  },
  settings: {
    contactCenter: "west",
    instanceArn: INSTANCE_ARN,
    domainUrl: "https://domain.example",
    contactRecordIndex: "acme-west-contact-records",
    reconciliationIndex: "acme-west-reconciliation",
    timeZone: "America/Los_Angeles",
    serviceLevelSeconds: 20,
  },
  hour: 6,
  differencePercent: 0.5,
  domainArn: DOMAIN_ARN,
  keyArn: KEY_ARN,
};

function stackWith(change: Partial<ReconciliationProps> = {}) {
  const props = { ...PROPS, ...change };
  return inEmptyStack((stack) => new Reconciliation(stack, "reconciliation", props)).stack;
}

describe("the reconciliation of a contact center", () => {
  it("runs every day on the clock of the contact center, with the time of the schedule", () => {
    const schedule = resource(stackWith({ hour: 4 }), "aws_scheduler_schedule") as {
      readonly target: { readonly input: string };
    };
    expect(schedule).toMatchObject({
      name: NAME,
      schedule_expression: "cron(0 4 * * ? *)",
      schedule_expression_timezone: "America/Los_Angeles",
    });
    expect(JSON.parse(schedule.target.input)).toEqual({
      scheduledTime: "<aws.scheduler.scheduled-time>",
    });
  });

  it("alarms when a count differs by more than the configured share, and when a run fails", () => {
    const alarms = resources(stackWith({ topicArn: TOPIC_ARN }), "aws_cloudwatch_metric_alarm");
    expect(alarms).toEqual([
      expect.objectContaining({
        alarm_name: `${NAME}-difference`,
        namespace: "Switchboard",
        metric_name: "ReconciliationDifference",
        dimensions: { service: "west" },
        statistic: "Maximum",
        comparison_operator: "GreaterThanThreshold",
        threshold: 0.5,
        period: 86_400,
        treat_missing_data: "ignore",
        alarm_actions: [TOPIC_ARN],
      }),
      expect.objectContaining({
        alarm_name: `${NAME}-failed`,
        dimensions: { QueueName: `${NAME}-dead-letters` },
        threshold: 0,
        alarm_actions: [TOPIC_ARN],
      }),
    ]);
    expect(resources(stackWith(), "aws_cloudwatch_metric_alarm")).toEqual([]);
  });

  it("keeps the event of a run that failed in every attempt", () => {
    const stack = stackWith();
    expect(resource(stack, "aws_lambda_function_event_invoke_config")).toMatchObject({
      maximum_retry_attempts: 2,
      maximum_event_age_in_seconds: 21_600,
    });
    expect(resource(stack, "aws_lambda_function")).toHaveProperty("dead_letter_config");
  });
});

describe("the roles of a reconciliation", () => {
  it("let the function read metrics and contact records, and write the compared numbers", () => {
    expect(allowed(stackWith(), "reconciliation_permissions")).toEqual([
      `connect:GetMetricDataV2 ${INSTANCE_ARN}`,
      `connect:GetMetricDataV2 ${INSTANCE_ARN}/queue/*`,
      `connect:ListQueues ${INSTANCE_ARN}/queue/*`,
      `es:ESHttpPost ${DOMAIN_ARN}/_bulk`,
      `es:ESHttpPost ${DOMAIN_ARN}/acme-west-contact-records*/_search`,
      `es:ESHttpPost ${DOMAIN_ARN}/acme-west-reconciliation*/_search`,
      `kms:Decrypt ${KEY_ARN}`,
      `kms:GenerateDataKey ${KEY_ARN}`,
      `logs:CreateLogStream ${LOG}`,
      `logs:PutLogEvents ${LOG}`,
      `sqs:SendMessage ${QUEUE_ARN}`,
    ]);
  });

  it("let the schedule invoke the function and keep what it cannot deliver", () => {
    expect(allowed(stackWith(), "reconciliation_schedule_permissions")).toEqual([
      `kms:Decrypt ${KEY_ARN}`,
      `kms:GenerateDataKey ${KEY_ARN}`,
      `lambda:InvokeFunction arn:aws:lambda:eu-central-1:111122223333:function:${NAME}`,
      `sqs:SendMessage ${QUEUE_ARN}`,
    ]);
  });
});
