import { TerraformStack, Testing } from "cdktf";
import { QueueDepth } from "../../../modules/queue-depth/queue-depth";
import type { QueueDepthProps } from "../../../modules/queue-depth/queue-depth";
import { allowed, conditions, statementsOf } from "../../../workbench/testing/policies";
import { resource, resources } from "../../../workbench/testing/synthesized";
import type { StackArtifact } from "../../../workbench/testing/synthesized";

const NAME = "acme-west-queue-depth";
const ACCOUNT = "111122223333";
const REGION = "eu-central-1";
const INSTANCE = "aaaaaaaa-bbbb-cccc-dddd-111111111111";
const INSTANCE_ARN = `arn:aws:connect:${REGION}:${ACCOUNT}:instance/${INSTANCE}`;
const DOMAIN_ARN = `arn:aws:es:${REGION}:${ACCOUNT}:domain/acme-main`;
const KEY_ARN = `arn:aws:kms:${REGION}:${ACCOUNT}:key/12345678-1234-1234-1234-123456789012`;
const TOPIC_ARN = `arn:aws:sns:${REGION}:${ACCOUNT}:alarms`;
const QUEUE_ARN = `arn:aws:sqs:${REGION}:${ACCOUNT}:${NAME}`;

const PROPS: QueueDepthProps = {
  place: { id: ACCOUNT, region: REGION, partition: "aws" },
  names: {
    functionName: NAME,
    functionRoleName: NAME,
    queueName: NAME,
    deadLetterQueueName: `${NAME}-dead-letters`,
    ruleName: `${NAME}-rule`,
    scheduleName: `${NAME}-schedule`,
    scheduleRoleName: `${NAME}-schedule`,
  },
  settings: {
    contactCenter: "west",
    instanceId: INSTANCE,
    domainUrl: "https://domain.example",
    depthIndex: "acme-west-queue-depth",
    historyIndex: "acme-west-queue-history",
    historyRotation: "day",
    share: { position: 1, of: 3 },
  },
  instanceArn: INSTANCE_ARN,
  domainArn: DOMAIN_ARN,
  keyArn: KEY_ARN,
};

/** One construct in an empty stack. */
function stackWith(change: Partial<QueueDepthProps> = {}): StackArtifact {
  const stack = new TerraformStack(Testing.app(), "stack");
  new QueueDepth(stack, "queue-depth", { ...PROPS, ...change });
  return JSON.parse(Testing.synth(stack)) as StackArtifact;
}

function named(
  stack: StackArtifact,
  type: string,
  name: string,
): Readonly<Record<string, unknown>> {
  const found = resources(stack, type).find((candidate) => candidate["name"] === name);
  if (!found) throw new Error(`There is no ${type} ${name}.`);
  return found;
}

describe("the queue depth of a contact center", () => {
  const stack = stackWith();

  it("is read by an arm64 function on Node.js 22, packed with the stack", () => {
    expect(resource(stack, "aws_lambda_function")).toMatchObject({
      function_name: NAME,
      runtime: "nodejs22.x",
      architectures: ["arm64"],
      handler: "index.handler",
      timeout: 45,
      filename: expect.stringMatching(
        /^\$\{path\.module\}\/assets\/.+\/[0-9a-f]{32}\/queue-depth\.zip$/,
      ) as string,
      source_code_hash: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/) as string,
      environment: {
        variables: {
          CONTACT_CENTER: "west",
          CONNECT_INSTANCE_ID: INSTANCE,
          OPENSEARCH_URL: "https://domain.example",
          QUEUE_DEPTH_INDEX: "acme-west-queue-depth",
          QUEUE_HISTORY_INDEX: "acme-west-queue-history",
          QUEUE_HISTORY_ROTATION: "day",
          REQUEST_SHARE_POSITION: "1",
          REQUEST_SHARE_OF: "3",
        },
      },
    });
    expect(resource(stack, "aws_lambda_function")).not.toHaveProperty("vpc_config");
  });

  it("takes overrides of the function, which win over its own configuration", () => {
    const overridden = stackWith({ functionOverrides: { memorySize: 1_024, tags: { team: "a" } } });

    expect(resource(overridden, "aws_lambda_function")).toMatchObject({
      function_name: NAME,
      memory_size: 1_024,
      tags: { team: "a" },
    });
  });

  it("is requested in batches, two at a time, from an encrypted queue with a short retention", () => {
    expect(resource(stack, "aws_lambda_event_source_mapping")).toMatchObject({
      batch_size: 10_000,
      maximum_batching_window_in_seconds: 1,
      scaling_config: { maximum_concurrency: 2 },
    });
    expect(named(stack, "aws_sqs_queue", NAME)).toMatchObject({
      kms_master_key_id: KEY_ARN,
      visibility_timeout_seconds: 271,
      message_retention_seconds: 1_626,
    });
    expect(named(stack, "aws_sqs_queue", `${NAME}-dead-letters`)).toMatchObject({
      kms_master_key_id: KEY_ARN,
    });
    expect(resource(stack, "aws_sqs_queue_redrive_policy")["redrive_policy"]).toContain(
      '"maxReceiveCount" = 3',
    );
  });

  it("is refreshed every minute, or at the given interval", () => {
    const seldom = stackWith({ pollIntervalMinutes: 5 });

    expect(resource(stack, "aws_scheduler_schedule")).toMatchObject({
      name: `${NAME}-schedule`,
      schedule_expression: "rate(1 minute)",
    });
    expect(resource(seldom, "aws_scheduler_schedule")["schedule_expression"]).toBe(
      "rate(5 minutes)",
    );
  });

  it("is refreshed by contact events of its instance, of which only the time enters the queue", () => {
    expect(resource(stack, "aws_cloudwatch_event_target")).toMatchObject({
      input_path: "$.time",
      retry_policy: { maximum_event_age_in_seconds: 60, maximum_retry_attempts: 2 },
    });
    expect(resource(stack, "aws_cloudwatch_event_rule")["event_pattern"]).toContain(
      `instance/${INSTANCE}`,
    );
  });

  it("has exactly these permissions", () => {
    const log = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/aws/lambda/${NAME}:*`;
    const expected = [
      `connect:GetCurrentMetricData ${INSTANCE_ARN}/queue/*`,
      `connect:ListQueues ${INSTANCE_ARN}/queue/*`,
      `es:ESHttpGet ${DOMAIN_ARN}/${NAME}/_doc/*`,
      `es:ESHttpPost ${DOMAIN_ARN}/_bulk`,
      `es:ESHttpPost ${DOMAIN_ARN}/${NAME}/_search`,
      `es:ESHttpPut ${DOMAIN_ARN}/${NAME}/_create/*`,
      `es:ESHttpPut ${DOMAIN_ARN}/${NAME}/_doc/*`,
      `kms:Decrypt ${KEY_ARN}`,
      `logs:CreateLogStream ${log}`,
      `logs:PutLogEvents ${log}`,
      `sqs:DeleteMessage ${QUEUE_ARN}`,
      `sqs:GetQueueAttributes ${QUEUE_ARN}`,
      `sqs:ReceiveMessage ${QUEUE_ARN}`,
    ];

    expect(allowed(stack, "queue-depth_reader_permissions")).toEqual(expected.sort());
    expect(conditions(stack, "queue-depth_reader_permissions", "UseKey")).toEqual([
      `kms:ViaService StringEquals sqs.${REGION}.amazonaws.com`,
    ]);
  });

  it("may use network interfaces in a VPC, the code of the function may not", () => {
    const inside = stackWith({ vpc: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } });
    const ec2 = `arn:aws:ec2:${REGION}:${ACCOUNT}`;

    expect(resource(inside, "aws_lambda_function")["vpc_config"]).toEqual({
      subnet_ids: ["subnet-1"],
      security_group_ids: ["sg-1"],
    });
    expect(
      allowed(inside, "queue-depth_reader_permissions").filter((pair) =>
        pair.startsWith("ec2:CreateNetworkInterface "),
      ),
    ).toEqual(
      [`${ec2}:network-interface/*`, `${ec2}:security-group/sg-1`, `${ec2}:subnet/subnet-1`].map(
        (arn) => `ec2:CreateNetworkInterface ${arn}`,
      ),
    );
    const denied = statementsOf(inside, "queue-depth_reader_permissions").filter(
      ({ effect }) => effect === "Deny",
    );
    expect(denied.flatMap(({ actions }) => [...actions]).sort()).toEqual([
      "ec2:AssignPrivateIpAddresses",
      "ec2:CreateNetworkInterface",
      "ec2:DeleteNetworkInterface",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSubnets",
      "ec2:UnassignPrivateIpAddresses",
    ]);
    expect(conditions(inside, "queue-depth_reader_permissions", "NotFromTheCode")).toEqual([
      `lambda:SourceFunctionArn ArnEquals arn:aws:lambda:${REGION}:${ACCOUNT}:function:${NAME}`,
    ]);
  });

  it("lets the scheduler send messages, and nothing else", () => {
    expect(allowed(stack, "queue-depth_triggers_permissions")).toEqual([
      `kms:Decrypt ${KEY_ARN}`,
      `kms:GenerateDataKey ${KEY_ARN}`,
      `sqs:SendMessage ${QUEUE_ARN}`,
      `sqs:SendMessage ${QUEUE_ARN}-dead-letters`,
    ]);
  });

  it("alarms on failures, throttling, dead letters, and metrics that are old or of unknown age", () => {
    const alarms = resources(stackWith({ topicArn: TOPIC_ARN }), "aws_cloudwatch_metric_alarm");

    expect(alarms.map((alarm) => alarm["alarm_name"]).sort()).toEqual(
      ["connect-throttled", "dead-letters", "errors", "stale", "throttled"].map(
        (name) => `${NAME}-${name}`,
      ),
    );
    expect(alarms.map((alarm) => alarm["alarm_actions"])).toEqual(alarms.map(() => [TOPIC_ARN]));
    expect(alarms.find((alarm) => alarm["alarm_name"] === `${NAME}-stale`)).toMatchObject({
      metric_name: "QueueDepthSnapshotAge",
      namespace: "Switchboard",
      dimensions: { service: "west" },
      threshold: 120,
      evaluation_periods: 3,
      treat_missing_data: "breaching",
    });
  });

  it("has no alarm without a topic", () => {
    expect(resources(stack, "aws_cloudwatch_metric_alarm")).toEqual([]);
  });
});
