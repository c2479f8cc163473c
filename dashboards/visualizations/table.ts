import type { EventKind } from "../../fields";
import type { SavedObject } from "../objects/saved-object";
import { aggregationStates, type Bucket, type Metric } from "./aggregations";
import { searchingVisualization, type SearchingProps } from "./visualization";

/** A month of days fits on one page. */
const ROWS_PER_PAGE = 31;

export interface TableProps<K extends EventKind> extends SearchingProps<K> {
  readonly metrics: readonly Metric<K>[];
  /** One row for each combination. */
  readonly rows: readonly Bucket<K>[];
  /** A last line with the sum of every column; only right for counts. */
  readonly total?: boolean;
}

/** Rows and columns; exported as CSV with one click. */
export function table<K extends EventKind>(props: TableProps<K>): SavedObject<"visualization"> {
  return searchingVisualization(props, {
    type: "table",
    params: {
      perPage: ROWS_PER_PAGE,
      showPartialRows: false,
      showMetricsAtAllLevels: false,
      showTotal: props.total ?? false,
      totalFunc: "sum",
      percentageCol: "",
    },
    aggs: aggregationStates(
      props.metrics,
      props.rows.map((bucket) => ({ bucket, schema: "bucket" as const })),
    ),
  });
}
