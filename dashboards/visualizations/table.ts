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
  /**
   * One of the metrics: Dashboards sorts the rows by it, from the lowest, rows without it last. For metrics that a
   * search cannot order by. @default the order of the search
   */
  readonly sortBy?: Metric<K>;
  /** A last line with the sum of every column; only right for counts. @default false */
  readonly total?: boolean;
}

/** Rows and columns; exported as CSV with one click. */
export function table<K extends EventKind>(props: TableProps<K>): SavedObject<"visualization"> {
  const { metrics, rows, sortBy, total = false } = props;
  const state = {
    type: "table",
    params: {
      perPage: ROWS_PER_PAGE,
      showPartialRows: false,
      showMetricsAtAllLevels: false,
      showTotal: total,
      totalFunc: "sum",
      percentageCol: "",
    },
    aggs: aggregationStates(
      metrics,
      rows.map((bucket) => ({ bucket, schema: "bucket" as const })),
    ),
  };
  if (sortBy === undefined) return searchingVisualization(props, state);
  const colIndex = rows.length + metrics.indexOf(sortBy);
  return searchingVisualization(props, state, {
    vis: { sortColumn: { colIndex, direction: "asc" } },
  });
}
