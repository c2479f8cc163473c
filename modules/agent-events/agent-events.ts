import { ConnectInstanceStorageConfig } from "@cdktf/provider-aws/lib/connect-instance-storage-config";
import type { KinesisStream } from "@cdktf/provider-aws/lib/kinesis-stream";
import { Construct } from "constructs";
import type { ContactCenter } from "../../config/configuration";
import { DeliveryStream } from "../delivery/delivery-stream";
import type { Destination } from "../delivery/destination";
import { addEncryptedStream } from "../delivery/encrypted-stream";

export interface AgentEventsProps {
  readonly center: ContactCenter;
  readonly instanceId: string;
  readonly destination: Destination;
}

/** Agent events through a Kinesis data stream, the only target that Connect offers for them. */
export class AgentEvents extends Construct {
  public readonly stream: KinesisStream;
  public readonly delivery: DeliveryStream;

  constructor(scope: Construct, id: string, { center, instanceId, destination }: AgentEventsProps) {
    super(scope, id);
    const { agentEvents, names } = center;
    this.stream = addEncryptedStream(this, "stream", {
      streamName: names.agentEventStream,
      stream: agentEvents.stream,
      keyArn: destination.keyArn,
    });
    this.delivery = new DeliveryStream(this, "delivery", {
      center,
      destination,
      streamName: names.agentEventDelivery,
      content: "agent-events",
      indexName: names.agentEventIndex,
      delivery: agentEvents,
      source: this.stream,
    });
    new ConnectInstanceStorageConfig(this, "storage", {
      instanceId,
      resourceType: "AGENT_EVENTS",
      storageConfig: {
        storageType: "KINESIS_STREAM",
        kinesisStreamConfig: { streamArn: this.stream.arn },
      },
      // Last of all, so that nothing is written while nobody reads.
      dependsOn: [this.delivery.stream],
    });
  }
}
