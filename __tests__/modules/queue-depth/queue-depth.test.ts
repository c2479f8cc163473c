import { configurationWith } from "../../config/base-file";
import type { LooseFile } from "../../config/base-file";
import { allowed, conditions } from "../../../workbench/testing/policies";
import { resource, resources, stackOf } from "../../../workbench/testing/synthesized";
import type { StackArtifact } from "../../../workbench/testing/synthesized";

const STACK = "contact-center-support";
const NAME = "switchboard-support-queue-depth";
const ACCOUNT = "111122223333";
const REGION = "eu-central-1";
const DOMAIN = `arn:aws:es:${REGION}:${ACCOUNT}:domain/switchboard-main`;

function stackWith(change?: (file: LooseFile) => void): StackArtifact {
  return stackOf(configurationWith(change), STACK);
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

  it("is read by a small arm64 function on Node.js 22, packed with the stack", () => {
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
          CONTACT_CENTER: "support",
          QUEUE_DEPTH_INDEX: NAME,
          QUEUE_HISTORY_INDEX: "switchboard-support-queue-history",
          QUEUE_HISTORY_ROTATION: "day",
          REQUEST_SHARE_POSITION: "0",
          REQUEST_SHARE_OF: "1",
        },
      },
    });
  });

  it("is fed in batches, two at a time, from an encrypted queue that forgets soon", () => {
    expect(resource(stack, "aws_lambda_event_source_mapping")).toMatchObject({
      batch_size: 10_000,
      maximum_batching_window_in_seconds: 1,
      scaling_config: { maximum_concurrency: 2 },
    });
    expect(named(stack, "aws_sqs_queue", NAME)).toMatchObject({
      kms_master_key_id: "${data.aws_kms_alias.account-key.target_key_arn}",
      visibility_timeout_seconds: 271,
      message_retention_seconds: 1_626,
    });
    expect(named(stack, "aws_sqs_queue", `${NAME}-dead-letters`)).toMatchObject({
      kms_master_key_id: "${data.aws_kms_alias.account-key.target_key_arn}",
    });
    expect(resource(stack, "aws_sqs_queue_redrive_policy")["redrive_policy"]).toContain(
      '"maxReceiveCount" = 3',
    );
  });

  it("is woken by a tick a minute, or as seldom as configured", () => {
    const seldom = stackWith((file) => {
      const [center] = file.contactCenters;
      if (center) center["queueDepth"] = { tickMinutes: 5 };
    });

    expect(resource(stack, "aws_scheduler_schedule")["schedule_expression"]).toBe("rate(1 minute)");
    expect(resource(seldom, "aws_scheduler_schedule")["schedule_expression"]).toBe(
      "rate(5 minutes)",
    );
  });

  it("is woken by events of its own instance, of which only the time is passed on", () => {
    expect(resource(stack, "aws_cloudwatch_event_target")).toMatchObject({
      input_path: "$.time",
      retry_policy: { maximum_event_age_in_seconds: 60, maximum_retry_attempts: 2 },
    });
    expect(resource(stack, "aws_cloudwatch_event_rule")["event_pattern"]).toContain("instance/");
  });

  it("may do exactly this", () => {
    const queue = `arn:aws:sqs:${REGION}:${ACCOUNT}:${NAME}`;
    const log = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/aws/lambda/${NAME}:*`;
    const instanceArn = `arn:aws:connect:${REGION}:${ACCOUNT}:instance/aaaaaaaa-bbbb-cccc-dddd-111111111111`;
    const expected = [
      `connect:GetCurrentMetricData ${instanceArn}/queue/*`,
      `connect:ListQueues ${instanceArn}/queue/*`,
      `es:ESHttpGet ${DOMAIN}/${NAME}/_doc/*`,
      `es:ESHttpPost ${DOMAIN}/_bulk`,
      `es:ESHttpPost ${DOMAIN}/${NAME}/_search`,
      `es:ESHttpPut ${DOMAIN}/${NAME}/_create/*`,
      `es:ESHttpPut ${DOMAIN}/${NAME}/_doc/*`,
      "kms:Decrypt ${data.aws_kms_alias.account-key.target_key_arn}",
      `logs:CreateLogStream ${log}`,
      `logs:PutLogEvents ${log}`,
      `sqs:DeleteMessage ${queue}`,
      `sqs:GetQueueAttributes ${queue}`,
      `sqs:ReceiveMessage ${queue}`,
    ];

    expect(allowed(stack, "queue-depth_reader_permissions")).toEqual(expected.sort());
    expect(conditions(stack, "queue-depth_reader_permissions", "UseKey")).toEqual([
      `kms:ViaService StringEquals sqs.${REGION}.amazonaws.com`,
    ]);
  });

  it("lets the scheduler send, and nothing else", () => {
    const sqs = `arn:aws:sqs:${REGION}:${ACCOUNT}:${NAME}`;
    const key = "${data.aws_kms_alias.account-key.target_key_arn}";

    expect(allowed(stack, "queue-depth_triggers_permissions")).toEqual([
      `kms:Decrypt ${key}`,
      `kms:GenerateDataKey ${key}`,
      `sqs:SendMessage ${sqs}`,
      `sqs:SendMessage ${sqs}-dead-letters`,
    ]);
  });

  it("alarms on failures, throttling, dead letters, and numbers that are old or unheard of", () => {
    const alarms = resources(stack, "aws_cloudwatch_metric_alarm").filter((alarm) =>
      String(alarm["alarm_name"]).startsWith(NAME),
    );

    expect(alarms.map((alarm) => alarm["alarm_name"]).sort()).toEqual(
      ["connect-throttled", "dead-letters", "errors", "stale", "throttled"].map(
        (name) => `${NAME}-${name}`,
      ),
    );
    expect(alarms.find((alarm) => alarm["alarm_name"] === `${NAME}-stale`)).toMatchObject({
      metric_name: "QueueDepthSnapshotAge",
      namespace: "Switchboard",
      dimensions: { service: "support" },
      threshold: 120,
      evaluation_periods: 3,
      treat_missing_data: "breaching",
    });
  });

  it("is left out when the configuration says so", () => {
    const without = stackWith((file) => {
      const [center] = file.contactCenters;
      if (center) center["queueDepth"] = false;
    });

    expect(resources(without, "aws_lambda_function")).toEqual([]);
    expect(resources(without, "aws_scheduler_schedule")).toEqual([]);
  });
});
