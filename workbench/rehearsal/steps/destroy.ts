import type { ConfigurationChange } from "../changes/configuration-change";
import type { Rehearsal, RehearsedStack } from "../rehearsal";
import { liftGuards } from "../terraform/overrides";
import { UNREFRESHED } from "../terraform/terraform";
import { leftovers } from "./leftovers";
import { appliedStacks, isContactCenter, isSignOn } from "./stack-kinds";

const GUARDED = "Instance cannot be destroyed";

/** @throws if a stack lets itself be destroyed: each of them but single sign-on, which holds no data, has a guarded resource */
export async function refuseDestroy({ stacks }: Rehearsal): Promise<string> {
  const guarded = appliedStacks({ stacks }).filter((stack) => !isSignOn(stack));
  const refused = guarded.map(async ({ id, terraform }) => {
    const words = await terraform.tryDestroy().then(
      () => "it was destroyed",
      (error: unknown) => String(error),
    );
    if (!words.includes(GUARDED)) throw new Error(`${id} is not guarded: ${words}`);
    return id;
  });
  return (await Promise.all(refused)).join(", ");
}

/** The steps of docs/retire-and-rename.md for every contact center: drain, retire, destroy. */
export async function retireContactCenters(rehearsal: Rehearsal): Promise<string> {
  const { configuration, stacks } = rehearsal;
  const retired = (value: "draining" | true): readonly ConfigurationChange[] =>
    configuration.contactCenters.map((_, index) => ({
      ...{ key: `contactCenters[${index}].retired`, value },
    }));
  const own = appliedStacks({ stacks }).filter(isContactCenter);
  await rehearsal.synthesizeWith(retired("draining"));
  for (const { id, terraform } of own) {
    await terraform.apply(UNREFRESHED);
    const left = await terraform.addressesOf(["aws_connect_instance_storage_config"]);
    if (left.length > 0) throw new Error(`${id} drains, and still has ${left.join(", ")}.`);
  }
  await rehearsal.synthesizeWith(retired(true));
  let destroyed = 0;
  for (const { terraform } of own) {
    await terraform.apply(UNREFRESHED);
    destroyed += await terraform.destroy(UNREFRESHED);
  }
  return `${destroyed} resources destroyed at last`;
}

/**
 * Lifts the guards of stacks and destroys them, the newest first.
 * @returns how many resources were destroyed
 */
export async function destroyStacks(stacks: readonly RehearsedStack[]): Promise<number> {
  let destroyed = 0;
  for (const { folder, terraform } of [...stacks].reverse()) {
    liftGuards(folder);
    destroyed += await terraform.destroy(UNREFRESHED);
  }
  return destroyed;
}

/**
 * Lifts the guards of what is left, as docs/operations.md says, and destroys it, the newest first.
 * @throws if anything is left in AWS
 */
export async function destroyRest({ aws, stacks }: Rehearsal): Promise<string> {
  const destroyed = await destroyStacks(appliedStacks({ stacks }));
  const left = await leftovers(aws);
  if (left.length > 0) throw new Error(`Left after everything was destroyed:\n${left.join("\n")}`);
  return `${destroyed} resources, nothing left`;
}
