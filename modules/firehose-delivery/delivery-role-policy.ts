import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { arnOf, bucketArn } from "../../aws/arns";
import { indexPattern } from "../../aws/names";
import type { Place } from "../../aws/place";
import { networkInterfaceStatements } from "../shared/network-interfaces";
import type { VpcConfiguration } from "../shared/network-interfaces";
import { isAdoptedRoute, isAdoptedStream, sourceStreamOf, streamArnOf } from "./delivery-route";
import type { DeliveryRoute, SourceStream } from "./delivery-route";

type Statement = DataAwsIamPolicyDocumentStatement;

export interface DeliveryRolePolicyProps {
  /** Account and Region of the delivery streams. */
  readonly place: Place;
  /** Routes whose streams are read and whose indices are written. */
  readonly routes: readonly DeliveryRoute[];
  /** ARN of the domain. */
  readonly domainArn: string;
  /** Name of the backup bucket. */
  readonly bucketName: string;
  /** Name of the log group that Firehose writes to. */
  readonly logGroupName: string;
  /** ARN of the key of the created streams and of the backup bucket. */
  readonly keyArn: string;
  /**
   * Subnets and security groups from which the domain is reached.
   * @default none: through the domain's public endpoint
   */
  readonly vpc?: VpcConfiguration;
}

/**
 * Permissions that Firehose needs, one statement per purpose.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-es
 */
export function deliveryRoleStatements(props: DeliveryRolePolicyProps): Statement[] {
  const { place, vpc } = props;
  const streams = sourceStreams(props);
  return [
    {
      sid: "ReadStreams",
      actions: [
        "kinesis:DescribeStream",
        "kinesis:GetRecords",
        "kinesis:GetShardIterator",
        "kinesis:ListShards",
      ],
      resources: streams.map((stream) => streamArnOf(stream, place)),
    },
    ...decryptStreams(props, streams),
    ...writeBackup(props),
    ...writeDomain(props),
    {
      sid: "WriteDeliveryLogs",
      actions: ["logs:PutLogEvents"],
      resources: [arnOf("logs", `log-group:${props.logGroupName}:log-stream:*`, place)],
    },
    ...(vpc ? connectToVpc(place, vpc) : []),
  ];
}

/** Delivery streams that may assume the role. An adopted one has a role of its own. */
export function deliveryStreamArns({
  place,
  routes,
}: Pick<DeliveryRolePolicyProps, "place" | "routes">): string[] {
  return routes.flatMap((route) =>
    isAdoptedRoute(route)
      ? []
      : [arnOf("firehose", `deliverystream/${route.deliveryStreamName}`, place)],
  );
}

function sourceStreams({ routes }: DeliveryRolePolicyProps): SourceStream[] {
  return routes.flatMap((route) => sourceStreamOf(route) ?? []);
}

/**
 * Created streams have the given key. An adopted stream has its own; the policy of the AWS-managed key lets
 * every reader of the account decrypt, so that no statement is needed.
 * @see https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html
 */
function decryptStreams(
  { place, keyArn }: DeliveryRolePolicyProps,
  streams: readonly SourceStream[],
): Statement[] {
  const created = streams.filter((stream) => !isAdoptedStream(stream));
  const adopted = streams
    .filter(isAdoptedStream)
    .flatMap((stream) =>
      stream.keyArn === undefined ? [] : [{ keyArn: stream.keyArn, streamArn: stream.streamArn }],
    );
  return [
    ...(created.length > 0
      ? [
          decrypt(place, "DecryptStreams", {
            keyArn,
            streamArns: created.map((stream) => streamArnOf(stream, place)),
          }),
        ]
      : []),
    ...adopted.map((stream, index) =>
      decrypt(place, `DecryptAdoptedStream${index + 1}`, {
        keyArn: stream.keyArn,
        streamArns: [stream.streamArn],
      }),
    ),
  ];
}

function decrypt(
  { region }: Place,
  sid: string,
  { keyArn, streamArns }: { readonly keyArn: string; readonly streamArns: string[] },
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
        values: streamArns,
      },
    ],
  };
}

function writeBackup({ bucketName, keyArn, place }: DeliveryRolePolicyProps): Statement[] {
  const bucket = bucketArn(bucketName, place);
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
          values: [`s3.${place.region}.amazonaws.com`],
        },
        {
          // The encryption context is the bucket with a bucket key, and the object without.
          test: "StringLike",
          variable: "kms:EncryptionContext:aws:s3:arn",
          values: [bucket, `${bucket}/*`],
        },
      ],
    },
  ];
}

function writeDomain({ domainArn, routes }: DeliveryRolePolicyProps): Statement[] {
  const patterns = routes.map(({ indexName }) => indexPattern(indexName));
  return [
    {
      sid: "DescribeDomain",
      actions: ["es:DescribeDomain", "es:DescribeDomainConfig", "es:DescribeDomains"],
      resources: [domainArn],
    },
    {
      // Firehose writes with _bulk, whose path names no index: a role of the domain allows the indices
      // of this contact center only.
      sid: "WriteDocuments",
      actions: ["es:ESHttpPost", "es:ESHttpPut"],
      resources: [domainArn, `${domainArn}/*`],
    },
    {
      // AWS lists the root for a domain in another account; the answer contains the domain's version. The
      // path of a mapping ends with a type, which OpenSearch does not have: Firehose may omit it.
      sid: "ReadDomainState",
      actions: ["es:ESHttpGet"],
      resources: [
        `${domainArn}/`,
        `${domainArn}/_all/_settings`,
        `${domainArn}/_cluster/stats`,
        `${domainArn}/_nodes`,
        `${domainArn}/_nodes/stats`,
        `${domainArn}/_nodes/*/stats`,
        `${domainArn}/_stats`,
        ...patterns.flatMap((pattern) => [
          `${domainArn}/${pattern}/_mapping`,
          `${domainArn}/${pattern}/_mapping/*`,
          `${domainArn}/${pattern}/_stats`,
        ]),
      ],
    },
  ];
}

/** @see https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-es-vpc */
function connectToVpc(place: Place, vpc: VpcConfiguration): Statement[] {
  return networkInterfaceStatements({
    place,
    vpc,
    describe: [
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets",
      "ec2:DescribeVpcAttribute",
      "ec2:DescribeVpcs",
    ],
    manage: ["ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface"],
    onlyInSubnets: true,
  });
}
