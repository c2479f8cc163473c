import {
  inWriteOrder,
  referenceOf,
  type DesiredContent,
  type ObjectReference,
} from "./content-object";
import { ContentState } from "./content-state";
import { compareConfigured, compareRemoved, type Action } from "./compare";
import type { DomainApi } from "./domain-api";
import { existingIndexChanges, type IndexChange } from "./existing-indices";

/** What an apply would do with an object. */
export interface PlannedChange {
  readonly object: ObjectReference;
  readonly action: Action;
  /** A person or another program changed it since the last apply. */
  readonly changedOutside: boolean;
}

export interface ContentPlan {
  /** Of every object, in the order of an apply. */
  readonly objects: readonly PlannedChange[];
  /** Empty where existing indices are left out. */
  readonly indices: readonly IndexChange[];
}

export interface ContentPlanProps {
  readonly domain: DomainApi;
  readonly content: DesiredContent;
  /** Includes changes of existing indices. */
  readonly existingIndices: boolean;
}

/** Reads a domain and returns what an apply would do, in its order; it writes nothing. */
export async function planContent({
  content,
  domain,
  existingIndices,
}: ContentPlanProps): Promise<ContentPlan> {
  const objects = await plannedChanges(domain, content);
  const indices: IndexChange[] = [];
  for (const expected of existingIndices ? content.existingIndices : []) {
    indices.push(...(await existingIndexChanges(domain, expected)));
  }
  return { objects, indices };
}

async function plannedChanges(
  domain: DomainApi,
  content: DesiredContent,
): Promise<readonly PlannedChange[]> {
  const state = await ContentState.read(domain, content.stateIndex);
  const changes: PlannedChange[] = [];
  for (const object of inWriteOrder(content.objects)) {
    const { action, changedOutside } = await compareConfigured(domain, object, state.get(object));
    changes.push({ object: referenceOf(object), action, changedOutside });
  }
  for (const object of inWriteOrder(state.notAmong(content.objects)).toReversed()) {
    const { action, changedOutside } = await compareRemoved(domain, object, object);
    changes.push({ object: referenceOf(object), action, changedOutside });
  }
  return changes;
}
