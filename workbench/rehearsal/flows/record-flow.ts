import { randomUUID } from "node:crypto";
import type { LocalAws } from "../local-aws";
import type { Rehearsal } from "../rehearsal";
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
  /** Member that becomes the document's id. */
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

const ARRIVAL_MS = 30_000;

/**
 * Puts a new record of the kind on the stream that the applied storage configuration names, as Connect does, and
 * waits for its document.
 * @returns milliseconds until the document could be found
 * @throws {FlowError}
 */
export async function deliverRecord(
  rehearsal: Rehearsal,
  kind: RecordKind,
  patienceMs = ARRIVAL_MS,
): Promise<number> {
  const { aws, contactCenter } = rehearsal;
  const indices = `${indexOf(rehearsal, kind)}*`;
  const refusals = new RefusalsSince(aws);
  const { instance } = contactCenter;
  const id = randomUUID();
  const sample = freshEvent(kind.sample, instance.kind === "adopted" ? instance.arn : "");
  const started = Date.now();
  await putOnStream(rehearsal, kind, JSON.stringify({ ...sample, [kind.idField]: id }));
  const arrived = await waitFor(patienceMs, refusals, () => isIn(rehearsal, indices, id));
  if (!arrived) throw new FlowError(`A document of the ${kind.name} in ${indices}`, refusals);
  return Date.now() - started;
}

/** Puts data on the stream that the applied storage configuration of the kind names. */
export async function putOnStream(
  { aws }: Rehearsal,
  kind: RecordKind,
  data: string,
): Promise<void> {
  const streamArn = streamOf(aws, kind);
  await aws.administrator.inAccountOf(streamArn).json("kinesis", "Kinesis_20131202.PutRecord", {
    StreamARN: streamArn,
    PartitionKey: "rehearsal",
    Data: Buffer.from(data).toString("base64"),
  });
}

/** ARN of the stream that the applied storage configuration of the kind names. */
export function streamOf({ amended }: LocalAws, { resourceType }: RecordKind): string {
  const streamArn = amended.connectStorage.streamOf(resourceType);
  if (streamArn !== undefined) return streamArn;
  throw new Error(`The instance has no storage configuration of type ${resourceType}.`);
}

/** Begin of the names of the kind's indices. */
export function indexOf({ contactCenter: { names } }: Rehearsal, { name }: RecordKind): string {
  return name === "contact record" ? names.contactRecordIndex : names.agentEventIndex;
}

/** An index that is just being created cannot be searched yet. */
async function isIn({ aws }: Rehearsal, indices: string, id: string): Promise<boolean> {
  await aws.openSearch.send("POST", `${indices}/_refresh`);
  const query = { ids: { values: [id] } };
  const path = `${indices}/_count`;
  const { body } = await aws.openSearch.send<{ readonly count?: number }>("POST", path, { query });
  return (body.count ?? 0) > 0;
}
