import type { SavedObject } from "../../objects/saved-object";
import type { ShareBarsSpec, VisState } from "../../visualizations/index";
import { UnsupportedVisualizationError, type Json } from "./context";
import type { Column, PanelData, SearchResponse } from "./read";

/** The specification of a visualization of Vega-Lite; undefined: the visualization has another type. */
export function shareBarsSpec({
  attributes,
}: SavedObject<"visualization">): ShareBarsSpec | undefined {
  const { params, type } = JSON.parse(attributes.visState) as VisState;
  if (type !== "vega") return undefined;
  const text = params["spec"];
  const spec = JSON.parse(typeof text === "string" ? text : "{}") as Partial<ShareBarsSpec>;
  if (!spec.usermeta || !spec.data) {
    throw new UnsupportedVisualizationError("a specification of Vega-Lite", ["shareBars"]);
  }
  return { usermeta: spec.usermeta, data: spec.data };
}

/**
 * The body that Dashboards sends: that of the specification, with the filters of the dashboard as the query, and the
 * time range among what must match.
 * @see https://github.com/opensearch-project/OpenSearch-Dashboards/blob/2.19/src/plugins/vis_type_vega/public/data_model/opensearch_query_parser.ts
 */
export function shareBarsBody(
  { data }: ShareBarsSpec,
  filters: Readonly<{ filter: readonly Json[]; must_not: readonly Json[] }>,
  range: readonly Json[],
): Json {
  return {
    ...data.url.body,
    query: { bool: { must: range, should: [], ...filters } },
  };
}

export function shareBarsColumns({ usermeta }: ShareBarsSpec): readonly Column[] {
  return usermeta.columns.map(({ field, label }, n) => {
    if (n === 0) return { kind: "bucket", label, isName: true };
    return { kind: "metric", label, ...(field === undefined ? { isShare: true } : { field }) };
  });
}

interface Bar {
  readonly key: string | readonly string[];
  readonly part: { readonly value: number };
  readonly whole: { readonly value: number };
  readonly newest: {
    readonly buckets: readonly {
      readonly open: { readonly part: { readonly value: number } };
    }[];
  };
}

/** As the transformations of the specification compute them: the largest shares first. */
export function readShareBars(spec: ShareBarsSpec, { aggregations }: SearchResponse): PanelData {
  const bars = (aggregations?.["bars"]?.buckets ?? []) as unknown as readonly Bar[];
  const rows = bars
    .filter(({ whole }) => whole.value > 0)
    .map(({ key, newest, part: all, whole }) => {
      const part = all.value - (newest.buckets[0]?.open.part.value ?? 0);
      const name = typeof key === "string" ? key : key.join(": ");
      return { name, share: part / whole.value, part, rest: whole.value - part };
    })
    .toSorted((one, other) => other.share - one.share || (one.name < other.name ? -1 : 1))
    .slice(0, spec.usermeta.drawn)
    .map(({ name, share, part, rest }) => [name, share, part, rest]);
  return { columns: shareBarsColumns(spec), rows };
}
