import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Rehearsal } from "../rehearsal";
import { STATE_FILE } from "../terraform/overrides";
import type { Change } from "../terraform/plan-output";
import { applyUnless, isDestroyed, planAgain } from "./apply-stack";
import { writeImports } from "./imports";
import { appliedStacks } from "./stack-kinds";

/** Exist in the state alone. */
const STATE_ONLY = /^(?:terraform_data|output)\./;

/**
 * Loses the states of all stacks and imports what they held, with the commands of docs/operations.md.
 * @throws if a plan creates, replaces or destroys a resource of AWS, or if a second plan is not empty
 */
export async function importLostStates(rehearsal: Rehearsal): Promise<string> {
  const stacks = appliedStacks(rehearsal);
  for (const { folder } of stacks) rmSync(join(folder, STATE_FILE));
  const variables = await writeImports(rehearsal, "all");
  const changesOfStacks = await Promise.all(
    stacks.map((stack) => applyUnless(rehearsal, stack, "The import", isRefused, { variables })),
  );
  await rehearsal.synthesizeWith([]);
  await Promise.all(stacks.map(planAgain));
  const imported = changesOfStacks.flat().filter(({ isImported }) => isImported);
  const updated = imported.filter(({ actions }) => actions.includes("update"));
  return `${imported.length} resources imported, ${updated.length} of them updated: ${updated.map(({ address }) => address.replace(/\..*/, "")).join(", ")}`;
}

/** Whether the change touches AWS in another way than by an update of a resource. */
function isRefused(change: Change): boolean {
  const { actions, address } = change;
  if (STATE_ONLY.test(address)) return false;
  return actions.includes("create") || isDestroyed(change);
}
