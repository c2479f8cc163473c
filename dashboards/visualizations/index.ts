export type { AggregationState } from "./aggregations";
export { isWithinLimit, limitText, type BigNumberMeta, type BigNumbersMeta } from "./big-numbers";
export type { ShareBarsMeta } from "./share-bars";
export type { VegaUrl } from "./vega";
export { WRITTEN, type WrittenAs } from "./written";
export type { UiState, VisState } from "./visualization";
