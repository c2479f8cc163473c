import { described } from "../../../workbench/rehearsal/steps/apply-stack";
import type { Change } from "../../../workbench/rehearsal/terraform/plan-output";

/** Columns of the table "What the plans show", after the stack. */
const COLUMNS: readonly Change["actions"][number][] = ["update", "create", "delete"];

/**
 * Changes of a plan that the table of docs/upgrading.md does not have: it names the resource type of each change in the
 * row of the stack and the column of the action.
 * @param page the part of docs/upgrading.md on the release
 */
export function undocumented(
  page: string,
  stackId: string,
  changes: readonly Change[],
): readonly string[] {
  if (changes.length === 0) return [];
  const cells = cellsOf(page, stackId);
  const isDocumented = ({ actions, address }: Change): boolean =>
    actions.every((action) =>
      cells[COLUMNS.indexOf(action)]?.includes(`\`${address.replace(/\..*/, "")}\``),
    );
  return changes.filter((change) => !isDocumented(change)).map(described);
}

/** @throws if the table has no row of the stack */
function cellsOf(page: string, stackId: string): readonly string[] {
  const rows = [...page.matchAll(/^\| `([\w-]+)(?:<\w+>)?` \|(.*)\|$/gm)];
  const [, , cells] = rows.find(([, id = ""]) => stackId.startsWith(id)) ?? [];
  if (cells === undefined) throw new Error(`docs/upgrading.md has no row of ${stackId}.`);
  return cells.split("|");
}
