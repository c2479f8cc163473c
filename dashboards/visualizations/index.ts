export type { AggregationState } from "./aggregations";
export type { ShareBarsMeta, ShareBarsSpec } from "./share-bars";
export type { UiState, VisState } from "./visualization";
