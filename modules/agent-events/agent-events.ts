import type { ConnectInstanceStorageConfig } from "@cdktf/provider-aws/lib/connect-instance-storage-config";
import type { KinesisStream } from "@cdktf/provider-aws/lib/kinesis-stream";
import { Construct } from "constructs";
import { addConnectDelivery } from "../firehose-delivery/connect-delivery";
import type { ConnectDeliveryProps } from "../firehose-delivery/connect-delivery";
import type { StreamRoute } from "../firehose-delivery/delivery-route";
import type { DeliveryStream } from "../firehose-delivery/delivery-stream";

export interface AgentEventsProps extends ConnectDeliveryProps {
  /** Kinesis data stream, delivery stream and index. */
  readonly route: StreamRoute;
}

/**
 * Agent events from the Connect instance to the domain, through a Kinesis data stream: Connect offers no
 * other target for them. For an adopted stream, no stream and no storage configuration is created.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/agent-event-streams.html
 */
export class AgentEvents extends Construct {
  /** The created Kinesis data stream; undefined where an adopted one is read. */
  public readonly stream?: KinesisStream;
  public readonly streamArn: string;
  public readonly delivery: DeliveryStream;
  /** Undefined for an adopted stream, and while Connect does not write. */
  public readonly storage?: ConnectInstanceStorageConfig;

  constructor(scope: Construct, id: string, props: AgentEventsProps) {
    super(scope, id);
    const kind = { folder: "agent-events", resourceType: "AGENT_EVENTS" } as const;
    const created = addConnectDelivery(this, kind, props);
    this.stream = created.stream;
    this.streamArn = created.streamArn;
    this.delivery = created.delivery;
    this.storage = created.storage;
  }
}
