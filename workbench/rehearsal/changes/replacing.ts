import type { ConfigurationChange } from "./configuration-change";

/** A change that destroys or replaces resources, as the key's description in docs/configuration.md says. */
export interface ReplacingChange extends ConfigurationChange {
  /** Begin of the id of the stack that is planned. */
  readonly stack: "account-" | "analytics-domain" | "contact-center-";
  /** Types of the resources that the plan destroys or replaces, in alphabetical order. */
  readonly destroys: readonly string[];
  /** Words of the key's description. */
  readonly says: RegExp;
}

/** A change that Terraform refuses to plan, because it would destroy data. */
export interface RefusedChange extends ConfigurationChange {
  readonly stack: ReplacingChange["stack"];
  /** Type of the resource that has `prevent_destroy`. */
  readonly guarded: string;
  /** Page of the documentation that says so. */
  readonly page: string;
}

const SUBNETS = ["subnet-0aaaaaaaaaaaaaaaa", "subnet-0bbbbbbbbbbbbbbbb"];
const VPC = { subnetIds: SUBNETS, securityGroupIds: ["sg-0cccccccccccccccc"] };
const KEY = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const DELIVERY = "aws_kinesis_firehose_delivery_stream";
const ALARM = "aws_cloudwatch_metric_alarm";
const STORAGE = "aws_connect_instance_storage_config";

export const REPLACING: readonly ReplacingChange[] = [
  {
    ...{ key: "accounts.<name>.rolePath", value: "/contact-center/", stack: "contact-center-" },
    destroys: ["aws_iam_role", "aws_iam_role_policy", DELIVERY],
    says: /replaces the roles and the delivery streams/,
  },
  {
    ...{ key: "contactCenters[].vpc", value: VPC, stack: "contact-center-" },
    destroys: [DELIVERY],
    says: /replaces the delivery streams/,
  },
  {
    ...{ key: "contactCenters[].archive", value: { masked: false }, stack: "contact-center-" },
    destroys: [DELIVERY],
    says: /replaces the delivery streams/,
  },
  {
    ...{ key: "contactCenters[].contactRecords.through", value: "firehose" },
    stack: "contact-center-",
    destroys: [ALARM, DELIVERY, "aws_kinesis_stream"],
    says: /destroys the stream and replaces the delivery stream/,
  },
  ...["contactRecords", "agentEvents"].map((kind): ReplacingChange => ({
    key: `contactCenters[].${kind}.stream.arn`,
    value: "arn:aws:kinesis:eu-central-1:111122223333:stream/existing",
    stack: "contact-center-",
    destroys: [STORAGE, DELIVERY, "aws_kinesis_stream"],
    says: /destroys the created stream and replaces the delivery stream/,
  })),
  {
    ...{ key: "domains[].create.contentRoleArn", value: "arn:aws:iam::111122223333:role/deploy" },
    stack: "analytics-domain",
    destroys: ["aws_iam_role", "aws_iam_role_policy"],
    says: /destroys the created role/,
  },
  {
    ...{ key: "domains[].create.logResourcePolicy", value: "existing", stack: "analytics-domain" },
    destroys: ["aws_cloudwatch_log_resource_policy"],
    says: /a change to it destroys the created one/,
  },
  {
    ...{ key: "contactCenters[].queueDepth", value: false, stack: "contact-center-" },
    destroys: [
      ...["aws_cloudwatch_event_rule", "aws_cloudwatch_event_target", "aws_cloudwatch_log_group"],
      ...[ALARM, "aws_iam_role", "aws_iam_role_policy", "aws_lambda_event_source_mapping"],
      ...["aws_lambda_function", "aws_scheduler_schedule", "aws_sqs_queue"],
      ...["aws_sqs_queue_policy", "aws_sqs_queue_redrive_allow_policy"],
      "aws_sqs_queue_redrive_policy",
    ],
    says: /false leaves it out/,
  },
  {
    ...{ key: "alarms", value: false, stack: "account-" },
    destroys: ["aws_sns_topic", "aws_sns_topic_policy"],
    says: /false: none/,
  },
];

export const REFUSED: readonly RefusedChange[] = [
  {
    ...{ key: "name", value: "another", stack: "account-" },
    ...{ guarded: "terraform_data", page: "retire-and-rename.md" },
  },
  {
    ...{ key: "accounts.<name>.keyArn", value: KEY, stack: "analytics-domain" },
    ...{ guarded: "aws_opensearch_domain", page: "keys.md" },
  },
  {
    ...{ key: "domains[].create.vpc", value: VPC, stack: "analytics-domain" },
    ...{ guarded: "aws_opensearch_domain", page: "domain.md" },
  },
];
