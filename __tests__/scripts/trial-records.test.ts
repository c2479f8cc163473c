import { trialCall, trialRecords } from "../../scripts/lib/trial-records";
import { configured } from "../../workbench/testing/configured";

interface Input {
  readonly Records: readonly { readonly Data: string; readonly PartitionKey?: string }[];
}

const NOW = Date.UTC(2026, 10, 27);

function contents(input: unknown): unknown[] {
  return (input as Input).Records.map(({ Data }): unknown =>
    JSON.parse(Buffer.from(Data, "base64").toString()),
  );
}

describe("records of a trial", () => {
  it("go to the stream, in their order, in one shard", () => {
    const { center } = configured({ alias: "support" });
    const records = trialRecords(center, NOW);
    const { command, input } = trialCall(center, records);

    expect(command).toBe("kinesis put-records");
    expect(input).toMatchObject({ StreamName: "switchboard-support-contact-records" });
    expect(contents(input)).toEqual(records.map(({ record }) => record));
    expect(new Set((input as Input).Records.map(({ PartitionKey }) => PartitionKey)).size).toBe(1);
  });

  it("go to the delivery stream where Connect writes to it itself", () => {
    const { center } = configured({ alias: "support", contactRecords: { through: "firehose" } });
    const { command, input } = trialCall(center, trialRecords(center, NOW));

    expect(command).toBe("firehose put-record-batch");
    expect(input).toMatchObject({ DeliveryStreamName: "switchboard-support-contact-records" });
    expect(contents(input)).toHaveLength(5);
  });

  it("drop none where one index is kept for ever", () => {
    const { center } = configured({ alias: "support", contactRecords: { rotation: "none" } });

    expect(trialRecords(center, NOW).map(({ fate }) => fate)).toEqual([
      "stored",
      "superseded",
      "refused",
      "stored",
    ]);
  });

  it("have ids of their own in every trial", () => {
    const { center } = configured({ alias: "support" });
    const ids = [NOW, NOW + 1].map((now) =>
      trialRecords(center, now).map(({ record }) => record["ContactId"]),
    );

    expect(ids[0]?.filter((id) => ids[1]?.includes(id))).toEqual([]);
  });
});
