export type { AbsoluteRange, DashboardFilter, SearchContext, SearchRequest } from "./context";
export { readNumber, readPanel, type Cell, type PanelData, type SearchResponse } from "./read";
export { indexPatternOf, searchRequest } from "./request";
export { resolveTimeRange } from "./time-range";
