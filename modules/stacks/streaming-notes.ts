import type { ContactCenter } from "../../config/configuration";
import { info, type Note } from "../shared/notes";
import { agentEventRoute, contactRecordRoute } from "./delivery-routes";
import { isAdoptedStream, sourceStreamOf } from "../firehose-delivery/delivery-route";
import type { DeliveryRoute } from "../firehose-delivery/delivery-route";

/** Streams and storage configurations of an adopted instance: which are created, which are adopted. */
export function streamingNotes(center: ContactCenter): readonly Note[] {
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
          info(
            `The adopted delivery stream ${contactRecords.deliveryStream.arn} delivers the contact records of ${alias}, and stays as it is. It must ` +
              `deliver to ${center.domain.arn} with the index name ${names.contactRecordIndex} and NO_DOCUMENT_ID, and write failed ` +
              "documents to a bucket of its own (docs/existing-streams.md).",
          ),
        ]
      : []),
  ];
}

function makes({ alias }: ContactCenter, instanceId: string, made: readonly string[]): Note {
  return info(
    `The first apply sets the storage configuration of ${made.join(" and ")} of the instance ${instanceId} (${alias}); an instance has one ` +
      "of each. If one exists, adopt or import it before, or its readers lose their records (docs/existing-streams.md).",
  );
}

function adoptedStreams(center: ContactCenter): readonly Note[] {
  return [contactRecordRoute(center), agentEventRoute(center)].flatMap((route) => {
    const arn = adoptedStreamArn(route);
    return arn === undefined
      ? []
      : [
          info(
            `${center.alias} reads the adopted stream ${arn}: neither the stream nor the storage configuration of the instance is created.`,
          ),
        ];
  });
}

function adoptedStreamArn(route: DeliveryRoute): string | undefined {
  const stream = sourceStreamOf(route);
  return stream && isAdoptedStream(stream) ? stream.streamArn : undefined;
}
