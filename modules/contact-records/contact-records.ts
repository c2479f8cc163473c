import { ConnectInstanceStorageConfig } from "@cdktf/provider-aws/lib/connect-instance-storage-config";
import type { ConnectInstanceStorageConfigConfig } from "@cdktf/provider-aws/lib/connect-instance-storage-config";
import { Construct } from "constructs";
import type { ContactCenter } from "../../config/configuration";
import { DeliveryStream } from "../firehose-delivery/delivery-stream";
import type { Destination } from "../firehose-delivery/destination";
import { addEncryptedStream } from "../firehose-delivery/encrypted-stream";
import { contactRecordSource } from "../firehose-delivery/source-streams";

export interface ContactRecordsProps {
  readonly center: ContactCenter;
  readonly instanceId: string;
  readonly destination: Destination;
  /** Whether Connect writes to the stream; false while the contact center drains. */
  readonly writing: boolean;
}

/**
 * Contact records from the Connect instance to the domain: through a Kinesis data stream that keeps
 * them for a reader of your own, or straight into Firehose. What the instance writes to already is
 * adopted: then it is not made, and neither is the storage configuration that points to it.
 */
export class ContactRecords extends Construct {
  /** Absent when Connect writes to a delivery stream itself. */
  public readonly streamArn?: string;
  public readonly deliveryArn: string;

  constructor(scope: Construct, id: string, props: ContactRecordsProps) {
    super(scope, id);
    const { center, destination } = props;
    const { contactRecords, names } = center;
    const source = contactRecordSource(center);
    if (source) {
      this.streamArn = source.isAdopted
        ? source.arn
        : addEncryptedStream(this, "stream", {
            streamName: names.contactRecordStream,
            stream: contactRecords.stream,
            keyArn: destination.keyArn,
          }).arn;
    }
    if (contactRecords.deliveryStream) {
      this.deliveryArn = contactRecords.deliveryStream.arn;
      return;
    }
    const delivery = new DeliveryStream(this, "delivery", {
      center,
      destination,
      streamName: names.contactRecordDelivery,
      content: "contact-records",
      indexName: names.contactRecordIndex,
      delivery: contactRecords,
      ...(this.streamArn && { sourceArn: this.streamArn }),
    });
    this.deliveryArn = delivery.stream.arn;
    if (!source?.isAdopted && props.writing) this.#startWriting(props.instanceId, delivery);
  }

  /** Last of all, so that nothing is written before it is delivered. */
  #startWriting(instanceId: string, delivery: DeliveryStream): void {
    new ConnectInstanceStorageConfig(this, "storage", {
      instanceId,
      resourceType: "CONTACT_TRACE_RECORDS",
      storageConfig: this.#target(),
      dependsOn: [delivery.stream],
    });
  }

  #target(): ConnectInstanceStorageConfigConfig["storageConfig"] {
    return this.streamArn
      ? { storageType: "KINESIS_STREAM", kinesisStreamConfig: { streamArn: this.streamArn } }
      : {
          storageType: "KINESIS_FIREHOSE",
          kinesisFirehoseConfig: { firehoseArn: this.deliveryArn },
        };
  }
}
