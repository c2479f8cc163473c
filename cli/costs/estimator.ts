import type { PriceList } from "../../aws/prices";
import type { CostItem } from "./cost-item";

export interface EstimateContext {
  readonly prices: PriceList;
  /** Reports a part that has no list price. */
  readonly report: (part: string) => void;
}

/** Charges of a resource for its existence, from its arguments. */
export type Estimator<Attributes> = (
  attributes: Attributes,
  context: EstimateContext,
) => readonly CostItem[];
