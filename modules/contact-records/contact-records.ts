import type { ConnectInstanceStorageConfig } from "@cdktf/provider-aws/lib/connect-instance-storage-config";
import type { KinesisStream } from "@cdktf/provider-aws/lib/kinesis-stream";
import { Construct } from "constructs";
import { addConnectDelivery } from "../firehose-delivery/connect-delivery";
import type { ConnectDeliveryProps } from "../firehose-delivery/connect-delivery";
import { isAdoptedRoute } from "../firehose-delivery/delivery-route";
import type { DeliveryRoute } from "../firehose-delivery/delivery-route";
import type { DeliveryStream } from "../firehose-delivery/delivery-stream";

export interface ContactRecordsProps extends ConnectDeliveryProps {
  /** Kinesis data stream if there is one, delivery stream and index. */
  readonly route: DeliveryRoute;
}

/**
 * Contact records from the Connect instance to the domain: through a Kinesis data stream, which other
 * programs can read too, or straight into Firehose. A stream or delivery stream that the instance writes
 * to already is adopted: then neither it nor the instance's storage configuration is created.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/data-streaming.html
 */
export class ContactRecords extends Construct {
  /** The created Kinesis data stream; undefined where there is none or an adopted one. */
  public readonly stream?: KinesisStream;
  /** Undefined where Connect writes to a delivery stream. */
  public readonly streamArn?: string;
  /** The created delivery stream; undefined where it is adopted. */
  public readonly delivery?: DeliveryStream;
  public readonly deliveryArn: string;
  /** Undefined for an adopted stream or delivery stream, and while Connect does not write. */
  public readonly storage?: ConnectInstanceStorageConfig;

  constructor(scope: Construct, id: string, props: ContactRecordsProps) {
    super(scope, id);
    const { route } = props;
    if (isAdoptedRoute(route)) {
      this.deliveryArn = route.deliveryStreamArn;
      return;
    }
    const kind = { folder: "contact-records", resourceType: "CONTACT_TRACE_RECORDS" } as const;
    const created = addConnectDelivery(this, kind, { ...props, route });
    this.stream = created.stream;
    this.streamArn = created.streamArn;
    this.delivery = created.delivery;
    this.deliveryArn = created.delivery.stream.arn;
    this.storage = created.storage;
  }
}
