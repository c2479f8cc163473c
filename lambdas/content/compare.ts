import { digestOf } from "./digest";
import type { ContentObject, ObjectReference } from "./content-object";
import type { AppliedObject } from "./content-state";
import type { DomainApi } from "./domain-api";
import { KINDS } from "./kinds";
import type { StoredObject } from "./kinds/kind-api";

export type Action = "created" | "removed" | "unchanged" | "updated";

/** What an apply does with an object. */
export interface Comparison {
  readonly action: Action;
  /** @default the domain has no such object */
  readonly stored?: StoredObject;
  /** The object is not what the last apply wrote: a person or another program changed it. */
  readonly changedOutside: boolean;
}

/** Compares a configured object with the one of the domain. */
export async function compareConfigured(
  domain: DomainApi,
  object: ContentObject,
  applied: AppliedObject | undefined,
): Promise<Comparison> {
  const stored = await KINDS[object.kind].read(domain, object);
  if (!stored) return { action: "created", changedOutside: applied?.stored !== undefined };
  const [desired, current] = [digestOf(object.body), digestOf(stored.body)];
  // The domain may store a body in another form: what it made of the same body is the same content.
  const asApplied = applied?.desired === desired && applied.stored === current;
  return {
    action: desired === current || asApplied ? "unchanged" : "updated",
    stored,
    changedOutside: current !== applied?.stored,
  };
}

/** Compares an object that is no longer configured. */
export async function compareRemoved(
  domain: DomainApi,
  reference: ObjectReference,
  applied: AppliedObject | undefined,
): Promise<Comparison> {
  const stored = await KINDS[reference.kind].read(domain, reference);
  if (!stored) return { action: "removed", changedOutside: false };
  const changedOutside = digestOf(stored.body) !== applied?.stored;
  return { action: "removed", stored, changedOutside };
}
