import { DAY_MS } from "../../aws/index-rotation";
import type { ContactCenter } from "../../config/configuration";

/** What becomes of a record in a domain. */
export type Fate = "stored" | "superseded" | "dropped" | "refused";

export interface TrialRecord {
  readonly fate: Fate;
  readonly record: Readonly<Record<string, unknown>>;
}

const MINUTE_MS = 60_000;

/** Retention counts from the end of the index's period, of which a month is the longest. */
const LONGEST_PERIOD_DAYS = 31;

/**
 * Contact records that meet every answer of the domain in one batch: after the first live apply they
 * show how Firehose treats each, and that what stands behind a refused record is delivered all the same.
 * @param now - milliseconds since 1970; makes the ids of this trial its own.
 */
export function trialRecords(
  { contactRecords }: Pick<ContactCenter, "contactRecords">,
  now: number,
): readonly TrialRecord[] {
  const before = (milliseconds: number): string => new Date(now - milliseconds).toISOString();
  const record = (name: string, changes: Readonly<Record<string, unknown>> = {}) => ({
    ContactId: `trial-${now}-${name}`,
    InitiationTimestamp: before(30 * MINUTE_MS),
    LastUpdateTimestamp: before(10 * MINUTE_MS),
    InitiationMethod: "INBOUND",
    Channel: "VOICE",
    Agent: null,
    Queue: null,
    Attributes: {},
    ...changes,
  });
  const expired = before((contactRecords.retentionDays + LONGEST_PERIOD_DAYS + 1) * DAY_MS);
  return [
    { fate: "stored", record: record("first") },
    {
      fate: "superseded",
      record: record("first", { LastUpdateTimestamp: before(20 * MINUTE_MS) }),
    },
    // One index for ever: nothing comes too late for it.
    ...(contactRecords.rotation === "none"
      ? []
      : [
          {
            fate: "dropped",
            record: record("expired", {
              InitiationTimestamp: expired,
              LastUpdateTimestamp: expired,
            }),
          } as const,
        ]),
    { fate: "refused", record: record("refused", { InitiationTimestamp: "yesterday" }) },
    { fate: "stored", record: record("last") },
  ];
}

/** One call of the AWS command line that sends them all, in their order. */
export interface TrialCall {
  readonly command: string;
  /** For `--cli-input-json`. */
  readonly input: unknown;
}

export function trialCall(center: ContactCenter, records: readonly TrialRecord[]): TrialCall {
  const data = records.map(({ record }) => `${JSON.stringify(record)}\n`);
  const Records = data.map((text) => ({ Data: Buffer.from(text).toString("base64") }));
  if (center.contactRecords.through !== "stream") {
    return {
      command: "firehose put-record-batch",
      input: { DeliveryStreamName: center.names.contactRecordDelivery, Records },
    };
  }
  return {
    command: "kinesis put-records",
    input: {
      StreamName: center.names.contactRecordStream,
      // One key, one shard: they stay in their order.
      Records: Records.map((record) => ({ ...record, PartitionKey: "trial" })),
    },
  };
}
