import { ROLE_NAME_LIMIT } from "./roles";

/**
 * Every name that Switchboard gives, declared once: what it is a name of, how it is put together and
 * how long AWS lets it be. The modules take their names from here, and the configuration is refused
 * when one of them would get too long or would be given twice.
 */

export interface NameRule {
  /** What carries the name, in the field's own words. */
  readonly of: string;
  readonly suffix: string;
  /** The longest that the service allows, in characters. */
  readonly limit: number;
}

/** IAM: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const ROLE_LIMIT = ROLE_NAME_LIMIT;
const SAML_PROVIDER_LIMIT = 128;
/** https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html */
const DELIVERY_STREAM_LIMIT = 64;
/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html */
const STREAM_LIMIT = 128;
/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
const FUNCTION_LIMIT = 64;
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const BUCKET_LIMIT = 63;
/** Firehose's `IndexName`: https://docs.aws.amazon.com/firehose/latest/APIReference/API_AmazonopensearchserviceDestinationConfiguration.html */
const INDEX_LIMIT = 80;
/** https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CreateDomain.html */
const DOMAIN_LIMIT = 28;
/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
const QUEUE_LIMIT = 80;
/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html (schedules: the same) */
const RULE_LIMIT = 64;
/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html */
const USER_POOL_LIMIT = 128;

/** Ids of saved objects start with the dashboard's; OpenSearch takes ids of up to 512 bytes. */
const SAVED_OBJECT_LIMIT = 256;

/** Templates are named like indices, and a mapping's name ends with its event kind. */
const TEMPLATE_LIMIT = 200;
/** Part of the name of the index that holds the tenant's objects. */
const TENANT_LIMIT = 200;

/** `<name>-<alias>-<suffix>` */
export const CONTACT_CENTER_NAMES = {
  contactRecordStream: {
    of: "Kinesis data stream",
    suffix: "contact-records",
    limit: STREAM_LIMIT,
  },
  agentEventStream: { of: "Kinesis data stream", suffix: "agent-events", limit: STREAM_LIMIT },
  contactRecordDelivery: {
    of: "delivery stream",
    suffix: "contact-records",
    limit: DELIVERY_STREAM_LIMIT,
  },
  agentEventDelivery: {
    of: "delivery stream",
    suffix: "agent-events",
    limit: DELIVERY_STREAM_LIMIT,
  },
  deliveryRole: { of: "IAM role", suffix: "delivery", limit: ROLE_LIMIT },
  queueDepthFunction: { of: "Lambda function", suffix: "queue-depth", limit: FUNCTION_LIMIT },
  queueDepthRole: { of: "IAM role", suffix: "queue-depth", limit: ROLE_LIMIT },
  queueDepthScheduleRole: { of: "IAM role", suffix: "queue-depth-tick", limit: ROLE_LIMIT },
  queueDepthQueue: { of: "SQS queue", suffix: "queue-depth", limit: QUEUE_LIMIT },
  queueDepthDeadLetters: {
    of: "SQS queue",
    suffix: "queue-depth-dead-letters",
    limit: QUEUE_LIMIT,
  },
  queueDepthRule: { of: "EventBridge rule", suffix: "queue-depth", limit: RULE_LIMIT },
  queueDepthSchedule: { of: "EventBridge schedule", suffix: "queue-depth", limit: RULE_LIMIT },
  /** Of the interface endpoint and its security group; names of security groups have 255 characters. */
  connectEndpoint: { of: "security group", suffix: "connect-endpoint", limit: 255 },
  reportFunction: { of: "Lambda function", suffix: "report", limit: FUNCTION_LIMIT },
  reportRole: { of: "IAM role", suffix: "report", limit: ROLE_LIMIT },
  reportScheduleRole: { of: "IAM role", suffix: "report-schedule", limit: ROLE_LIMIT },
  monthlyReportSchedule: {
    of: "EventBridge schedule",
    suffix: "monthly-report",
    limit: RULE_LIMIT,
  },
  weeklyReportSchedule: { of: "EventBridge schedule", suffix: "weekly-report", limit: RULE_LIMIT },
  reportDeadLetters: { of: "SQS queue", suffix: "report-dead-letters", limit: QUEUE_LIMIT },
  reconciliationFunction: {
    of: "Lambda function",
    suffix: "reconciliation",
    limit: FUNCTION_LIMIT,
  },
  reconciliationRole: { of: "IAM role", suffix: "reconciliation", limit: ROLE_LIMIT },
  reconciliationScheduleRole: { of: "IAM role", suffix: "reconcile-daily", limit: ROLE_LIMIT },
  reconciliationSchedule: {
    of: "EventBridge schedule",
    suffix: "reconciliation",
    limit: RULE_LIMIT,
  },
  reconciliationDeadLetters: {
    of: "SQS queue",
    suffix: "reconcile-dead-letters",
    limit: QUEUE_LIMIT,
  },
  federationRole: { of: "IAM role", suffix: "federation", limit: ROLE_LIMIT },
  samlProvider: { of: "SAML provider", suffix: "federation", limit: SAML_PROVIDER_LIMIT },
  contactRecordIndex: { of: "index", suffix: "contact-records", limit: INDEX_LIMIT },
  agentEventIndex: { of: "index", suffix: "agent-events", limit: INDEX_LIMIT },
  queueDepthIndex: { of: "index", suffix: "queue-depth", limit: INDEX_LIMIT },
  queueDepthHistoryIndex: { of: "index", suffix: "queue-history", limit: INDEX_LIMIT },
  reconciliationIndex: { of: "index", suffix: "reconciliation", limit: INDEX_LIMIT },
  /** An alarm's name has 255 characters; that of the alert follows, with a hyphen. */
  alert: { of: "CloudWatch alarm", suffix: "alert", limit: 190 },
  dashboard: { of: "dashboard", suffix: "dashboard", limit: SAVED_OBJECT_LIMIT },
  tenant: { of: "Dashboards tenant", suffix: "", limit: TENANT_LIMIT },
} as const satisfies Record<string, NameRule>;

/** `<name>-<alias>-<suffix>-<account id>`: bucket names are shared by all of AWS. */
export const CONTACT_CENTER_BUCKETS = {
  backupBucket: { of: "S3 bucket", suffix: "backup", limit: BUCKET_LIMIT },
} as const satisfies Record<string, NameRule>;

/** `<name>-<domain>` with the suffix after it, if it has one. */
export const DOMAIN_NAMES = {
  domain: { of: "OpenSearch domain", suffix: "", limit: DOMAIN_LIMIT },
  contentRole: { of: "IAM role", suffix: "content", limit: ROLE_LIMIT },
  contentFunction: { of: "Lambda function", suffix: "content", limit: FUNCTION_LIMIT },
  contentFunctionRole: { of: "IAM role", suffix: "content-function", limit: ROLE_LIMIT },
  overview: { of: "dashboard", suffix: "overview", limit: SAVED_OBJECT_LIMIT },
  cognitoRole: { of: "IAM role", suffix: "cognito", limit: ROLE_LIMIT },
  viewerRole: { of: "IAM role", suffix: "viewer", limit: ROLE_LIMIT },
  editorRole: { of: "IAM role", suffix: "editor", limit: ROLE_LIMIT },
  indexSettings: { of: "component template", suffix: "index-settings", limit: TEMPLATE_LIMIT },
  contentState: { of: "index", suffix: "applied-content", limit: INDEX_LIMIT },
  indexMapping: { of: "component template", suffix: "mapping", limit: TEMPLATE_LIMIT },
  userPool: { of: "Cognito user pool", suffix: "people", limit: USER_POOL_LIMIT },
} as const satisfies Record<string, NameRule>;

/** `<name>-<domain>-<suffix>-<account id>` */
export const DOMAIN_BUCKETS = {
  contentBucket: { of: "S3 bucket", suffix: "content", limit: BUCKET_LIMIT },
} as const satisfies Record<string, NameRule>;

/** `<name>` with the suffix after it, if it has one. */
export const ACCOUNT_NAMES = {
  alarmTopic: { of: "SNS topic", suffix: "alarms", limit: 256 },
  keyAlias: { of: "KMS alias", suffix: "", limit: 250 },
} as const satisfies Record<string, NameRule>;

export type ContactCenterNames = Readonly<
  Record<keyof typeof CONTACT_CENTER_NAMES | keyof typeof CONTACT_CENTER_BUCKETS, string>
>;
export type DomainNames = Readonly<
  Record<keyof typeof DOMAIN_NAMES | keyof typeof DOMAIN_BUCKETS, string>
>;
export type AccountNames = Readonly<Record<keyof typeof ACCOUNT_NAMES, string>>;

/**
 * Names of the resources of a contact center.
 * @param name Name of the installation, in lower-case letters, digits and hyphens.
 * @param alias Name of the contact center, in the same characters.
 * @param accountId Id of its account, 12 digits.
 */
export function contactCenterNames(
  name: string,
  alias: string,
  accountId: string,
): ContactCenterNames {
  return {
    ...named(CONTACT_CENTER_NAMES, (suffix) => joined(name, alias, suffix)),
    ...named(CONTACT_CENTER_BUCKETS, (suffix) => joined(name, alias, suffix, accountId)),
  };
}

export function domainNames(name: string, domain: string, accountId: string): DomainNames {
  return {
    ...named(DOMAIN_NAMES, (suffix) => joined(name, domain, suffix)),
    ...named(DOMAIN_BUCKETS, (suffix) => joined(name, domain, suffix, accountId)),
  };
}

export function accountNames(name: string): AccountNames {
  return named(ACCOUNT_NAMES, (suffix) => joined(name, suffix));
}

/** The pattern that all indices of an index name match, whatever their rotation. */
export function indexPattern(indexName: string): string {
  return `${indexName}*`;
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("-");
}

function named<K extends string>(
  rules: Readonly<Record<K, NameRule>>,
  nameOf: (suffix: string) => string,
): Readonly<Record<K, string>> {
  const entries = Object.entries<NameRule>(rules).map(([key, rule]) => [key, nameOf(rule.suffix)]);
  return Object.fromEntries(entries) as Record<K, string>;
}
