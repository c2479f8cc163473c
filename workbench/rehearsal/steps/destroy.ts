import type { ConfigurationChange } from "../changes/configuration-change";
import type { Rehearsal } from "../rehearsal";
import { liftGuards } from "../terraform/overrides";
import { leftovers } from "./leftovers";
import { appliedStacks, contactCenterOf, isContactCenter } from "./stack-kinds";

const GUARDED = "Instance cannot be destroyed";

/** @throws if a stack lets itself be destroyed: each of them has a guarded resource */
export async function refuseDestroy({ stacks }: Rehearsal): Promise<string> {
  const refused = appliedStacks({ stacks }).map(async ({ id, terraform }) => {
    const words = await terraform.tryDestroy().then(
      () => "it was destroyed",
      (error: unknown) => String(error),
    );
    if (!words.includes(GUARDED)) throw new Error(`${id} is not guarded: ${words}`);
    return id;
  });
  return (await Promise.all(refused)).join(", ");
}

/** The steps of docs/retire-and-rename.md: drain, retire, destroy. */
export async function retireContactCenter(rehearsal: Rehearsal): Promise<string> {
  const stack = contactCenterOf(rehearsal);
  await rehearsal.synthesizeWith([retired("draining")]);
  await stack.terraform.apply();
  if (rehearsal.aws.amended.connectStorage.size > 0) {
    throw new Error("A contact center that drains still has storage configurations.");
  }
  await rehearsal.synthesizeWith([retired(true)]);
  await stack.terraform.apply();
  return `${await stack.terraform.destroy()} resources destroyed at last`;
}

/**
 * Lifts the guards of what is left, as docs/operations.md says, and destroys it, the newest first.
 * @throws if anything is left in AWS
 */
export async function destroyRest({ aws, stacks }: Rehearsal): Promise<string> {
  const rest = appliedStacks({ stacks }).filter((stack) => !isContactCenter(stack));
  let destroyed = 0;
  for (const { folder, terraform } of rest.reverse()) {
    liftGuards(folder);
    destroyed += await terraform.destroy();
  }
  const left = await leftovers(aws);
  if (left.length > 0) throw new Error(`Left after everything was destroyed:\n${left.join("\n")}`);
  return `${destroyed} resources, nothing left`;
}

function retired(value: "draining" | true): ConfigurationChange {
  return { key: "contactCenters[].retired", value };
}
