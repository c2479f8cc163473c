import type { PriceList } from "../../aws/prices";
import { DAYS_PER_MONTH } from "../../aws/prices";
import { charge, type CostItem } from "./cost-item";
import { functionCosts } from "./function-costs";

/** Three days in some pages each, three requests a second, and the searches of the domain, rounded up. */
const INVOCATION_SECONDS = 60;
/** The platform's lines, the differences that the log names and the metric in embedded format. */
const LOG_BYTES_OF_AN_INVOCATION = 20_000;

/**
 * Charges of the daily comparison, whatever the number of contacts. Connect has no price for requests to its API.
 * @param memory Memory of the function in MiB.
 */
export function dailyComparisons(memory: number, prices: PriceList): readonly CostItem[] {
  const { cloudWatch, scheduler } = prices;
  return [
    charge("Amazon CloudWatch", "custom metrics", 1, "metric-months", cloudWatch.customMetricMonth),
    charge(
      "Amazon EventBridge",
      "daily comparisons",
      DAYS_PER_MONTH / 1e6,
      "million",
      scheduler.millionInvocations,
    ),
    ...functionCosts(
      {
        invocations: DAYS_PER_MONTH,
        seconds: INVOCATION_SECONDS,
        memory,
        logBytes: LOG_BYTES_OF_AN_INVOCATION,
      },
      prices,
    ),
  ];
}
