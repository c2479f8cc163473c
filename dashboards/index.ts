/**
 * `switchboard/dashboards`: saved objects of OpenSearch Dashboards, typed. It works with documents of
 * any kind: declare the fields once, and a panel with an unknown field does not compile.
 *
 * @example
 * ```ts
 * import { dashboardObject, indexPatternObject, metric, toNdjson } from "switchboard/dashboards";
 * import { date, eventKind, integer } from "switchboard/fields";
 *
 * const order = eventKind({
 *   name: "order", title: "Order", plural: "Orders", description: "One order.", timeField: "At",
 *   fields: { At: date("Time of the order."), Cents: integer("Price in cents.") },
 * });
 * const indexPattern = indexPatternObject({ id: "orders", title: "orders-*", kind: order });
 * const source = { kind: order, indexPatternId: indexPattern.id };
 * const about = { id: "turnover", title: "Turnover", description: "Sum of all prices." };
 * const visualization = metric({
 *   ...about, source, metrics: [{ type: "sum", field: "Cents", label: "Cents" }],
 * });
 * const rows = [{ height: 8, panels: [{ visualization, title: "Turnover", width: 24 }] }];
 * const dashboard = dashboardObject({ id: "shop", title: "Shop", description: "Orders.", rows });
 * export const ndjson = toNdjson([indexPattern, visualization, dashboard]);
 * ```
 */
export {
  dashboardObject,
  GRID_COLUMNS,
  type DashboardProps,
  type Panel,
  type Row,
  type TimeRange,
} from "./objects/dashboard";
export { indexPatternObject, type IndexPatternProps } from "./objects/index-pattern";
export { toNdjson, toRawDocument, type RawDocument } from "./objects/render";
export {
  savedObject,
  type Reference,
  type SavedObject,
  type SavedObjectType,
} from "./objects/saved-object";

export type { Bucket, Metric } from "./visualizations/aggregations";
export { chart, type ChartProps } from "./visualizations/chart";
export { controls, type ControlsProps } from "./visualizations/controls";
export { heatmap, type HeatmapProps } from "./visualizations/heatmap";
export { markdown, type MarkdownProps } from "./visualizations/markdown";
export { metric, type MetricProps } from "./visualizations/metric";
export type { Filter, Source } from "./visualizations/source";
export { table, type TableProps } from "./visualizations/table";
export type { SearchingProps, VisualizationProps } from "./visualizations/visualization";

export { panelFormats, UnsupportedFormatError, type CellFormat } from "./evaluation/format";
export {
  indexPatternOf,
  readNumber,
  readPanel,
  resolveTimeRange,
  searchRequest,
  UnsupportedVisualizationError,
  type PanelData,
  type SearchContext,
  type SearchRequest,
  type SearchResponse,
} from "./evaluation/search";

export type { DashboardContactCenter, QueueMetricsIndices } from "./contact-center";
export {
  dashboardsFor,
  savedObjectsFor,
  type DashboardObjects,
  type DashboardsProps,
} from "./saved-objects";
