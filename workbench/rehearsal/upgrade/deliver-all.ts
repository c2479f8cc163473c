import { FlowError, RefusalsSince } from "../flows/refusals";
import { indexOf, type RecordKind, streamOf } from "../flows/record-flow";
import { waitFor } from "../flows/wait";
import type { Rehearsal } from "../rehearsal";

/** Most records of one PutRecords request. */
const BATCH = 500;
const ARRIVAL_MS = 60_000;

/**
 * Puts records of the kind on the stream that the applied storage configuration names, as Connect does, and waits until
 * each id has a document.
 * @returns how many documents the records have become: the copies of a contact become one
 * @throws {FlowError}
 */
export async function deliverAll(
  rehearsal: Rehearsal,
  kind: RecordKind,
  records: readonly object[],
): Promise<number> {
  const { aws, contactCenter, domain } = rehearsal;
  const idOf = (record: object): string =>
    String((record as Readonly<Record<string, unknown>>)[kind.idField]);
  const refusals = new RefusalsSince(aws);
  for (let begin = 0; begin < records.length; begin += BATCH) {
    const answer = await aws.administrator.json<{ readonly FailedRecordCount: number }>(
      "kinesis",
      "Kinesis_20131202.PutRecords",
      {
        StreamARN: streamOf(aws, contactCenter, kind),
        Records: records.slice(begin, begin + BATCH).map((record) => ({
          PartitionKey: idOf(record),
          Data: Buffer.from(JSON.stringify(record)).toString("base64"),
        })),
      },
    );
    if (answer.FailedRecordCount > 0) throw new Error(`PutRecords: ${JSON.stringify(answer)}`);
  }
  const ids = new Set(records.map(idOf));
  const indices = `${indexOf(rehearsal, kind)}*`;
  const arrived = await waitFor(ARRIVAL_MS, refusals, async () => {
    const { openSearch } = aws.domain(domain);
    await openSearch.send("POST", `${indices}/_refresh`);
    return (await openSearch.count(indices)) === ids.size;
  });
  if (!arrived)
    throw new FlowError(`${ids.size} documents of ${kind.name}s in ${indices}`, refusals);
  return ids.size;
}
