import type { Configuration, ContactCenter } from "../../config/configuration";
import { readsQueues } from "../../config/retirement";
import type { RequestShare } from "../../lambdas/queue-depth/slots";

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
