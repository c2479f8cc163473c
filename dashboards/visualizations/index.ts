export type { AggregationState } from "./aggregations";
export type { VisState } from "./visualization";
