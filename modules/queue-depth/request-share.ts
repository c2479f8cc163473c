import type { Place } from "../../aws/place";
import type { RequestShare } from "../../lambdas/shared/connect/slots";

/** A contact center whose queues are read. */
export interface QueueReader {
  /** Alias of the contact center, unique among all. */
  readonly alias: string;
  /** Account and Region of its Connect instance. */
  readonly place: Pick<Place, "id" | "region">;
}

/**
 * The contact center's share of the requests that Connect answers: the contact centers of an account
 * and Region divide one quota.
 * @param alias Alias of the contact center; one of the readers has it.
 * @param readers All contact centers whose queues are read, in a stable order.
 */
export function requestShare(alias: string, readers: readonly QueueReader[]): RequestShare {
  const reader = readers.find((candidate) => candidate.alias === alias);
  if (!reader) {
    throw new Error(
      `The queues of ${alias} are not read; they are for ${readers.map((one) => one.alias).join(", ") || "no contact center"}. Pass it among the readers.`,
    );
  }
  const sharing = readers.filter(
    ({ place }) => place.id === reader.place.id && place.region === reader.place.region,
  );
  return { position: sharing.indexOf(reader), of: sharing.length };
}
