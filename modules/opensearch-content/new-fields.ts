import { propertiesToAdd } from "../../fields/released-mappings";
import type { StoredKind } from "./content/stored-kinds";

/**
 * Requests that bring fields to indices that began without them, and find them in documents that are
 * stored already. Only the fields that may be missing are sent: for one field that an older index has
 * with other parameters, OpenSearch would refuse them all.
 */
export function newFieldCommands(stored: readonly StoredKind[]): readonly string[] {
  return [...new Set(stored.map(({ kind }) => kind))].flatMap((kind) => {
    const mapping = propertiesToAdd(kind);
    if (!mapping) return [];
    const indices = stored.filter((one) => one.kind === kind).map(({ pattern }) => pattern);
    return [
      `PUT ${indices.join(",")}/_mapping ${JSON.stringify(mapping)}`,
      `POST ${indices.join(",")}/_update_by_query?pipeline=_none&conflicts=proceed`,
    ];
  });
}
