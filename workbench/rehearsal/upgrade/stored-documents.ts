import { indexOf, RECORD_KINDS } from "../flows/record-flow";
import type { Rehearsal } from "../rehearsal";

/** Most documents of one search (`index.max_result_window`). */
const MOST_DOCUMENTS = 10_000;

interface Hits {
  readonly hits: {
    readonly hits: readonly {
      readonly _index: string;
      readonly _id: string;
      readonly _source: unknown;
    }[];
  };
}

/** The source of every document of the records and events, by index and id. */
export async function storedDocuments(
  rehearsal: Rehearsal,
): Promise<Readonly<Record<string, unknown>>> {
  const { openSearch } = rehearsal.aws.domain(rehearsal.domain);
  const indices = RECORD_KINDS.map((kind) => `${indexOf(rehearsal, kind)}*`).join(",");
  await openSearch.refresh(indices);
  const { hits } = await openSearch.post<Hits>(`${indices}/_search`, { size: MOST_DOCUMENTS });
  if (hits.hits.length === MOST_DOCUMENTS) throw new Error(`${indices} has too many documents.`);
  return Object.fromEntries(
    hits.hits.map(({ _id, _index, _source }) => [`${_index}/${_id}`, _source]),
  );
}
