import { REFUSED, type RefusedChange, REPLACING, type ReplacingChange } from "../changes/replacing";
import type { Rehearsal } from "../rehearsal";
import { UNREFRESHED } from "../terraform/terraform";
import { isDestroyed } from "./apply-stack";
import { withCopiedStack } from "./copied-stack";

/** A plan keeps one processor busy. */
const PLANS_AT_A_TIME = 2;

/**
 * Plans every change that replaces or destroys resources, and applies none.
 * @throws if a plan destroys other types of resources than expected, or if Terraform plans a change that it has to refuse
 */
export async function planReplacements(rehearsal: Rehearsal): Promise<string> {
  const checks = [
    ...REPLACING.map((change) => () => planReplacing(rehearsal, change)),
    ...REFUSED.map((change) => () => planRefused(rehearsal, change)),
  ].values();
  const runNext = async (): Promise<void> => {
    for (const check of checks) await check();
  };
  await Promise.all(Array.from({ length: PLANS_AT_A_TIME }, runNext));
  return `${REPLACING.length} keys replace or destroy what they say, ${REFUSED.length} are refused`;
}

async function planReplacing(rehearsal: Rehearsal, change: ReplacingChange): Promise<void> {
  const changes = await withCopiedStack(rehearsal, change.stack, change, ({ terraform }) =>
    terraform.plan(UNREFRESHED),
  );
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
  const outcome = await withCopiedStack(rehearsal, change.stack, change, ({ terraform }) =>
    terraform.plan(UNREFRESHED).then(() => "planned", String),
  );
  const words = outcome.replace(/\s+/g, " ");
  if (!new RegExp(`Resource ${change.guarded}\\S+ has lifecycle.prevent_destroy set`).test(words)) {
    throw new Error(`${change.key} is not refused: ${outcome}`);
  }
}
