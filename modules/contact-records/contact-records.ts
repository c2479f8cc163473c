import { ConnectInstanceStorageConfig } from "@cdktf/provider-aws/lib/connect-instance-storage-config";
import type { KinesisStream } from "@cdktf/provider-aws/lib/kinesis-stream";
import { Construct } from "constructs";
import type { ContactCenter } from "../../config/configuration";
import { DeliveryStream } from "../delivery/delivery-stream";
import type { Destination } from "../delivery/destination";
import { addEncryptedStream } from "../delivery/encrypted-stream";

export interface ContactRecordsProps {
  readonly center: ContactCenter;
  readonly instanceId: string;
  readonly destination: Destination;
  /** Whether Connect writes to the stream; false while the contact center drains. */
  readonly writing: boolean;
}

/**
 * Contact records from the Connect instance to the domain: through a Kinesis data stream that keeps
 * them for a reader of your own, or straight into Firehose.
 */
export class ContactRecords extends Construct {
  /** Absent when Connect writes to the delivery stream itself. */
  public readonly stream?: KinesisStream;
  public readonly delivery: DeliveryStream;

  constructor(scope: Construct, id: string, props: ContactRecordsProps) {
    super(scope, id);
    const { center, destination } = props;
    const { contactRecords, names } = center;
    if (contactRecords.through === "stream") {
      this.stream = addEncryptedStream(this, "stream", {
        streamName: names.contactRecordStream,
        stream: contactRecords.stream,
        keyArn: destination.keyArn,
      });
    }
    this.delivery = new DeliveryStream(this, "delivery", {
      center,
      destination,
      streamName: names.contactRecordDelivery,
      content: "contact-records",
      indexName: names.contactRecordIndex,
      delivery: contactRecords,
      ...(this.stream && { source: this.stream }),
    });
    if (props.writing) this.#startWriting(props.instanceId);
  }

  /** Last of all, so that nothing is written while nobody reads. */
  #startWriting(instanceId: string): void {
    new ConnectInstanceStorageConfig(this, "storage", {
      instanceId,
      resourceType: "CONTACT_TRACE_RECORDS",
      storageConfig: this.stream
        ? {
            storageType: "KINESIS_STREAM",
            kinesisStreamConfig: { streamArn: this.stream.arn },
          }
        : {
            storageType: "KINESIS_FIREHOSE",
            kinesisFirehoseConfig: { firehoseArn: this.delivery.stream.arn },
          },
      dependsOn: [this.delivery.stream],
    });
  }
}
