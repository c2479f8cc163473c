import type { SignInAssignment } from "../../config/configuration";

/** What the sso-admin API calls whoever is given access. */
export type PrincipalType = "GROUP" | "USER";

/** A group or a person, by name. */
export interface Principal {
  readonly type: PrincipalType;
  readonly name: string;
}

/** Who signs in to a contact center, in one role or (without a role) in any. Nobody twice. */
export function principalsOf(
  assignments: readonly SignInAssignment[],
  alias: string,
  role?: string,
): readonly Principal[] {
  const principals = assignments
    .filter((assignment) => role === undefined || assignment.role === role)
    .filter(({ contactCenters }) => contactCenters.includes(alias))
    .flatMap(({ groups, users }): Principal[] => [
      ...groups.map((name) => ({ type: "GROUP" as const, name })),
      ...users.map((name) => ({ type: "USER" as const, name })),
    ]);
  return [...new Map(principals.map((principal) => [keyOf(principal), principal])).values()];
}

/**
 * Id of what is made for a principal. It follows from the name alone, so that nobody else's assignment
 * changes its address when a principal comes or goes. A slash would become two hyphens, and A/B the same
 * as A--B.
 */
export function keyOf({ type, name }: Principal): string {
  return `${type.toLowerCase()} ${name.replace(/[%/]/g, encodeURIComponent)}`;
}
