import { ConnectInstanceStorageConfig } from "@cdktf/provider-aws/lib/connect-instance-storage-config";
import type { ConnectInstanceStorageConfigConfig } from "@cdktf/provider-aws/lib/connect-instance-storage-config";
import { KinesisStream } from "@cdktf/provider-aws/lib/kinesis-stream";
import type { KinesisStreamConfig } from "@cdktf/provider-aws/lib/kinesis-stream";
import type { Construct } from "constructs";
import { DEFAULT_STREAM } from "../../config/delivery-defaults";
import type { DirectRoute, StreamRoute } from "./delivery-route";
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

/** Resources of one kind of record. */
export interface ConnectDelivery {
  /** The created Kinesis data stream; undefined where there is none or an adopted one. */
  readonly stream?: KinesisStream;
  /** Undefined where Connect writes to the delivery stream. */
  readonly streamArn?: string;
  readonly delivery: DeliveryStream;
  /** Undefined for an adopted stream, and while Connect does not write. */
  readonly storage?: ConnectInstanceStorageConfig;
}

type Routed<Route> = ConnectDeliveryProps & { readonly route: Route };
type StreamDelivery = ConnectDelivery & { readonly streamArn: string };

/**
 * An on-demand stream has 4 shards or more, and AWS refuses to scale below half of the shards: an apply that sets
 * 1 shard fails. So a stream whose capacity is not named keeps the one that it has.
 * @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateShardCount.html
 */
const CAPACITY_ARGUMENTS = ["shard_count", "stream_mode_details"];

/** Kinesis data stream, delivery stream and storage configuration, in this order. */
export function addConnectDelivery(
  scope: Construct,
  kind: RecordKind,
  props: Routed<StreamRoute>,
): StreamDelivery;
export function addConnectDelivery(
  scope: Construct,
  kind: RecordKind,
  props: Routed<StreamRoute | DirectRoute>,
): ConnectDelivery;
export function addConnectDelivery(
  scope: Construct,
  { folder, resourceType }: RecordKind,
  props: Routed<StreamRoute | DirectRoute>,
): ConnectDelivery {
  const { destination, instanceId, route, writing = true } = props;
  destination.assertRoute(route);
  const source = addSourceStream(scope, props);
  const delivery = new DeliveryStream(scope, "delivery", {
    ...props,
    deliveryStreamName: route.deliveryStreamName,
    indexName: route.indexName,
    folder,
    sourceArn: source.streamArn,
  });
  const isAdopted = route.stream !== undefined && isAdoptedStream(route.stream);
  if (isAdopted || !writing) return { ...source, delivery };
  const storage = new ConnectInstanceStorageConfig(scope, "storage", {
    instanceId,
    resourceType,
    storageConfig: targetOf(source, delivery),
    // Connect writes nothing that is not delivered.
    dependsOn: [delivery.stream],
  });
  return { ...source, delivery, storage };
}

function addSourceStream(
  scope: Construct,
  { destination, route, streamOverrides }: Routed<StreamRoute | DirectRoute>,
): Pick<ConnectDelivery, "stream" | "streamArn"> {
  if (route.stream === undefined) return {};
  if (isAdoptedStream(route.stream)) return { streamArn: route.stream.streamArn };
  const { streamName, mode, shards, retentionHours } = route.stream;
  const namesCapacity = mode !== undefined || shards !== undefined;
  const stream = new KinesisStream(scope, "stream", {
    name: streamName,
    retentionPeriod: retentionHours ?? DEFAULT_STREAM.retentionHours,
    encryptionType: "KMS",
    // The policy of the AWS-managed key does not permit Connect to write: records would be lost.
    kmsKeyId: destination.keyArn,
    ...(mode === "on-demand"
      ? { streamModeDetails: { streamMode: "ON_DEMAND" } }
      : {
          streamModeDetails: { streamMode: "PROVISIONED" },
          shardCount: shards ?? DEFAULT_STREAM.shards,
        }),
    ...(!namesCapacity && { lifecycle: { ignoreChanges: CAPACITY_ARGUMENTS } }),
    ...streamOverrides,
  });
  return { stream, streamArn: stream.arn };
}

function targetOf(
  { streamArn }: Pick<ConnectDelivery, "streamArn">,
  delivery: DeliveryStream,
): ConnectInstanceStorageConfigConfig["storageConfig"] {
  return streamArn === undefined
    ? {
        storageType: "KINESIS_FIREHOSE",
        kinesisFirehoseConfig: { firehoseArn: delivery.stream.arn },
      }
    : { storageType: "KINESIS_STREAM", kinesisStreamConfig: { streamArn } };
}
