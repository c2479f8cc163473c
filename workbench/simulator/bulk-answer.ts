import type { BulkItem } from "../opensearch/client";
import type { BulkResult } from "./delivery";

/** How the items of a bulk answer are matched to the records of its request. */
export type Matching = "position" | "id";

/** What became of one record. */
export type Outcome = Pick<BulkItem, "status" | "result" | "error">;

/** Counts as a failure that may pass: the record is sent again. */
export const UNKNOWN: Outcome = {
  status: 503,
  error: { type: "no_answer", reason: "no outcome" },
};

/**
 * The outcome of each record of a request, in the order of the records.
 * A pipeline that sets ids makes the answer carry other ids than were sent: by id, its records have none.
 */
export function outcomesOf(
  sent: readonly { readonly id?: string }[],
  { items }: Pick<BulkResult, "items">,
  matching: Matching,
): readonly Outcome[] {
  // Whatever the action, an item holds one outcome.
  const outcomes = items.map((item) => Object.values(item)[0]);
  if (matching === "position") return sent.map((_, position) => outcomes[position] ?? UNKNOWN);
  const byId = new Map(outcomes.map((outcome) => [outcome?._id, outcome]));
  return sent.map(({ id }) => (id === undefined ? undefined : byId.get(id)) ?? UNKNOWN);
}
