import type { StandIn } from "./proof";
import { VERSIONS } from "./versions";

// AWS, for Terraform.

export const AWS_STUB: StandIn = {
  for: "AWS during a plan",
  file: "__tests__/terraform/aws-stub.ts",
};
export const HCP_TERRAFORM: StandIn = {
  for: "Terraform Cloud",
  file: "__tests__/terraform/hcp-terraform-stand-in.ts",
};
export const RELEASED_STATE: StandIn = {
  for: "the state of an applied release",
  file: "__tests__/terraform/upgrade/state-of-plan.ts",
};
export const MOTO: StandIn = {
  for: `AWS (moto ${VERSIONS.moto})`,
  file: "workbench/rehearsal/identity-center/moto.ts",
};
export const ARCHIVE: StandIn = {
  for: "Firehose's backup of all documents",
  file: "__tests__/opensearch/recovery.test.ts",
};
export const S3: StandIn = {
  for: "S3, listing and reading",
  file: "__tests__/cli/records/s3-files.test.ts",
};
export const ATHENA: StandIn = {
  for: "rows of the data lake that Athena writes",
  file: "__tests__/cli/records/data-lake.test.ts",
};
export const IDENTITY_CENTER: StandIn = {
  for: "operations of IAM Identity Center that moto lacks",
  file: "workbench/rehearsal/identity-center/identity-center-gaps.ts",
};
export const CONNECT_USERS: StandIn = {
  for: "instances and users of Connect",
  file: "__tests__/emulator/aws/connect.ts",
};
export const MINISTACK: StandIn = {
  for: `AWS (ministack ${VERSIONS.ministack})`,
  file: "workbench/rehearsal/emulator/ministack.ts",
};
export const REHEARSED_SERVICES: readonly StandIn[] = [
  { for: "Firehose", file: "workbench/rehearsal/stand-ins/firehose.ts" },
  {
    for: "storage configurations of Connect",
    file: "workbench/rehearsal/stand-ins/connect-storage.ts",
  },
  {
    for: "Connect instances",
    file: "workbench/rehearsal/stand-ins/connect-instances.ts",
  },
  { for: "metrics of Connect", file: "workbench/rehearsal/stand-ins/connect-metrics.ts" },
  { for: "alarms", file: "workbench/rehearsal/stand-ins/alarms.ts" },
  { for: "the domain's endpoint", file: "workbench/rehearsal/domain/domain-endpoint.ts" },
  { for: "Index State Management", file: "workbench/rehearsal/domain/lifecycle-policies.ts" },
];

// Connect, and the way of its records.

export const CONTACT_CENTER: StandIn = {
  for: "records and events of Connect",
  file: "workbench/simulator/contact-center.ts",
};
export const STREAM: StandIn = {
  for: "the Kinesis data stream",
  file: "workbench/simulator/at-least-once.ts",
};
export const FIREHOSE: StandIn = {
  for: "Firehose",
  file: "workbench/simulator/firehose-stand-in.ts",
};
export const FIREHOSE_REQUESTS: StandIn = {
  for: "bulk requests of Firehose",
  file: "workbench/simulator/delivery.ts",
};

// The queue-depth function.

export const CONNECT_API: StandIn = {
  for: "the Connect API and its quotas",
  file: "workbench/simulator/connect-api.ts",
};
export const SQS: StandIn = { for: "SQS", file: "workbench/simulator/message-queue.ts" };
export const POLLERS: StandIn = {
  for: "Lambda's polling",
  file: "workbench/simulator/event-source-mapping.ts",
};
export const LAMBDA: StandIn = {
  for: "Lambda's execution environment",
  file: "workbench/simulator/lambda-environment.ts",
};
export const CLOUDWATCH_ALARM: StandIn = {
  for: "the evaluation of CloudWatch alarms",
  file: "workbench/simulator/cloudwatch-alarm.ts",
};
export const EMBEDDED_METRICS: StandIn = {
  for: "the extraction of metrics by CloudWatch Logs",
  file: "workbench/simulator/embedded-metrics.ts",
};
export const VIRTUAL_CLOCK: StandIn = {
  for: "time",
  file: "workbench/simulator/virtual-clock.ts",
};
export const MOTO_SERVER: StandIn = {
  for: `S3, SES and SNS (moto ${VERSIONS.moto})`,
  file: "workbench/rehearsal/identity-center/moto.ts",
};
export const MOTO_STORAGE: StandIn = {
  for: `S3 and STS (moto ${VERSIONS.moto})`,
  file: "workbench/rehearsal/identity-center/moto.ts",
};
export const ISM_POLICIES: StandIn = {
  for: "policies of Index State Management",
  file: "workbench/rehearsal/domain/lifecycle-policies.ts",
};
export const ISM_MANAGED_INDICES: StandIn = {
  for: "managed indices of Index State Management",
  file: "__tests__/opensearch/content-function/managed-indices.ts",
};
export const ASYNCHRONOUS_INVOCATIONS: StandIn = {
  for: "retries and dead letters of asynchronous invocations",
  file: "workbench/simulator/asynchronous-invocations.ts",
};
export const DOMAIN_PROXY: StandIn = {
  for: "faults and authentication of the domain",
  file: "workbench/simulator/domain-proxy.ts",
};

// The domain and OpenSearch Dashboards.

export const CONTENT_DOMAIN: StandIn = {
  for: "Index State Management",
  file: "__tests__/terraform/domain-stand-in.ts",
};
export const ISM_STEPS: StandIn = {
  for: "steps of Index State Management",
  file: "__tests__/opensearch/content/ism-stand-in.ts",
};
export const ISM_GRAMMAR: StandIn = {
  for: "grammar of Index State Management",
  file: "__tests__/modules/opensearch-content/ism-grammar.ts",
};
export const CALLERS: StandIn = {
  for: "authentication by IAM (headers)",
  file: "workbench/opensearch/security.ts",
};
export const SEARCHES: StandIn = {
  for: "searches of OpenSearch Dashboards",
  file: "dashboards/evaluation/search/index.ts",
};

// Evaluations of AWS.

export const IAM_EVALUATION: StandIn = {
  for: "IAM's evaluation of a policy",
  file: "workbench/testing/iam/evaluate-policy.ts",
};
export const METRIC_MATH: StandIn = {
  for: "CloudWatch metric math",
  file: "__tests__/modules/alarms/metric-math.ts",
};
