import type { ContactCenter } from "../../config/configuration";
import { arnOf } from "../../aws/arns";

/** A Kinesis data stream that Connect writes to and Firehose reads. */
export interface SourceStream {
  readonly arn: string;
  readonly name: string;
  /** It exists: neither it nor Connect's storage configuration is made. */
  readonly isAdopted: boolean;
  /** Customer-managed key of an adopted stream. @default the account's key, or none that takes a right */
  readonly adoptedKeyArn?: string;
}

/** The stream of contact records; undefined if Connect writes them to a delivery stream. */
export function contactRecordSource(center: ContactCenter): SourceStream | undefined {
  const { contactRecords, names } = center;
  return contactRecords.through === "stream"
    ? sourceStream(center, names.contactRecordStream, contactRecords.stream)
    : undefined;
}

export function agentEventSource(center: ContactCenter): SourceStream {
  return sourceStream(center, center.names.agentEventStream, center.agentEvents.stream);
}

/** The delivery stream of contact records, ours or adopted, as its metrics call it. */
export function contactRecordDeliveryName({ contactRecords, names }: ContactCenter): string {
  const { deliveryStream } = contactRecords;
  return deliveryStream ? nameIn(deliveryStream.arn) : names.contactRecordDelivery;
}

function sourceStream(
  { account }: ContactCenter,
  ownName: string,
  { arn, keyArn }: ContactCenter["agentEvents"]["stream"],
): SourceStream {
  if (arn === undefined) {
    return { arn: arnOf("kinesis", `stream/${ownName}`, account), name: ownName, isAdopted: false };
  }
  return {
    arn,
    name: nameIn(arn),
    isAdopted: true,
    ...(keyArn !== undefined && { adoptedKeyArn: keyArn }),
  };
}

function nameIn(arn: string): string {
  return arn.slice(arn.indexOf("/") + 1);
}
