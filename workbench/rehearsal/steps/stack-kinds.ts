import { stackIds } from "../../../modules/stacks/stack-ids";
import type { RehearsedStack, Rehearsal } from "../rehearsal";

/** Kinds of stacks, by their ids. */
export const isAccount = ({ id }: Pick<RehearsedStack, "id">): boolean => id.startsWith("account-");

export const isContent = ({ id }: Pick<RehearsedStack, "id">): boolean =>
  id.startsWith("analytics-content");

export const isDomain = ({ id }: Pick<RehearsedStack, "id">): boolean =>
  id.startsWith("analytics-domain");

export const isContactCenter = ({ id }: Pick<RehearsedStack, "id">): boolean =>
  id.startsWith("contact-center-");

export const isSignOn = ({ id }: Pick<RehearsedStack, "id">): boolean =>
  id === stackIds.singleSignOn();

/** The stacks that Terraform has applied: content is applied by the project's client where a provider is missing. */
export function appliedStacks({ stacks }: Pick<Rehearsal, "stacks">): readonly RehearsedStack[] {
  return stacks.filter(({ terraform }) => terraform.isApplied);
}

/** The stack of the contact center that the rehearsal is about. */
export function contactCenterOf({
  contactCenter,
  stacks,
}: Pick<Rehearsal, "contactCenter" | "stacks">): RehearsedStack {
  const id = stackIds.contactCenter(contactCenter);
  const found = appliedStacks({ stacks }).find((stack) => stack.id === id);
  if (!found) throw new Error(`${id} is not applied.`);
  return found;
}
