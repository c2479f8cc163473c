import type { CellFormat } from "./format";
import type { Cell, PanelData } from "./search";
import type { Schema } from "../visualizations/aggregations";
import type { VisState } from "../visualizations/index";

/** A panel's rows as a chart needs them: places along the axis, and a series for each color. */
export interface ChartData {
  readonly axis: {
    readonly title: string;
    /** Places are moments, not names. */
    readonly isTime: boolean;
    readonly places: readonly Place[];
  };
  readonly series: readonly Series[];
}

export interface Place {
  readonly key: string | number;
  readonly text: string;
}

export interface Series {
  readonly name: string;
  /** A value for each place; null where there is none. */
  readonly values: readonly (number | null)[];
  readonly format: CellFormat;
}

/** Buckets stand in front, in the order of their aggregations. */
export function chartData(
  vis: VisState,
  data: PanelData,
  formats: readonly CellFormat[],
): ChartData {
  const buckets = vis.aggs.filter(({ schema }) => schema !== "metric");
  const columnOf = (schema: Schema): number => buckets.findIndex((agg) => agg.schema === schema);
  const segment = columnOf("segment");
  const group = columnOf("group");
  const format = (column: number): CellFormat => formats[column] ?? String;

  const keys = [...new Set(data.rows.map((row) => row[segment] ?? ""))];
  const isTime = buckets[segment]?.type === "date_histogram";
  if (isTime) keys.sort((a, b) => Number(a) - Number(b));
  const places = keys.map((key) => ({ key, text: format(segment)(key) }));

  // By name, so that a queue keeps its color when another one becomes busier.
  const groups = group < 0 ? [null] : [...new Set(data.rows.map((row) => row[group] ?? ""))].sort();
  const metrics = data.columns.flatMap(({ kind }, column) => (kind === "metric" ? [column] : []));
  const series = groups.flatMap((name) =>
    metrics.map((column): Series => {
      const rows = name === null ? data.rows : data.rows.filter((row) => row[group] === name);
      const byKey = new Map(rows.map((row) => [row[segment] ?? "", row[column] ?? null]));
      return {
        name: seriesName(
          name === null ? undefined : format(group)(name),
          data.columns[column]?.label ?? "",
          metrics.length > 1,
        ),
        values: keys.map((key) => numberOf(byKey.get(key))),
        format: format(column),
      };
    }),
  );
  return { axis: { title: data.columns[segment]?.label ?? "", isTime, places }, series };
}

/** As Dashboards names it: the value, the metric, or both where there are several of both. */
function seriesName(group: string | undefined, metric: string, severalMetrics: boolean): string {
  if (group === undefined) return metric;
  return severalMetrics ? `${group}: ${metric}` : group;
}

function numberOf(cell: Cell | undefined): number | null {
  return typeof cell === "number" ? cell : null;
}
