import { MOST_CONTACT_CENTERS } from "../request-budget";
import type { Problem } from "../problems";
import type { PartiallyValidConfiguration } from "./partially-valid-configuration";
import { placeOf } from "./places";

/** The contact centers of an account and Region share one request quota of Connect. */
export function* queueDepthProblems(
  configuration: PartiallyValidConfiguration,
): Generator<Problem> {
  const sharing = new Map<string, number>();
  for (const { path, value } of configuration.contactCenters) {
    const place = placeOf(configuration, value);
    if (value.queueDepth === false || !place) continue;
    const key = `${place.accountName} ${place.region}`;
    const count = (sharing.get(key) ?? 0) + 1;
    sharing.set(key, count);
    if (count !== MOST_CONTACT_CENTERS + 1) continue;
    yield {
      path: `${path}.queueDepth`,
      message: `this is number ${count} of account ${place.accountName} in ${place.region} that reads its queues, and Connect's request quota is enough for ${MOST_CONTACT_CENTERS}; set queueDepth: false or use another account or Region`,
    };
  }
}
