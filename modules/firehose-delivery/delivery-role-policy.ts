import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { ContactCenter } from "../../config/configuration";
import { indexPattern } from "../../aws/names";
import { arnOf, bucketArn } from "../../aws/arns";
import { deliveryLogGroup } from "./delivery-logs";
import { agentEventSource, contactRecordSource } from "./source-streams";
import type { SourceStream } from "./source-streams";

type Statement = DataAwsIamPolicyDocumentStatement;

/**
 * What Firehose does on our behalf, statement by statement.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-es
 */
export function deliveryRoleStatements(center: ContactCenter, keyArn: string): Statement[] {
  const streams = sourceStreams(center);
  return [
    {
      sid: "ReadStreams",
      actions: [
        "kinesis:DescribeStream",
        "kinesis:GetRecords",
        "kinesis:GetShardIterator",
        "kinesis:ListShards",
      ],
      resources: streams.map(({ arn }) => arn),
    },
    ...decryptStreams(center, keyArn, streams),
    ...writeBackup(center, keyArn),
    ...writeDomain(center),
    {
      sid: "WriteDeliveryLogs",
      actions: ["logs:PutLogEvents"],
      resources: [
        arnOf("logs", `log-group:${deliveryLogGroup(center)}:log-stream:*`, center.account),
      ],
    },
    ...(center.vpc ? reachVpc(center) : []),
  ];
}

/** Delivery streams that may take on the role. An adopted one has a role of its own. */
export function deliveryStreamArns({ account, contactRecords, names }: ContactCenter): string[] {
  return [
    ...(contactRecords.deliveryStream ? [] : [names.contactRecordDelivery]),
    names.agentEventDelivery,
  ].map((name) => arnOf("firehose", `deliverystream/${name}`, account));
}

function sourceStreams(center: ContactCenter): SourceStream[] {
  const records = contactRecordSource(center);
  return [...(records ? [records] : []), agentEventSource(center)];
}

/**
 * Streams that are made have the account's key. An adopted stream has its own; with the AWS-managed key,
 * its policy lets every reader of the account decrypt, so that no statement is needed.
 * @see https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html
 */
function decryptStreams(
  { account }: ContactCenter,
  keyArn: string,
  streams: readonly SourceStream[],
): Statement[] {
  const made = streams.filter(({ isAdopted }) => !isAdopted).map(({ arn }) => arn);
  const adopted = streams.flatMap(({ adoptedKeyArn, arn }) =>
    adoptedKeyArn === undefined ? [] : [{ adoptedKeyArn, arn }],
  );
  return [
    ...(made.length > 0 ? [decrypt(account, "DecryptStreams", keyArn, made)] : []),
    ...adopted.map(({ adoptedKeyArn, arn }, index) =>
      decrypt(account, `DecryptAdoptedStream${index + 1}`, adoptedKeyArn, [arn]),
    ),
  ];
}

function decrypt(
  { region }: ContactCenter["account"],
  sid: string,
  keyArn: string,
  streams: string[],
): Statement {
  return {
    sid,
    actions: ["kms:Decrypt"],
    resources: [keyArn],
    condition: [
      {
        test: "StringEquals",
        variable: "kms:ViaService",
        values: [`kinesis.${region}.amazonaws.com`],
      },
      {
        test: "StringEquals",
        variable: "kms:EncryptionContext:aws:kinesis:arn",
        values: streams,
      },
    ],
  };
}

function writeBackup({ account, names }: ContactCenter, keyArn: string): Statement[] {
  const bucket = bucketArn(names.backupBucket, account);
  return [
    {
      sid: "FindBackupBucket",
      actions: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
      resources: [bucket],
    },
    {
      sid: "WriteBackup",
      actions: ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
      resources: [`${bucket}/*`],
    },
    {
      sid: "EncryptBackup",
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: [keyArn],
      condition: [
        {
          test: "StringEquals",
          variable: "kms:ViaService",
          values: [`s3.${account.region}.amazonaws.com`],
        },
        {
          // With a bucket key, the context is the bucket; without, the object.
          test: "StringLike",
          variable: "kms:EncryptionContext:aws:s3:arn",
          values: [bucket, `${bucket}/*`],
        },
      ],
    },
  ];
}

function writeDomain(center: ContactCenter): Statement[] {
  const { arn } = center.domain;
  const indices = [center.names.contactRecordIndex, center.names.agentEventIndex];
  return [
    {
      sid: "DescribeDomain",
      actions: ["es:DescribeDomain", "es:DescribeDomainConfig", "es:DescribeDomains"],
      resources: [arn],
    },
    {
      // Firehose writes with _bulk, which names no index in its path: the index is a matter of the
      // domain's own role, which allows the indices of this contact center only.
      sid: "WriteDocuments",
      actions: ["es:ESHttpPost", "es:ESHttpPut"],
      resources: [arn, `${arn}/*`],
    },
    {
      // The root is in AWS's list for a domain in another account; a domain's version is read there.
      // A mapping's path ends with a type, of which OpenSearch has none: Firehose may leave the end off.
      sid: "ReadDomainState",
      actions: ["es:ESHttpGet"],
      resources: [
        `${arn}/`,
        `${arn}/_all/_settings`,
        `${arn}/_cluster/stats`,
        `${arn}/_nodes`,
        `${arn}/_nodes/stats`,
        `${arn}/_nodes/*/stats`,
        `${arn}/_stats`,
        ...indices.flatMap((index) => [
          `${arn}/${indexPattern(index)}/_mapping`,
          `${arn}/${indexPattern(index)}/_mapping/*`,
          `${arn}/${indexPattern(index)}/_stats`,
        ]),
      ],
    },
  ];
}

/** @see https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-es-vpc */
function reachVpc({ account, vpc }: ContactCenter): Statement[] {
  const subnets = vpc?.subnetIds ?? [];
  const groups = vpc?.securityGroupIds ?? [];
  return [
    {
      // EC2's describe calls know no resources.
      sid: "DescribeNetwork",
      actions: [
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcAttribute",
        "ec2:DescribeVpcs",
      ],
      resources: ["*"],
    },
    {
      sid: "CreateNetworkInterfaces",
      actions: ["ec2:CreateNetworkInterface"],
      resources: [
        arnOf("ec2", "network-interface/*", account),
        ...subnets.map((subnet) => arnOf("ec2", `subnet/${subnet}`, account)),
        ...groups.map((group) => arnOf("ec2", `security-group/${group}`, account)),
      ],
    },
    {
      sid: "ManageNetworkInterfaces",
      actions: ["ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface"],
      resources: [arnOf("ec2", "network-interface/*", account)],
      condition: [
        {
          test: "ArnEquals",
          variable: "ec2:Subnet",
          values: subnets.map((subnet) => arnOf("ec2", `subnet/${subnet}`, account)),
        },
      ],
    },
  ];
}
