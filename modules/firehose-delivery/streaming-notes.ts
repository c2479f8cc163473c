import type { ContactCenter } from "../../config/configuration";
import { agentEventRoute, contactRecordRoute } from "../stacks/delivery-routes";
import { isAdoptedStream, sourceStreamOf } from "./delivery-route";
import type { DeliveryRoute } from "./delivery-route";

/** What becomes of the streaming of a contact center's instance, said at synthesis. */
export function streamingNotes(center: ContactCenter): readonly string[] {
  const { alias, contactRecords, instance, names } = center;
  // A created instance writes nowhere before, so that there is nothing to say.
  if (instance.kind !== "adopted") return [];
  const made = [
    ...(contactRecords.deliveryStream || adoptedStreamArn(contactRecordRoute(center)) !== undefined
      ? []
      : ["CONTACT_TRACE_RECORDS"]),
    ...(adoptedStreamArn(agentEventRoute(center)) === undefined ? ["AGENT_EVENTS"] : []),
  ];
  return [
    ...(made.length > 0 ? [makes(center, instance.id, made)] : []),
    ...adoptedStreams(center),
    ...(contactRecords.deliveryStream
      ? [
          `contact records of ${alias} are delivered by ${contactRecords.deliveryStream.arn}, which is not changed: it must deliver ` +
            `to ${center.domain.arn}, with the index name ${names.contactRecordIndex} and NO_DOCUMENT_ID, and keep failed ` +
            "documents in a bucket of its own. See docs/existing-streams.md.",
        ]
      : []),
  ];
}

function makes({ account, alias }: ContactCenter, instanceId: string, made: readonly string[]) {
  const commands = made.map(
    (type) =>
      `  aws connect list-instance-storage-configs --region ${account.region} --instance-id ${instanceId} --resource-type ${type}`,
  );
  return [
    `the instance of ${alias} is given streams of its own, and an instance has one target for each kind of record. If one of these ` +
      "lists a target, adopt it or import it (docs/existing-streams.md), or its readers lose their records:",
    ...commands,
  ].join("\n");
}

function adoptedStreams(center: ContactCenter): readonly string[] {
  return [contactRecordRoute(center), agentEventRoute(center)].flatMap((route) => {
    const arn = adoptedStreamArn(route);
    return arn === undefined
      ? []
      : [
          `${center.alias} reads the stream ${arn}, which exists: neither it nor the instance's storage configuration is made.`,
        ];
  });
}

function adoptedStreamArn(route: DeliveryRoute): string | undefined {
  const stream = sourceStreamOf(route);
  return stream && isAdoptedStream(stream) ? stream.streamArn : undefined;
}
