import type { Problem } from "../problems";
import type { PartiallyValidConfiguration } from "./partially-valid-configuration";

/** The endpoint of the Connect API is for functions; without one, it would cost money and serve the rest of the VPC only. */
export function* connectEndpointProblems(
  configuration: PartiallyValidConfiguration,
): Generator<Problem> {
  for (const { path, value } of configuration.contactCenters) {
    if (!value.vpc?.connectEndpoint) continue;
    if (value.queueDepth !== false || value.reconciliation !== undefined) continue;
    yield {
      path: `${path}.vpc.connectEndpoint`,
      message:
        "no function calls the Connect API, because queueDepth is false and there is no reconciliation; remove connectEndpoint, or remove queueDepth: false",
    };
  }
}
