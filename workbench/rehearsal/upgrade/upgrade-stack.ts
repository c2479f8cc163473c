import type { RehearsedStack, Rehearsal } from "../rehearsal";
import { applyUnless, described, isDestroyed } from "../steps/apply-stack";
import { layOverrides } from "../terraform/overrides";
import type { Change } from "../terraform/plan-output";

/**
 * Plans the artifact of this version over the state of a release, and applies the plan.
 * @param named changes that destroy or replace a resource and that the changelog names, as {@link described} writes them
 * @returns what has changed
 * @throws before the apply if the plan destroys or replaces another resource
 */
export async function upgradeStack(
  rehearsal: Rehearsal,
  stack: RehearsedStack,
  named: readonly string[],
): Promise<readonly Change[]> {
  layOverrides(stack.folder, { awsUrl: rehearsal.aws.front.url });
  await stack.terraform.init();
  const isRefused = (change: Change): boolean =>
    isDestroyed(change) && !named.includes(described(change));
  return await applyUnless(rehearsal, stack, "The upgrade", isRefused);
}
