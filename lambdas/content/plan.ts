import { inWriteOrder, type DesiredContent, type ObjectReference } from "./content-object";
import { ContentState } from "./content-state";
import { compareConfigured, compareRemoved, type Action } from "./compare";
import type { DomainApi } from "./domain-api";

/** What an apply would do with an object. */
export interface PlannedChange {
  readonly object: ObjectReference;
  readonly action: Action;
  /** A person or another program changed it since the last apply. */
  readonly changedOutside: boolean;
}

/** Reads a domain and returns what an apply would do, in its order; it writes nothing. */
export async function planContent(
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

export function referenceOf({ kind, name, tenant }: ObjectReference): ObjectReference {
  return { kind, name, ...(tenant !== undefined && { tenant }) };
}
