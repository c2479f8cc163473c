import type { Rehearsal } from "../rehearsal";
import { FlowError, RefusalsSince } from "./refusals";
import { putRecord, RECORD_KINDS } from "./record-flow";
import { waitFor } from "./wait";

const ARRIVAL_MS = 30_000;

/**
 * Puts a record that OpenSearch cannot read on the stream of contact records and waits for it in the backup bucket.
 * @throws {FlowError}
 */
export async function backUpRecord(rehearsal: Rehearsal, patienceMs = ARRIVAL_MS): Promise<string> {
  const { aws, contactCenter } = rehearsal;
  const [kind] = RECORD_KINDS;
  if (!kind) throw new Error("There is no kind of records.");
  const refusals = new RefusalsSince(aws);
  const bucket = contactCenter.names.backupBucket;
  const before = await objectsIn(rehearsal, bucket);
  await putRecord(rehearsal, kind, "not JSON");
  const arrived = await waitFor(
    patienceMs,
    refusals,
    async () => (await objectsIn(rehearsal, bucket)).length > before.length,
  );
  if (!arrived) throw new FlowError(`An object in ${bucket}`, refusals);
  return (await objectsIn(rehearsal, bucket)).find((key) => !before.includes(key)) ?? "";
}

async function objectsIn(
  { aws, contactCenter }: Rehearsal,
  bucket: string,
): Promise<readonly string[]> {
  const { status, text } = await aws.administrator
    .in(contactCenter.account)
    .send("s3", "GET", `/${bucket}?list-type=2`, "", {
      // The bucket's policy denies what does not come by TLS.
      "x-forwarded-proto": "https",
    });
  if (status !== 200) throw new Error(`${bucket} cannot be listed: ${status} ${text}`);
  return [...text.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = ""]) => key).sort();
}
