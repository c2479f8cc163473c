import { ConnectInstanceStorageConfig } from "@cdktf/provider-aws/lib/connect-instance-storage-config";
import type { ConnectInstanceStorageConfigConfig } from "@cdktf/provider-aws/lib/connect-instance-storage-config";
import { KinesisStream } from "@cdktf/provider-aws/lib/kinesis-stream";
import type { KinesisStreamConfig } from "@cdktf/provider-aws/lib/kinesis-stream";
import type { Construct } from "constructs";
import { DEFAULT_STREAM } from "../../config/delivery-defaults";
import type { CreatedStream, DirectRoute, StreamRoute } from "./delivery-route";
import { isAdoptedStream } from "./delivery-route";
import { DeliveryStream } from "./delivery-stream";
import type { DeliveryOptions } from "./delivery-stream";
import type { Destination } from "./destination";

/** Props that {@link ContactRecords} and {@link AgentEvents} have in common. */
export interface ConnectDeliveryProps extends DeliveryOptions {
  /** Id of the Connect instance. */
  readonly instanceId: string;
  /** Domain, role, backup bucket and delivery log. Its `routes` contain the route. */
  readonly destination: Destination;
  /**
   * Whether Connect writes. With false, the stream and the delivery stream stay and no new record comes; a
   * contact center drains in this way before it is retired.
   * @default true
   */
  readonly writing?: boolean;
  /**
   * Arguments of the created Kinesis data stream, merged last.
   * @default none
   */
  readonly streamOverrides?: Partial<KinesisStreamConfig>;
}

/** One kind of record of Connect. */
export interface RecordKind {
  /** Folder of the backup bucket, and first part of the log streams' names. */
  readonly folder: string;
  /** Resource type of the instance's storage configuration. */
  readonly resourceType: "CONTACT_TRACE_RECORDS" | "AGENT_EVENTS";
}

export interface StreamDelivery {
  /** The created Kinesis data stream; undefined where the instance writes to an adopted one. */
  readonly stream?: KinesisStream;
  readonly streamArn: string;
  readonly delivery: DeliveryStream;
  /** Undefined for an adopted stream, and while Connect does not write. */
  readonly storage?: ConnectInstanceStorageConfig;
}

const DEFAULT_SHARDS = 1;

/** Kinesis data stream, delivery stream and storage configuration, in this order. */
export function addStreamDelivery(
  scope: Construct,
  kind: RecordKind,
  props: ConnectDeliveryProps & { readonly route: StreamRoute },
): StreamDelivery {
  const { destination, route } = props;
  if (isAdoptedStream(route.stream)) {
    const { streamArn } = route.stream;
    return { streamArn, delivery: addDeliveryStream(scope, kind, props, streamArn) };
  }
  const stream = addEncryptedStream(scope, route.stream, destination.keyArn, props.streamOverrides);
  const delivery = addDeliveryStream(scope, kind, props, stream.arn);
  const target = {
    storageType: "KINESIS_STREAM",
    kinesisStreamConfig: { streamArn: stream.arn },
  };
  const storage = addStorageConfig(scope, kind, props, { delivery, target });
  return { stream, streamArn: stream.arn, delivery, storage };
}

/** Delivery stream that Connect writes to, and storage configuration. */
export function addDirectDelivery(
  scope: Construct,
  kind: RecordKind,
  props: ConnectDeliveryProps & { readonly route: DirectRoute },
): Pick<StreamDelivery, "delivery" | "storage"> {
  const delivery = addDeliveryStream(scope, kind, props);
  const target = {
    storageType: "KINESIS_FIREHOSE",
    kinesisFirehoseConfig: { firehoseArn: delivery.stream.arn },
  };
  const storage = addStorageConfig(scope, kind, props, { delivery, target });
  return { delivery, storage };
}

/**
 * The stream has the customer-managed key: the policy of the AWS-managed key does not let Connect write, and
 * records would be lost.
 */
function addEncryptedStream(
  scope: Construct,
  { streamName, mode = DEFAULT_STREAM.mode, shards, retentionHours }: CreatedStream,
  keyArn: string,
  overrides?: Partial<KinesisStreamConfig>,
): KinesisStream {
  return new KinesisStream(scope, "stream", {
    name: streamName,
    retentionPeriod: retentionHours ?? DEFAULT_STREAM.retentionHours,
    encryptionType: "KMS",
    kmsKeyId: keyArn,
    streamModeDetails: { streamMode: mode === "on-demand" ? "ON_DEMAND" : "PROVISIONED" },
    ...(mode === "provisioned" && { shardCount: shards ?? DEFAULT_SHARDS }),
    ...overrides,
  });
}

function addDeliveryStream(
  scope: Construct,
  { folder }: RecordKind,
  props: ConnectDeliveryProps & { readonly route: StreamRoute | DirectRoute },
  sourceArn?: string,
): DeliveryStream {
  const { destination, route } = props;
  destination.assertRoute(route);
  return new DeliveryStream(scope, "delivery", {
    ...props,
    deliveryStreamName: route.deliveryStreamName,
    indexName: route.indexName,
    folder,
    sourceArn,
  });
}

/** Created after the delivery stream: Connect writes nothing that is not delivered. */
function addStorageConfig(
  scope: Construct,
  { resourceType }: RecordKind,
  { instanceId, writing = true }: ConnectDeliveryProps,
  {
    delivery,
    target,
  }: {
    readonly delivery: DeliveryStream;
    readonly target: ConnectInstanceStorageConfigConfig["storageConfig"];
  },
): ConnectInstanceStorageConfig | undefined {
  if (!writing) return undefined;
  return new ConnectInstanceStorageConfig(scope, "storage", {
    instanceId,
    resourceType,
    storageConfig: target,
    dependsOn: [delivery.stream],
  });
}
