import { IN_PLACE } from "../changes/in-place";
import { deliverRecord, RECORD_KINDS } from "../flows/record-flow";
import { refreshQueues } from "../flows/queue-flow";
import type { Configuration } from "../../../config/configuration";
import type { Rehearsal, RehearsedStack } from "../rehearsal";
import type { Change } from "../terraform/plan-output";
import { UNREFRESHED } from "../terraform/terraform";
import { applyContent } from "./apply-content";
import { applyUnless, isDestroyed, planAgain } from "./apply-stack";
import { appliedStacks, isAccount, isContactCenter, isContent } from "./stack-kinds";

/** Any number that no other step uses. */
const WAITING = 41;
const CHANGE = "A change in place";

/**
 * Changes every key that changes in place, sends data through the changed resources, and changes all keys back.
 * @throws if a plan replaces or destroys a resource, or if a second plan is not empty
 */
export async function changeInPlace(rehearsal: Rehearsal): Promise<string> {
  const configuration = await rehearsal.synthesizeWith(IN_PLACE);
  const changed = await applyChange(rehearsal, configuration, isDestroyed);
  await Promise.all(appliedStacks(rehearsal).map(planAgain));
  await refreshQueues(rehearsal, WAITING);
  for (const kind of RECORD_KINDS) await deliverRecord(rehearsal, kind);
  // What the changes have added is destroyed again.
  await applyChange(rehearsal, await rehearsal.synthesizeWith([]), isReplaced);
  const updated = changed.filter(({ actions }) => actions.includes("update"));
  return `${IN_PLACE.length} keys update ${updated.length} resources and outputs and add ${changed.length - updated.length}`;
}

/** Applies the account first, then the domain with its content, and contact centers beside them. */
async function applyChange(
  rehearsal: Rehearsal,
  configuration: Configuration,
  isRefused: (change: Change) => boolean,
): Promise<readonly Change[]> {
  const apply = async (stacks: readonly RehearsedStack[]): Promise<readonly Change[]> => {
    const changes: Change[] = [];
    for (const stack of stacks) {
      if (isContent(stack)) await applyContent(rehearsal, stack, configuration);
      else changes.push(...(await applyUnless(rehearsal, stack, CHANGE, isRefused, UNREFRESHED)));
    }
    return changes;
  };
  const { stacks } = rehearsal;
  const ofAccounts = await apply(stacks.filter(isAccount));
  const rest = stacks.filter((stack) => !isAccount(stack));
  const others = await Promise.all([
    apply(rest.filter(isContactCenter)),
    apply(rest.filter((stack) => !isContactCenter(stack))),
  ]);
  return [...ofAccounts, ...others.flat()];
}

function isReplaced({ actions }: Change): boolean {
  return actions.includes("delete") && actions.includes("create");
}
