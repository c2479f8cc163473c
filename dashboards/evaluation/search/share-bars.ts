import type { ShareBarsMeta } from "../../visualizations/index";
import type { Column, PanelData, SearchResponse } from "./read";

export function shareBarsColumns({ columns }: ShareBarsMeta): readonly Column[] {
  return columns.map(({ field, label }, n) => {
    if (n === 0) return { kind: "bucket", label, isName: true };
    return { kind: "metric", label, ...(field === undefined ? { written: "percent" } : { field }) };
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
export function readShareBars(meta: ShareBarsMeta, { aggregations }: SearchResponse): PanelData {
  const bars = (aggregations?.["bars"]?.buckets ?? []) as unknown as readonly Bar[];
  const rows = bars
    .filter(({ whole }) => whole.value > 0)
    .map(({ key, newest, part: all, whole }) => {
      const part = all.value - (newest.buckets[0]?.open.part.value ?? 0);
      const name = typeof key === "string" ? key : key.join(": ");
      return { name, share: part / whole.value, part, rest: whole.value - part };
    })
    .toSorted((one, other) => other.share - one.share || (one.name < other.name ? -1 : 1))
    .slice(0, meta.drawn)
    .map(({ name, share, part, rest }) => [name, share, part, rest]);
  return { columns: shareBarsColumns(meta), rows };
}
