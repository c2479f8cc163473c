export type { AggregationState } from "./aggregations";
export type { UiState, VisState } from "./visualization";
