import type { SignInAssignment } from "../../config/configuration";
import { keyOf } from "../identity-center/principals";
import type { Principal, PrincipalType } from "../identity-center/principals";

/** Principals that are assigned to a contact center, in one role or (without a role) in any, each once. */
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
