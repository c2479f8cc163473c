import { ConnectInstanceStorageConfig } from "@cdktf/provider-aws/lib/connect-instance-storage-config";
import { Construct } from "constructs";
import type { ContactCenter } from "../../config/configuration";
import { DeliveryStream } from "../firehose-delivery/delivery-stream";
import type { Destination } from "../firehose-delivery/destination";
import { addEncryptedStream } from "../firehose-delivery/encrypted-stream";
import { agentEventSource } from "../firehose-delivery/source-streams";

export interface AgentEventsProps {
  readonly center: ContactCenter;
  readonly instanceId: string;
  readonly destination: Destination;
  /** Whether Connect writes to the stream; false while the contact center drains. */
  readonly writing: boolean;
}

/**
 * Agent events through a Kinesis data stream, the only target that Connect offers for them. A stream that
 * the instance writes to already is adopted: then neither it nor the storage configuration is made.
 */
export class AgentEvents extends Construct {
  public readonly streamArn: string;
  public readonly delivery: DeliveryStream;

  constructor(scope: Construct, id: string, props: AgentEventsProps) {
    super(scope, id);
    const { center, destination } = props;
    const { agentEvents, names } = center;
    const source = agentEventSource(center);
    this.streamArn = source.isAdopted
      ? source.arn
      : addEncryptedStream(this, "stream", {
          streamName: names.agentEventStream,
          stream: agentEvents.stream,
          keyArn: destination.keyArn,
        }).arn;
    this.delivery = new DeliveryStream(this, "delivery", {
      center,
      destination,
      streamName: names.agentEventDelivery,
      content: "agent-events",
      indexName: names.agentEventIndex,
      delivery: agentEvents,
      sourceArn: this.streamArn,
    });
    if (!source.isAdopted && props.writing) this.#startWriting(props.instanceId);
  }

  /** Last of all, so that Connect writes only to a stream that Firehose reads. */
  #startWriting(instanceId: string): void {
    new ConnectInstanceStorageConfig(this, "storage", {
      instanceId,
      resourceType: "AGENT_EVENTS",
      storageConfig: {
        storageType: "KINESIS_STREAM",
        kinesisStreamConfig: { streamArn: this.streamArn },
      },
      dependsOn: [this.delivery.stream],
    });
  }
}
