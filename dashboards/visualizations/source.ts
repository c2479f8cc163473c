import type { BooleanField, EventKind, FieldName, KeywordField } from "../../fields";
import type { Reference } from "../objects/saved-object";

/** Where a visualization reads: an index pattern, and what its documents are. */
export interface Source<K extends EventKind = EventKind> {
  readonly kind: K;
  readonly indexPatternId: string;
}

/** A source for specifications of Vega, which search by the title of the index pattern. */
export interface TitledSource<K extends EventKind = EventKind> extends Source<K> {
  /** Title of the index pattern: the indices, as patterns joined by commas. */
  readonly title: string;
}

/** A condition that belongs to the visualization itself. */
export type Filter<K extends EventKind> =
  | { readonly field: BooleanField<K>; readonly is: boolean }
  | { readonly field: KeywordField<K>; readonly is: string }
  | { readonly field: KeywordField<K>; readonly oneOf: readonly string[] }
  | { readonly field: FieldName<K>; readonly exists: true };

const META = "kibanaSavedObjectMeta.searchSourceJSON";
const INDEX_REFERENCE = `${META}.index`;

/** The `searchSourceJSON` of a visualization, with the references that it names. */
export function searchSource<K extends EventKind>(
  source: Source<K>,
  filters: readonly Filter<K>[],
): { readonly json: string; readonly references: readonly Reference[] } {
  const names = filters.map((_, n) => `${META}.filter[${n}].meta.index`);
  const references = [INDEX_REFERENCE, ...names].map((name): Reference => ({
    name,
    type: "index-pattern",
    id: source.indexPatternId,
  }));
  return {
    json: JSON.stringify({
      // An empty query in DQL; what a panel counts is said by filters, which need no parsing.
      query: { query: "", language: "kuery" },
      filter: filters.map((filter, n) => filterJson(filter, names[n] ?? "")),
      indexRefName: INDEX_REFERENCE,
    }),
    references,
  };
}

/** A filter whatever the kind, once its field has been checked. */
type AnyFilter = { readonly field: string } & (
  | { readonly is: string | boolean }
  | { readonly oneOf: readonly string[] }
  | { readonly exists: true }
);

function filterJson(filter: AnyFilter, indexRefName: string) {
  const { field } = filter;
  const meta = { alias: null, disabled: false, key: field, negate: false, indexRefName };
  const $state = { store: "appState" };
  if ("exists" in filter) {
    return { $state, meta: { ...meta, type: "exists", value: "exists" }, exists: { field } };
  }
  if ("oneOf" in filter) {
    const should = filter.oneOf.map((value) => ({ match_phrase: { [field]: value } }));
    return {
      $state,
      meta: { ...meta, type: "phrases", params: filter.oneOf, value: filter.oneOf.join(", ") },
      query: { bool: { should, minimum_should_match: 1 } },
    };
  }
  return {
    $state,
    meta: { ...meta, type: "phrase", params: { query: filter.is } },
    query: { match_phrase: { [field]: filter.is } },
  };
}
