import { REFUSED, type RefusedChange, REPLACING, type ReplacingChange } from "../changes/replacing";
import type { RehearsedStack, Rehearsal } from "../rehearsal";
import { isDestroyed } from "./apply-stack";

const UNREFRESHED = { refresh: false } as const;

/**
 * Plans every change that replaces or destroys resources, and applies none.
 * @throws if a plan destroys other types of resources than expected, or if Terraform plans a change that it has to refuse
 */
export async function planReplacements(rehearsal: Rehearsal): Promise<string> {
  for (const change of REPLACING) await planReplacing(rehearsal, change);
  for (const change of REFUSED) await planRefused(rehearsal, change);
  await rehearsal.synthesizeWith([]);
  return `${REPLACING.length} keys replace or destroy what they say, ${REFUSED.length} are refused`;
}

async function planReplacing(rehearsal: Rehearsal, change: ReplacingChange): Promise<void> {
  await rehearsal.synthesizeWith([change]);
  const changes = await stackOf(rehearsal, change).terraform.plan(UNREFRESHED);
  const destroyed = changes
    .filter((one) => isDestroyed(one) && !one.address.startsWith("output."))
    .map(({ address }) => address.replace(/\..*/, ""));
  const found = [...new Set(destroyed)].sort().join(", ");
  const expected = [...change.destroys].sort().join(", ");
  if (found !== expected) {
    throw new Error(`${change.key} destroys ${found || "nothing"} instead of ${expected}.`);
  }
}

async function planRefused(rehearsal: Rehearsal, change: RefusedChange): Promise<void> {
  await rehearsal.synthesizeWith([change]);
  const outcome = await stackOf(rehearsal, change)
    .terraform.plan(UNREFRESHED)
    .then(() => "planned", String);
  const words = outcome.replace(/\s+/g, " ");
  if (!new RegExp(`Resource ${change.guarded}\\S+ has lifecycle.prevent_destroy set`).test(words)) {
    throw new Error(`${change.key} is not refused: ${outcome}`);
  }
}

function stackOf({ stacks }: Rehearsal, { stack }: { readonly stack: string }): RehearsedStack {
  const found = stacks.find(({ id }) => id.startsWith(stack));
  if (!found) throw new Error(`There is no stack ${stack}.`);
  return found;
}
