import { randomUUID } from "node:crypto";
import type { ContactCenter } from "../../../config/configuration";
import type { LocalAws } from "../local-aws";
import type { Rehearsal } from "../rehearsal";
import type { StorageConfig } from "../stand-ins/connect-storage";
import { freshEvent } from "./fresh-event";
import { FlowError, RefusalsSince } from "./refusals";
import { waitFor } from "./wait";

/** A record that Connect writes to a stream, and the index that it becomes a document of. */
export interface RecordKind {
  readonly name: "contact record" | "agent event";
  /** Resource type of the instance's storage configuration. */
  readonly resourceType: "CONTACT_TRACE_RECORDS" | "AGENT_EVENTS";
  /** Name of the sample in AWS's documentation. */
  readonly sample: string;
  /** Member that identifies the record in the stored documents. */
  readonly idField: "ContactId" | "EventId";
}

export const RECORD_KINDS = [
  {
    name: "contact record",
    resourceType: "CONTACT_TRACE_RECORDS",
    sample: "contact-record.inbound",
    idField: "ContactId",
  },
  {
    name: "agent event",
    resourceType: "AGENT_EVENTS",
    sample: "agent-event.heart-beat",
    idField: "EventId",
  },
] as const satisfies readonly RecordKind[];

interface Found {
  readonly hits?: { readonly hits: readonly { readonly _index: string }[] };
}

const ARRIVAL_MS = 30_000;

/**
 * Puts a new record of the kind where the applied storage configuration leads, as Connect does, and waits for its
 * document.
 * @returns milliseconds until the document could be found
 * @throws {FlowError}
 * @throws if an index of another kind or contact center of the installation has the document, too
 */
export async function deliverRecord(
  rehearsal: Rehearsal,
  kind: RecordKind,
  patienceMs = ARRIVAL_MS,
): Promise<number> {
  const { aws, contactCenter } = rehearsal;
  const index = indexOf(rehearsal, kind);
  const refusals = new RefusalsSince(aws);
  const id = randomUUID();
  const sample = freshEvent(kind.sample, aws.instanceOf(contactCenter).arn);
  const started = Date.now();
  await putRecord(rehearsal, kind, JSON.stringify({ ...sample, [kind.idField]: id }));
  const arrived = await waitFor(
    patienceMs,
    refusals,
    async () => (await indicesWith(rehearsal, `${index}*`, kind, id)).length > 0,
  );
  if (!arrived) throw new FlowError(`A document of the ${kind.name} in ${index}*`, refusals);
  const milliseconds = Date.now() - started;
  const all = await indicesWith(rehearsal, `${rehearsal.configuration.name}-*`, kind, id);
  const others = all.filter((found) => !found.startsWith(index));
  if (others.length > 0) throw new Error(`The ${kind.name} is in ${others.join(", ")}, too.`);
  return milliseconds;
}

/** Puts a record where the applied storage configuration of the kind leads: a Kinesis stream or a delivery stream. */
export async function putRecord(
  { aws, contactCenter }: Rehearsal,
  kind: RecordKind,
  data: string,
): Promise<void> {
  const { KinesisFirehoseConfig } = storageOf(aws, contactCenter, kind);
  if (KinesisFirehoseConfig) {
    aws.delivery.put(KinesisFirehoseConfig.FirehoseArn, data);
    return;
  }
  const streamArn = streamOf(aws, contactCenter, kind);
  await aws.administrator.inAccountOf(streamArn).json("kinesis", "Kinesis_20131202.PutRecord", {
    StreamARN: streamArn,
    PartitionKey: "rehearsal",
    Data: Buffer.from(data).toString("base64"),
  });
}

/** ARN of the stream that the applied storage configuration of the kind names. */
export function streamOf(aws: LocalAws, contactCenter: ContactCenter, kind: RecordKind): string {
  const { KinesisStreamConfig } = storageOf(aws, contactCenter, kind);
  if (KinesisStreamConfig) return KinesisStreamConfig.StreamArn;
  throw new Error(`The ${kind.name}s of ${contactCenter.alias} go to no Kinesis stream.`);
}

function storageOf(
  aws: LocalAws,
  contactCenter: ContactCenter,
  { resourceType }: RecordKind,
): StorageConfig {
  const { id } = aws.instanceOf(contactCenter);
  const config = aws.amended.connectStorage.configOf(id, resourceType);
  if (config) return config;
  throw new Error(`The instance has no storage configuration of type ${resourceType}.`);
}

/** Begin of the names of the kind's indices. */
export function indexOf({ contactCenter: { names } }: Rehearsal, { name }: RecordKind): string {
  return name === "contact record" ? names.contactRecordIndex : names.agentEventIndex;
}

/**
 * Names of the indices that have a document of the record. An index that is just being created cannot be searched yet.
 * Not by `_id`: that of a heartbeat is of its agent and hour.
 */
async function indicesWith(
  { aws, domain }: Rehearsal,
  indices: string,
  { idField }: RecordKind,
  id: string,
): Promise<readonly string[]> {
  const { openSearch } = aws.domain(domain);
  await openSearch.send("POST", `${indices}/_refresh`);
  const query = { term: { [idField]: id } };
  const { body } = await openSearch.send<Found>("POST", `${indices}/_search`, { query });
  return (body.hits?.hits ?? []).map(({ _index }) => _index);
}
