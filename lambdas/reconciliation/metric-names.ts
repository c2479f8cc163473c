/** CloudWatch metric of the function: the largest difference of a count, in percent. */
export const DIFFERENCE_METRIC = "ReconciliationDifference";
