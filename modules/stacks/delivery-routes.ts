import type { ContactCenter, Delivery } from "../../config/configuration";
import type { DeliveryOptions } from "../firehose-delivery/delivery-stream";
import type { DeliveryRoute, SourceStream, StreamRoute } from "../firehose-delivery/delivery-route";

/** Route of the contact records of a contact center in the configuration. */
export function contactRecordRoute({ contactRecords, names }: ContactCenter): DeliveryRoute {
  const { deliveryStream, stream, through } = contactRecords;
  const indexName = names.contactRecordIndex;
  if (deliveryStream) return { indexName, deliveryStreamArn: deliveryStream.arn };
  const deliveryStreamName = names.contactRecordDelivery;
  return through === "stream"
    ? { indexName, deliveryStreamName, stream: sourceStream(names.contactRecordStream, stream) }
    : { indexName, deliveryStreamName };
}

/** Route of its agent events. */
export function agentEventRoute({ agentEvents, names }: ContactCenter): StreamRoute {
  return {
    indexName: names.agentEventIndex,
    deliveryStreamName: names.agentEventDelivery,
    stream: sourceStream(names.agentEventStream, agentEvents.stream),
  };
}

function sourceStream(streamName: string, stream: Delivery["stream"]): SourceStream {
  const { arn, keyArn, mode, retentionHours, shards } = stream;
  return arn === undefined
    ? { streamName, mode, shards, retentionHours }
    : { streamArn: arn, keyArn };
}

/** Settings of the delivery stream of one kind of records. */
export function deliveryOptions({ buffer, retrySeconds, rotation }: Delivery): DeliveryOptions {
  return { buffer, retrySeconds, rotation };
}
