import type { SavedObject } from "../../objects/saved-object";
import type { AggregationState, WrittenAs } from "../../visualizations/index";
import { isBucket } from "./aggregations";
import { parseVisualization } from "./saved";
import { readVega, vegaColumns, vegaSpec } from "./vega";

/** What a panel shows, before formatting: a row for each combination of buckets; without, one row. */
export interface PanelData {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Column {
  readonly kind: "bucket" | "metric";
  readonly label: string;
  /** The field whose format applies; absent for counts. */
  readonly field?: string;
  /** What is written for documents without the field, where they have a row. */
  readonly missing?: string;
  /** How a number without a field is written. */
  readonly written?: WrittenAs;
  /** Text that is written as it is. */
  readonly isName?: true;
}

/** null: there is nothing to compute the number from. */
export type Cell = number | string | null;

/** The parts of a search response that are read. */
export interface SearchResponse {
  readonly hits: { readonly total: { readonly value: number } | number };
  readonly aggregations?: Readonly<Record<string, AggregationResult>>;
}

interface AggregationResult {
  readonly buckets?: readonly BucketResult[];
  readonly value?: number | null;
  readonly values?: readonly { readonly key: number; readonly value: number | null }[];
  readonly hits?: {
    readonly hits: readonly { readonly fields?: Readonly<Record<string, readonly unknown[]>> }[];
  };
}

type BucketResult = { readonly key: string | number; readonly doc_count: number } & Readonly<
  Record<string, unknown>
>;

/** Results at one level: how many documents, and the aggregations. */
interface Level {
  readonly count: number;
  readonly results: Readonly<Record<string, AggregationResult>>;
}

/** Reads the response to a visualization's request as the visualization would show it. */
export function readPanel(
  visualization: SavedObject<"visualization">,
  response: SearchResponse,
): PanelData {
  const vega = vegaSpec(visualization);
  if (vega) return readVega(vega, response);
  const { aggs, sortColumn } = parseVisualization(visualization);
  const buckets = aggs.filter(isBucket);
  const metrics = aggs.filter((agg) => !isBucket(agg));
  const { total } = response.hits;
  const top: Level = {
    count: typeof total === "number" ? total : total.value,
    results: response.aggregations ?? {},
  };
  const rows = rowsOf(top, buckets, metrics);
  return {
    columns: panelColumns(visualization),
    rows: sortColumn === undefined ? rows : rows.toSorted(byColumn(sortColumn)),
  };
}

/** As Dashboards sorts: rows with one value stay in their order, those without a value come last. */
function byColumn(column: number) {
  return (one: readonly Cell[], other: readonly Cell[]): number => {
    const [a = null, b = null] = [one[column], other[column]];
    if (a === b) return 0;
    if (a === null || b === null) return a === null ? 1 : -1;
    return a < b ? -1 : 1;
  };
}

/** The columns of what is read, whatever the response. */
export function panelColumns(visualization: SavedObject<"visualization">): readonly Column[] {
  const vega = vegaSpec(visualization);
  if (vega) return vegaColumns(vega);
  const { aggs } = parseVisualization(visualization);
  return [
    ...aggs.filter(isBucket).map(bucketColumn),
    ...aggs.filter((agg) => !isBucket(agg)).flatMap(metricColumns),
  ];
}

/** The one number of a panel that shows one number. */
export function readNumber(
  visualization: SavedObject<"visualization">,
  response: SearchResponse,
): number | null {
  return onlyNumber(visualization, readPanel(visualization, response));
}

/** The same, of a panel that is read. */
export function onlyNumber(
  { id }: SavedObject<"visualization">,
  { rows }: PanelData,
): number | null {
  const [row] = rows;
  if (rows.length !== 1 || row?.length !== 1 || typeof row[0] === "string") {
    throw new Error(`${id} shows ${rows.length} rows, not one number.`);
  }
  return row[0] ?? null;
}

function rowsOf(
  level: Level,
  [bucket, ...inner]: readonly AggregationState[],
  metrics: readonly AggregationState[],
): readonly (readonly Cell[])[] {
  if (!bucket) return [metrics.flatMap((metric) => valuesOf(metric, level))];
  const found = level.results[bucket.id]?.buckets ?? [];
  return found.flatMap(({ key, doc_count: count, ...results }) =>
    rowsOf({ count, results: results as Level["results"] }, inner, metrics).map((row) => [
      key,
      ...row,
    ]),
  );
}

function valuesOf(metric: AggregationState, { count, results }: Level): readonly Cell[] {
  if (metric.type === "count") return [count];
  const result = results[metric.id];
  if (metric.type === "percentiles") return (result?.values ?? []).map(({ value }) => value);
  if (metric.type === "top_hits") {
    const value = result?.hits?.hits[0]?.fields?.[String(metric.params["field"])]?.[0];
    return [typeof value === "string" || typeof value === "number" ? value : null];
  }
  return [result?.value ?? null];
}

function bucketColumn(agg: AggregationState): Column {
  const { missingBucket, missingBucketLabel } = agg.params;
  return {
    kind: "bucket",
    ...labelled(agg),
    ...(missingBucket === true && { missing: String(missingBucketLabel) }),
  };
}

function metricColumns(metric: AggregationState): readonly Column[] {
  const column: Column = { kind: "metric", ...labelled(metric) };
  if (metric.type !== "percentiles") return [column];
  const percents = metric.params["percents"] as readonly number[];
  return percents.map((percent) => ({ ...column, label: `${column.label} (${percent} %)` }));
}

/** A count of values has no unit of its field. */
function labelled({ type, params }: AggregationState): Pick<Column, "label" | "field"> {
  const label = String(params["customLabel"]);
  const keepsFormat = type !== "count" && type !== "cardinality";
  return keepsFormat ? { label, field: String(params["field"]) } : { label };
}
