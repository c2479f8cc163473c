import type { Configuration } from "../../../config/configuration";
import type { Rehearsal } from "../rehearsal";

/**
 * Compares the assignments that IAM Identity Center has with those of the configuration, by names.
 * @returns how many there are
 * @throws if there is another one, or if one is missing
 */
export async function checkAssignments({ aws, configuration }: Rehearsal): Promise<number> {
  const { identityCenter } = aws;
  if (!identityCenter) throw new Error("No account has an IAM Identity Center.");
  const accounts = [...new Set(configuration.contactCenters.map(({ account }) => account.id))];
  const found = await Promise.all(
    accounts.map(async (account) => {
      const assignments = await identityCenter.assignments(account);
      return assignments.map(({ principal, set, type }) =>
        [account, set, type, principal ?? "unknown"].join(" "),
      );
    }),
  );
  const listed = found.flat().sort();
  const expected = expectedIn(configuration);
  if (listed.join("\n") === expected.join("\n")) return listed.length;
  throw new Error(`Assignments:\n${listed.join("\n")}\ninstead of:\n${expected.join("\n")}`);
}

/** A principal of the configuration: its name, or its id. */
function nameOf(principal: string | { readonly id: string }): string {
  return typeof principal === "string" ? principal : principal.id;
}

/** One line for each assignment: account, permission set, type and name of the principal. */
function expectedIn({ contactCenters, singleSignOn }: Configuration): readonly string[] {
  const { assignments = [], roles = [] } = singleSignOn ?? {};
  const lines = assignments.flatMap(({ contactCenters: aliases, groups, role, users }) => {
    const permissionSets = roles.find(({ name }) => name === role)?.permissionSets ?? {};
    const principals = [
      ...groups.map((group) => `GROUP ${nameOf(group)}`),
      ...users.map((user) => `USER ${nameOf(user)}`),
    ];
    return contactCenters
      .filter(({ alias }) => aliases.includes(alias) && permissionSets[alias] !== undefined)
      .flatMap(({ account, alias }) =>
        principals.map((principal) => `${account.id} ${permissionSets[alias] ?? ""} ${principal}`),
      );
  });
  return [...new Set(lines)].sort();
}
