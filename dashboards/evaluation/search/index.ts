export { MISSING } from "./aggregations";
export {
  UnsupportedVisualizationError,
  type AbsoluteRange,
  type DashboardFilter,
  type SearchContext,
  type SearchRequest,
} from "./context";
export {
  controlFilters,
  controlOptions,
  controlsOf,
  optionsRequest,
  type Choice,
  type ListControl,
} from "./controls";
export {
  onlyNumber,
  panelColumns,
  readNumber,
  readPanel,
  type Cell,
  type Column,
  type PanelData,
  type SearchResponse,
} from "./read";
export { bucketInterval, indexPatternOf, searchRequest } from "./request";
export { parseIndexPattern } from "./saved";
export { resolveTimeRange } from "./time-range";
export { vegaSpec } from "./vega";
