import { rmSync } from "node:fs";
import { join } from "node:path";
import type { RehearsedStack, Rehearsal } from "../rehearsal";
import { STATE_FILE } from "../terraform/overrides";
import type { Change } from "../terraform/terraform";
import { planAgain } from "./apply-stack";
import { writeImports } from "./imports";
import { appliedStacks } from "./stack-kinds";

/** Exists in the state alone. */
const STATE_ONLY = /^terraform_data\./;

/**
 * Loses the states of all stacks and imports what they held, with the commands of docs/operations.md.
 * @throws if a plan creates, replaces or destroys a resource of AWS, or if a second plan is not empty
 */
export async function importLostStates(rehearsal: Rehearsal): Promise<string> {
  const stacks = appliedStacks(rehearsal);
  for (const { folder } of stacks) rmSync(join(folder, STATE_FILE));
  const variables = await writeImports(rehearsal, "all");
  const changes: Change[] = [];
  for (const stack of stacks) changes.push(...(await importInto(stack, variables)));
  await rehearsal.synthesizeWith([]);
  await Promise.all(stacks.map(planAgain));
  const imported = changes.filter(({ isImported }) => isImported);
  const updated = imported.filter(({ actions }) => actions.includes("update"));
  return `${imported.length} resources imported, ${updated.length} of them updated: ${updated.map(({ address }) => address.replace(/\..*/, "")).join(", ")}`;
}

/** Plans and applies a stack with its import file. */
export async function importInto(
  { id, terraform }: RehearsedStack,
  variables: Readonly<Record<string, string>>,
): Promise<readonly Change[]> {
  const changes = await terraform.plan({ variables });
  const refused = changes.filter(
    ({ actions, address }) =>
      (actions.includes("create") || actions.includes("delete")) &&
      !STATE_ONLY.test(address) &&
      !address.startsWith("output."),
  );
  if (refused.length > 0) {
    const lines = refused.map(({ actions, address }) => `  ${actions.join(" and ")} ${address}`);
    throw new Error(`The import into ${id} would\n${lines.join("\n")}`);
  }
  await terraform.applyPlanned();
  return changes;
}
