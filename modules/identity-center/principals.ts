import type { SignInAssignment } from "../../config/configuration";

/** What the sso-admin API calls whoever is given access. */
export type PrincipalType = "GROUP" | "USER";

/** A group or a person, by name or by id in the directory. */
export type Principal = { readonly type: PrincipalType } & (
  { readonly name: string } | { readonly id: string }
);

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
      ...groups.map((group) => principal("GROUP", group)),
      ...users.map((user) => principal("USER", user)),
    ]);
  return [...new Map(principals.map((principal) => [keyOf(principal), principal])).values()];
}

function principal(type: PrincipalType, named: string | { readonly id: string }): Principal {
  return typeof named === "string" ? { type, name: named } : { type, id: named.id };
}

/**
 * Id of what is made for a principal. It follows from the principal's name or id alone, so that no other
 * assignment changes its address when a principal comes or goes. No name begins like an id: a space
 * follows the type there. A slash would become two hyphens, and A/B the same as A--B.
 */
export function keyOf(principal: Principal): string {
  const type = principal.type.toLowerCase();
  // Hexadecimal: upper and lower case are the same id.
  if ("id" in principal) return `${type}-id ${principal.id.toLowerCase()}`;
  return `${type} ${principal.name.replace(/[%/]/g, encodeURIComponent)}`;
}
