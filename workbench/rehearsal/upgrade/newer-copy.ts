import { FlowError, RefusalsSince } from "../flows/refusals";
import { indexOf, putRecord, type RecordKind } from "../flows/record-flow";
import { waitFor } from "../flows/wait";
import type { Rehearsal } from "../rehearsal";
import type { ContactRecord } from "../../simulator/shapes/contact-record";

interface Found {
  readonly hits: { readonly hits: readonly { readonly _source: Partial<ContactRecord> }[] };
}

const ARRIVAL_MS = 30_000;

/**
 * Puts a newer copy of a stored contact record on the stream, as Connect does when it updates a contact, and waits
 * until the copy has replaced the stored document.
 * @throws {FlowError}
 */
export async function replaceStored(
  rehearsal: Rehearsal,
  kind: RecordKind,
  record: ContactRecord,
): Promise<void> {
  const { aws, domain } = rehearsal;
  const indices = `${indexOf(rehearsal, kind)}*`;
  const refusals = new RefusalsSince(aws);
  const LastUpdateTimestamp = new Date().toISOString();
  await putRecord(rehearsal, kind, JSON.stringify({ ...record, LastUpdateTimestamp }));
  const query = { ids: { values: [record.ContactId] } };
  const arrived = await waitFor(ARRIVAL_MS, refusals, async () => {
    const { openSearch } = aws.domain(domain);
    await openSearch.refresh(indices);
    const { hits } = await openSearch.post<Found>(`${indices}/_search`, { query });
    const found = hits.hits.map(({ _source }) => _source.LastUpdateTimestamp);
    return found.length === 1 && found[0] === LastUpdateTimestamp;
  });
  if (!arrived) throw new FlowError(`One document of contact ${record.ContactId}`, refusals);
}
