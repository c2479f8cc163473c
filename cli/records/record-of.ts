import { contactOfRow } from "./data-lake";
import type { DeliverySource } from "../../modules/opensearch-content/content/index-specs";

/** A record as Connect wrote it; of a row of the data lake, in the same shape. */
export interface FoundRecord {
  /** Contact record or agent event. Absent: only its index is given. */
  readonly kind?: DeliverySource;
  /** The index that Firehose named, if the file has it; the default pipeline of its name decides where the record goes. */
  readonly index?: string;
  /** The record, byte for byte; of a row of the data lake, the contact record that it becomes. */
  readonly text: string;
  /** Id of the Connect instance, if the record has it. */
  readonly instanceId?: string;
  /** When the contact or the event began, in milliseconds since 1970. Absent: the record has no valid time. */
  readonly time?: number;
}

type Json = Readonly<Record<string, unknown>>;

export const NO_RECORD =
  "no contact record (ContactId), agent event (EventId, EventType), failed document (rawData) or data lake row (data_lake_table)";

/**
 * The record in a JSON object: a contact record, an agent event, a document that Firehose could not deliver
 * (its record in base64), a record that an earlier replay wrote as refused, or a row of the query of docs/data-lake.md.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/basic-deliver.html
 * @returns a text: the reason why there is none
 */
export function recordOf(text: string): FoundRecord | string {
  const object = parsed(text);
  if (object === undefined) return "not a JSON object";
  const plain = described(object);
  if (plain) return { ...plain, text };
  const { esIndexName, index, rawData, text: refused } = object;
  if (typeof rawData === "string") {
    const record = Buffer.from(rawData, "base64").toString("utf8").trim();
    const inner = describedText(record);
    if (typeof esIndexName === "string") return { ...inner, index: esIndexName, text: record };
    return inner ? { ...inner, text: record } : `rawData is ${NO_RECORD}`;
  }
  if (typeof refused === "string" && typeof index === "string") {
    return { ...describedText(refused), index, text: refused };
  }
  return ofDataLake(object);
}

function ofDataLake(row: Json): FoundRecord | string {
  const contact = contactOfRow(row);
  if (contact === undefined) return NO_RECORD;
  if (typeof contact === "string") return contact;
  const { instanceId, record } = contact;
  const text = JSON.stringify(record);
  return { ...described(record), ...(instanceId !== undefined && { instanceId }), text };
}

/** Whether a line is a record on its own. */
export function isRecord(line: string): boolean {
  return typeof recordOf(line) !== "string";
}

function describedText(text: string): Omit<FoundRecord, "text"> | undefined {
  const object = parsed(text);
  return object && described(object);
}

function described(object: Json): Omit<FoundRecord, "text"> | undefined {
  const { ContactId, EventId, EventTimestamp, EventType, InitiationTimestamp } = object;
  if (typeof ContactId === "string") {
    return { kind: "contact-record", ...timeOf(InitiationTimestamp), ...instanceOf(object) };
  }
  if (typeof EventId === "string" && typeof EventType === "string") {
    return { kind: "agent-event", ...timeOf(EventTimestamp), ...instanceOf(object) };
  }
  return undefined;
}

function timeOf(value: unknown): Pick<FoundRecord, "time"> {
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? {} : { time };
}

/** `arn:aws:connect:eu-central-1:111122223333:instance/<id>` */
function instanceOf({ InstanceARN }: Json): Pick<FoundRecord, "instanceId"> {
  const id = typeof InstanceARN === "string" ? InstanceARN.split("/")[1] : undefined;
  return id === undefined ? {} : { instanceId: id };
}

function parsed(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Json)
      : undefined;
  } catch {
    return undefined;
  }
}
