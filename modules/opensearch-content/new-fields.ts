import { propertiesToAdd } from "../../fields/released-mappings";
import type { IndexSpec } from "./content/index-specs";

/**
 * Requests that add fields to the mapping of existing indices, and index them in the documents that are
 * stored already. Only the fields that may be missing are sent: for one field that an older index has
 * with other parameters, OpenSearch would refuse them all.
 */
export function newFieldCommands(specs: readonly IndexSpec[]): readonly string[] {
  return [...new Set(specs.map(({ kind }) => kind))].flatMap((kind) => {
    const mapping = propertiesToAdd(kind);
    if (!mapping) return [];
    const indices = specs.filter((spec) => spec.kind === kind).map(({ pattern }) => pattern);
    return [
      `PUT ${indices.join(",")}/_mapping ${JSON.stringify(mapping)}`,
      `POST ${indices.join(",")}/_update_by_query?pipeline=_none&conflicts=proceed`,
    ];
  });
}
