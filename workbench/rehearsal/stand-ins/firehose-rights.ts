import type { AccessRequest, Authorizer } from "../iam/authorizer";
import type { DomainSettings } from "./domain-settings";
import type { AppliedDeliveryStream } from "./firehose-configuration";

/** What Firehose does to read records, in the order in which it does it. */
export function toRead({ destination, region, source }: AppliedDeliveryStream): AccessRequest[] {
  const stream = source?.KinesisStreamARN;
  if (stream === undefined) return [];
  const key = keyOf(destination.S3Configuration);
  const read = ["DescribeStream", "ListShards", "GetShardIterator", "GetRecords"];
  return [
    ...read.map((name) => ({ action: `kinesis:${name}`, resource: stream })),
    ...(key === undefined
      ? []
      : [
          {
            action: "kms:Decrypt",
            resource: key,
            context: {
              "kms:ViaService": `kinesis.${region}.amazonaws.com`,
              "kms:EncryptionContext:aws:kinesis:arn": stream,
            },
          },
        ]),
  ];
}

/** To deliver into the domain. */
export function toDeliver({
  destination: { ClusterEndpoint },
  domainArn,
}: AppliedDeliveryStream): AccessRequest[] {
  const write = { action: "es:ESHttpPost", resource: `${domainArn}/_bulk` };
  // An endpoint needs no look-up.
  return ClusterEndpoint === undefined
    ? [{ action: "es:DescribeDomain", resource: domainArn }, write]
    : [write];
}

/** To write documents that the domain refused into the backup bucket. */
export function toBackUp({ destination, region }: AppliedDeliveryStream): AccessRequest[] {
  const { BucketARN } = destination.S3Configuration;
  const key = keyOf(destination.S3Configuration);
  const object = `${BucketARN}/failed`;
  return [
    { action: "s3:GetBucketLocation", resource: BucketARN },
    { action: "s3:PutObject", resource: object },
    ...(key === undefined
      ? []
      : [
          {
            action: "kms:GenerateDataKey",
            resource: key,
            context: {
              "kms:ViaService": `s3.${region}.amazonaws.com`,
              "kms:EncryptionContext:aws:s3:arn": object,
            },
          },
        ]),
  ];
}

/** To write a line of its log. */
export function toLog({ account, destination, region }: AppliedDeliveryStream): AccessRequest[] {
  const { Enabled, LogGroupName, LogStreamName } = destination.CloudWatchLoggingOptions ?? {};
  if (!Enabled) return [];
  const group = `arn:aws:logs:${region}:${account}:log-group:${LogGroupName ?? ""}`;
  return [{ action: "logs:PutLogEvents", resource: `${group}:log-stream:${LogStreamName ?? ""}` }];
}

/**
 * Assumes the role as Firehose does, and requires each of the rights.
 * @throws {NotAuthorizedError} for the first that is missing
 * @see https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-es
 */
export async function requireRights(
  authorizer: Authorizer,
  { account, arn, destination: { RoleARN } }: AppliedDeliveryStream,
  rights: readonly AccessRequest[],
  domains: DomainSettings,
): Promise<void> {
  await authorizer.requireTrust(RoleARN, "firehose.amazonaws.com", {
    "aws:SourceAccount": account,
    "aws:SourceArn": arn,
  });
  for (const right of rights) {
    await authorizer.require(RoleARN, right, domains.accessPolicyOf(domainIn(right.resource)));
  }
}

/** Name of the OpenSearch domain in an ARN, or "". */
function domainIn(arn: string): string {
  return /^arn:[^:]+:es:[^:]+:\d+:domain\/([^/]+)/.exec(arn)?.[1] ?? "";
}

function keyOf(s3: AppliedDeliveryStream["destination"]["S3Configuration"]): string | undefined {
  return s3.EncryptionConfiguration?.KMSEncryptionConfig?.AWSKMSKeyARN;
}
