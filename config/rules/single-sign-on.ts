import { oneOf, show } from "../problems";
import type { Problem } from "../problems";
import { partitionFactsOf } from "../../aws/partitions";
import { roleNames } from "../resolve-sign-in";
import type {
  PartiallyValidConfiguration,
  SingleSignOnFile,
} from "./partially-valid-configuration";
import { accountReferenceProblems, placeOf } from "./places";

type Assignment = SingleSignOnFile["assignments"][number];

/** Who signs in where: names that exist, and nothing twice. */
export function* singleSignOnProblems(
  configuration: PartiallyValidConfiguration,
): Generator<Problem> {
  const { singleSignOn } = configuration;
  if (!singleSignOn) return;
  yield* accountReferenceProblems(configuration, { path: "singleSignOn", value: singleSignOn });
  yield* portalProblems(configuration, singleSignOn);
  for (const [index, assignment] of singleSignOn.assignments.entries()) {
    const path = `singleSignOn.assignments[${index}]`;
    yield* roleProblems(path, assignment, roleNames(singleSignOn));
    yield* contactCenterProblems(configuration, path, assignment);
  }
  yield* repeatedAssignments(configuration, singleSignOn);
}

function* portalProblems(
  configuration: PartiallyValidConfiguration,
  singleSignOn: SingleSignOnFile,
): Generator<Problem> {
  const region = placeOf(configuration, singleSignOn)?.region;
  if (singleSignOn.accessPortalUrl || region === undefined) return;
  if (partitionFactsOf(region).portalFollowsFromDirectory) return;
  yield {
    path: "singleSignOn.accessPortalUrl",
    message:
      "is missing; in AWS GovCloud it does not follow from the directory, copy it from the settings of IAM Identity Center",
  };
}

function* roleProblems(
  path: string,
  { role }: Assignment,
  roles: readonly string[],
): Generator<Problem> {
  if (roles.includes(role)) return;
  yield {
    path: `${path}.role`,
    message: `no role is called ${show(role)}, use ${oneOf(roles)}, or describe it in singleSignOn.roles`,
  };
}

function* contactCenterProblems(
  configuration: PartiallyValidConfiguration,
  path: string,
  { contactCenters = [] }: Assignment,
): Generator<Problem> {
  const known = configuration.contactCenters.map(({ value }) => value);
  for (const [index, alias] of contactCenters.entries()) {
    const center = known.find((candidate) => candidate.alias === alias);
    const at = `${path}.contactCenters[${index}]`;
    if (center?.signIn === false) {
      yield {
        path: at,
        message: `${alias} has signIn: false; remove it here, or remove signIn there`,
      };
    } else if (!center && configuration.contactCentersAreValid) {
      const aliases = known.map(({ alias: other }) => other);
      yield {
        path: at,
        message: `no contact center is called ${show(alias)}, use ${oneOf(aliases)}`,
      };
    }
  }
}

function* repeatedAssignments(
  configuration: PartiallyValidConfiguration,
  { assignments }: SingleSignOnFile,
): Generator<Problem> {
  const all = configuration.contactCenters.map(({ value }) => value.alias);
  const first = new Map<string, string>();
  for (const [index, { contactCenters = all, groups, role, users }] of assignments.entries()) {
    const path = `singleSignOn.assignments[${index}]`;
    const people = [
      ...groups.map((group, at) => ({
        path: `${path}.groups[${at}]`,
        what: "group",
        named: group,
      })),
      ...users.map((user, at) => ({ path: `${path}.users[${at}]`, what: "user", named: user })),
    ];
    for (const { named, path: at, what } of people) {
      const key = keyOf(what, named);
      const keys = contactCenters.map((alias) => `${alias} ${role} ${what} ${key}`);
      const other = keys.map((key) => first.get(key)).find((found) => found !== undefined);
      if (other !== undefined) {
        yield {
          path: at,
          message: `the ${what} ${show(typeof named === "string" ? named : named.id)} is already ${role} there through ${other}, remove one`,
        };
      }
      keys.forEach((key) => first.set(key, first.get(key) ?? at));
    }
  }
}

/** Identity Center does not tell upper from lower case in the names of users; ids are hexadecimal. */
function keyOf(what: string, named: Assignment["groups"][number]): string {
  if (typeof named !== "string") return `id ${named.id.toLowerCase()}`;
  return `name ${what === "user" ? named.toLowerCase() : named}`;
}
