import type { Configuration, ContactCenter } from "../../config/configuration";
import { readsQueues } from "../../config/retirement";
import { LIST_SLOT_MS } from "../../lambdas/queue-depth/slots";
import type { RequestShare } from "../../lambdas/queue-depth/slots";
import { FUNCTION_TIMEOUT_SECONDS } from "./limits";

/** With more, a round of the slots would outlast the function. */
export const MOST_CONTACT_CENTERS =
  Math.floor((FUNCTION_TIMEOUT_SECONDS * 1_000) / LIST_SLOT_MS) - 5;

/**
 * The contact center's share of what Connect answers: its account and Region have one request budget,
 * which all their contact centers with queue numbers divide.
 */
export function requestShare(
  { contactCenters }: Pick<Configuration, "contactCenters">,
  center: ContactCenter,
): RequestShare {
  const sharing = contactCenters.filter(
    (other) =>
      readsQueues(other) &&
      other.account.id === center.account.id &&
      other.account.region === center.account.region,
  );
  const position = sharing.findIndex(({ alias }) => alias === center.alias);
  return { position, of: sharing.length };
}
