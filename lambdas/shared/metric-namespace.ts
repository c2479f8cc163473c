/** CloudWatch namespace of the metrics that the functions publish. */
export const METRIC_NAMESPACE = "Switchboard";
/** Dimension whose value is the alias of the contact center. */
export const METRIC_DIMENSION = "service";
