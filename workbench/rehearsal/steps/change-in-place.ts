import { IN_PLACE } from "../changes/in-place";
import { deliverRecord, RECORD_KINDS } from "../flows/record-flow";
import { refreshQueues } from "../flows/queue-flow";
import type { Rehearsal } from "../rehearsal";
import type { Change } from "../terraform/terraform";
import { applyContent } from "./apply-content";
import { applyUnless, isDestroyed, planAgain } from "./apply-stack";
import { appliedStacks, isContent } from "./stack-kinds";

/** Any number that no other step uses. */
const WAITING = 41;
const CHANGE = "A change in place";
/** The step before has read every resource. */
const UNREFRESHED = { refresh: false } as const;

/**
 * Changes every key that changes in place, sends data through the changed resources, and changes all keys back.
 * @throws if a plan replaces or destroys a resource, or if a second plan is not empty
 */
export async function changeInPlace(rehearsal: Rehearsal): Promise<string> {
  const configuration = await rehearsal.synthesizeWith(IN_PLACE);
  const changed: Change[] = [];
  for (const stack of rehearsal.stacks) {
    if (isContent(stack)) await applyContent(rehearsal, stack, configuration);
    else changed.push(...(await applyUnless(rehearsal, stack, CHANGE, isDestroyed, UNREFRESHED)));
  }
  await Promise.all(appliedStacks(rehearsal).map(planAgain));
  await refreshQueues(rehearsal, WAITING);
  for (const kind of RECORD_KINDS) await deliverRecord(rehearsal, kind);
  await changeBack(rehearsal);
  const updated = changed.filter(({ actions }) => actions.includes("update"));
  return `${IN_PLACE.length} keys update ${updated.length} resources and outputs and add ${changed.length - updated.length}`;
}

async function changeBack(rehearsal: Rehearsal): Promise<void> {
  await rehearsal.synthesizeWith([]);
  for (const stack of rehearsal.stacks) {
    if (isContent(stack)) await applyContent(rehearsal, stack);
    // What the changes have added is destroyed again.
    else await applyUnless(rehearsal, stack, CHANGE, isReplaced, UNREFRESHED);
  }
}

function isReplaced({ actions }: Change): boolean {
  return actions.includes("delete") && actions.includes("create");
}
