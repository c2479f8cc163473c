/** Types of principals in the sso-admin API. */
export type PrincipalType = "GROUP" | "USER";

/** A group or a user, by name or by id in the directory. */
export type Principal = { readonly type: PrincipalType } & (
  { readonly name: string } | { readonly id: string }
);

/**
 * Construct id of a principal's resources. It follows from the principal's name or id alone, so that no
 * other assignment changes its address when a principal is added or removed. No name begins like an id:
 * a space follows the type there. CDKTF replaces a slash by two hyphens, so that A/B would equal A--B.
 */
export function keyOf(principal: Principal): string {
  const type = principal.type.toLowerCase();
  // Hexadecimal: upper and lower case are the same id.
  if ("id" in principal) return `${type}-id ${principal.id.toLowerCase()}`;
  return `${type} ${principal.name.replace(/[%/]/g, encodeURIComponent)}`;
}
