import type { BigNumbersMeta } from "../../visualizations/index";
import type { Cell, Column, PanelData, SearchResponse } from "./read";

export function bigNumbersColumns({ numbers }: BigNumbersMeta): readonly Column[] {
  return numbers.map(({ label, written }) => ({ kind: "metric", label, written }));
}

interface Counted {
  readonly buckets: readonly {
    readonly newest: { readonly buckets: readonly { readonly key: number }[] };
  }[];
}

interface Computed {
  readonly value: { readonly value: number | null };
}

/** One row, as the transformations of the specification compute it. */
export function readBigNumbers(
  meta: BigNumbersMeta,
  { aggregations = {} }: SearchResponse,
): PanelData {
  const row = meta.numbers.map(({ aggregation, ranks }): Cell => {
    // Without an index, such as before the first record, an answer has no aggregations.
    const answer = aggregations[aggregation] as unknown;
    if (!ranks) return (answer as Computed | undefined)?.value.value ?? null;
    const counted = (answer as Counted | undefined)?.buckets ?? [];
    const newest = counted.flatMap(({ newest: { buckets } }) => buckets);
    return newest.filter(({ key }) => ranks.includes(key)).length;
  });
  return { columns: bigNumbersColumns(meta), rows: [row] };
}
