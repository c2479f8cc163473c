import { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import type { KinesisFirehoseDeliveryStreamConfig } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import { Construct } from "constructs";
import type { ContactCenter, Delivery } from "../../config/configuration";
import { ROTATIONS } from "../../aws/index-rotation";
import type { Destination } from "./destination";

export interface DeliveryStreamProps {
  readonly center: ContactCenter;
  readonly destination: Destination;
  /** Name of the delivery stream. */
  readonly streamName: string;
  /** What is delivered, in the words of the backup bucket's folders: `contact-records`. */
  readonly content: string;
  /** Name that all indices begin with. */
  readonly indexName: string;
  readonly delivery: Pick<Delivery, "rotation" | "buffer" | "retrySeconds">;
  /** ARN of the stream that is read. Default: none, Connect writes to the delivery stream itself. */
  readonly sourceArn?: string;
}

/**
 * Firehose sends documents without an id, because the pipeline sets it: an answer then carries an id that
 * Firehose never sent, so that it can only be matched to its record by position.
 * @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_DocumentIdOptions.html
 */
const DOCUMENT_ID_FORMAT = "NO_DOCUMENT_ID";

/**
 * Firehose from a Kinesis data stream, or from Connect itself, to the domain.
 * Firehose requires an index name; the index's default pipeline overrides it, and sets the id and the
 * version, from the record itself.
 */
export class DeliveryStream extends Construct {
  public readonly stream: KinesisFirehoseDeliveryStream;

  constructor(scope: Construct, id: string, props: DeliveryStreamProps) {
    super(scope, id);
    const { destination, sourceArn } = props;
    this.stream = new KinesisFirehoseDeliveryStream(this, "delivery", {
      name: props.streamName,
      destination: "opensearch",
      ...(sourceArn ? readFrom(sourceArn, destination) : encrypted(destination)),
      opensearchConfiguration: this.#toDomain(props),
      // Firehose tries out its rights when it is created.
      dependsOn: [destination.role.policy],
    });
  }

  #toDomain(
    props: DeliveryStreamProps,
  ): KinesisFirehoseDeliveryStreamConfig["opensearchConfiguration"] {
    const { center, content, delivery, destination } = props;
    const roleArn = destination.role.role.arn;
    return {
      ...destination.address,
      roleArn,
      indexName: props.indexName,
      indexRotationPeriod: ROTATIONS[delivery.rotation].firehose,
      bufferingInterval: delivery.buffer.seconds,
      bufferingSize: delivery.buffer.mebibytes,
      retryDuration: delivery.retrySeconds,
      documentIdOptions: { defaultDocumentIdFormat: DOCUMENT_ID_FORMAT },
      cloudwatchLoggingOptions: this.#log(props, "delivery"),
      s3BackupMode: "FailedDocumentsOnly",
      s3Configuration: {
        roleArn,
        bucketArn: destination.backup.bucket.arn,
        kmsKeyArn: destination.keyArn,
        compressionFormat: "GZIP",
        prefix: `${content}/`,
        errorOutputPrefix: `${content}/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/`,
        cloudwatchLoggingOptions: this.#log(props, "backup"),
      },
      ...(center.vpc && { vpcConfig: { roleArn, ...center.vpc } }),
    };
  }

  #log({ content, destination }: DeliveryStreamProps, purpose: "delivery" | "backup") {
    return {
      enabled: true,
      logGroupName: destination.logs.group.name,
      logStreamName: destination.logs.stream(`${content}-${purpose}`),
    };
  }
}

/** The stream is encrypted already; Firehose then refuses an encryption of its own. */
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
