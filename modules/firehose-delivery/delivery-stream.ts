import { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import type { KinesisFirehoseDeliveryStreamConfig } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import { Construct } from "constructs";
import { ROTATIONS } from "../../aws/index-rotation";
import type { Rotation } from "../../aws/index-rotation";
import {
  DEFAULT_BUFFER,
  DEFAULT_RETRY_SECONDS,
  DEFAULT_ROTATION,
} from "../../config/delivery-defaults";
import { ARCHIVE_FOLDER } from "./backup-bucket";
import type { Destination } from "./destination";

/** Firehose sends a bulk request when either limit is reached. */
export interface Buffering {
  /** Longest time that a record waits for others, in seconds, 0 to 900. */
  readonly seconds: number;
  /** Largest amount of data that is gathered, in MiB, 1 to 100. */
  readonly mebibytes: number;
}

/** How Firehose delivers; every property has a default. */
export interface DeliveryOptions {
  /**
   * How often a new index begins, in UTC.
   * @default "month"
   */
  readonly rotation?: Rotation;
  /**
   * Limits of a bulk request.
   * @default 60 seconds or 5 MiB
   */
  readonly buffer?: Buffering;
  /**
   * Seconds that Firehose retries before it writes documents to the backup bucket, 0 to 7,200.
   * @default 300
   */
  readonly retrySeconds?: number;
  /**
   * Arguments of the delivery stream, merged last. An argument with a block replaces the whole block; for one
   * attribute in a block, use `addOverride` of the resource.
   * @default none
   */
  readonly deliveryStreamOverrides?: Partial<KinesisFirehoseDeliveryStreamConfig>;
}

export interface DeliveryStreamProps extends DeliveryOptions {
  /** Domain, role, backup bucket and delivery log. */
  readonly destination: Destination;
  /** Name of the delivery stream, 1 to 64 characters. */
  readonly deliveryStreamName: string;
  /** Folder of the backup bucket, and first part of the log streams' names: `contact-records`. */
  readonly folder: string;
  /** Name that every index begins with, 1 to 80 characters. */
  readonly indexName: string;
  /**
   * ARN of the Kinesis data stream that is read.
   * @default none: Connect writes to the delivery stream
   */
  readonly sourceArn?: string;
}

/** The largest values of Firehose: objects of S3 are paid by their number. */
const ARCHIVE_BUFFER = { seconds: 900, mebibytes: 128 };

/**
 * Firehose sends documents without an id, because the pipeline sets it: an answer then carries an id that
 * Firehose never sent, so that Firehose can only match it to its record by position.
 * @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_DocumentIdOptions.html
 */
const DOCUMENT_ID_FORMAT = "NO_DOCUMENT_ID";

/**
 * A delivery stream from a Kinesis data stream, or from Connect, to the domain.
 * Firehose requires an index name; the index's default pipeline overrides it, and takes the id and the
 * version from the record.
 */
export class DeliveryStream extends Construct {
  public readonly stream: KinesisFirehoseDeliveryStream;

  constructor(scope: Construct, id: string, props: DeliveryStreamProps) {
    super(scope, id);
    const { destination, sourceArn } = props;
    this.stream = new KinesisFirehoseDeliveryStream(this, "delivery", {
      name: props.deliveryStreamName,
      destination: "opensearch",
      ...(sourceArn ? readFrom(sourceArn, destination) : encrypted(destination)),
      opensearchConfiguration: toDomain(props),
      // Firehose tests the role's permissions when the delivery stream is created.
      dependsOn: [destination.role.policy],
      ...props.deliveryStreamOverrides,
    });
  }
}

function toDomain(
  props: DeliveryStreamProps,
): KinesisFirehoseDeliveryStreamConfig["opensearchConfiguration"] {
  const { folder, destination } = props;
  const roleArn = destination.role.role.arn;
  const buffer = props.buffer ?? DEFAULT_BUFFER;
  return {
    ...destination.address,
    roleArn,
    indexName: props.indexName,
    indexRotationPeriod: ROTATIONS[props.rotation ?? DEFAULT_ROTATION].firehose,
    bufferingInterval: buffer.seconds,
    bufferingSize: buffer.mebibytes,
    retryDuration: props.retrySeconds ?? DEFAULT_RETRY_SECONDS,
    documentIdOptions: { defaultDocumentIdFormat: DOCUMENT_ID_FORMAT },
    cloudwatchLoggingOptions: logOf(props, "delivery"),
    s3BackupMode: destination.archives ? "AllDocuments" : "FailedDocumentsOnly",
    s3Configuration: {
      ...(destination.archives ? archiveOf(folder) : { prefix: `${folder}/` }),
      roleArn,
      bucketArn: destination.backup.bucket.arn,
      kmsKeyArn: destination.keyArn,
      compressionFormat: "GZIP",
      errorOutputPrefix: `${folder}/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/`,
      cloudwatchLoggingOptions: logOf(props, "backup"),
    },
    ...vpcConfig(destination),
  };
}

/**
 * Partitions in the style of Hive, by the time of arrival in UTC, and as few objects as Firehose allows.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html
 */
function archiveOf(folder: string) {
  const day = "year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}";
  return {
    prefix: `${ARCHIVE_FOLDER}/${folder}/${day}/`,
    bufferingInterval: ARCHIVE_BUFFER.seconds,
    bufferingSize: ARCHIVE_BUFFER.mebibytes,
  };
}

function logOf({ folder, destination }: DeliveryStreamProps, purpose: "delivery" | "backup") {
  return {
    enabled: true,
    logGroupName: destination.logs.group.name,
    logStreamName: destination.logs.stream(`${folder}-${purpose}`),
  };
}

function vpcConfig({ role, vpc }: Destination) {
  if (vpc === undefined) return {};
  const { subnetIds, securityGroupIds } = vpc;
  return {
    vpcConfig: {
      roleArn: role.role.arn,
      subnetIds: [...subnetIds],
      securityGroupIds: [...securityGroupIds],
    },
  };
}

/** The Kinesis data stream is encrypted; Firehose then refuses an encryption of its own. */
function readFrom(kinesisStreamArn: string, { role }: Destination) {
  return {
    kinesisSourceConfiguration: { kinesisStreamArn, roleArn: role.role.arn },
  };
}

function encrypted({ keyArn }: Destination) {
  return {
    serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn },
  };
}
