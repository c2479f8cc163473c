import type { Account, Domain, SignInRole, SingleSignOn } from "./configuration";
import { permissionSetName } from "../aws/federation";
import type { DomainNames } from "../aws/names";
import { roleArn } from "../aws/roles";
import type { ConfigurationFile } from "./schema";
import type { SignInRoleFacts } from "./sign-in-roles";
import { DEFAULT_SIGN_IN_ROLES, LANDING_PAGES, factsOfOwnRole } from "./sign-in-roles";

type SingleSignOnFile = NonNullable<ConfigurationFile["singleSignOn"]>;
type DomainFile = ConfigurationFile["domains"][number];

export function resolveSingleSignOn(
  file: ConfigurationFile,
  singleSignOn: SingleSignOnFile,
): Omit<SingleSignOn, "account"> {
  const aliases = signInAliases(file);
  const { accessPortalUrl, delegatedAdministrator, lookUpPeople } = singleSignOn;
  return {
    delegatedAdministrator,
    lookUpPeople,
    ...(accessPortalUrl && { accessPortalUrl }),
    roles: resolveRoles(file.name, singleSignOn, aliases),
    assignments: singleSignOn.assignments.map((assignment) => ({
      ...assignment,
      contactCenters: assignment.contactCenters ?? aliases,
    })),
  };
}

/** Contact centers that people of the organization sign in to. */
export function signInAliases(file: Pick<ConfigurationFile, "contactCenters">): readonly string[] {
  return file.contactCenters.filter(({ signIn }) => signIn !== false).map(({ alias }) => alias);
}

/** The default roles that are not left out, then the configuration's own. */
export function roleNames({ roles }: Pick<SingleSignOnFile, "roles">): readonly string[] {
  const names = new Set([...Object.keys(DEFAULT_SIGN_IN_ROLES), ...Object.keys(roles)]);
  return [...names].filter((name) => roles[name] !== false);
}

export function resolveRoles(
  name: string,
  { permissionSetPrefix = name, roles }: SingleSignOnFile,
  aliases: readonly string[],
): readonly SignInRole[] {
  return roleNames({ roles }).map((role) => {
    const facts = factsOf(role);
    const own = roles[role] || {};
    const suffix = own.suffix ?? facts.suffix;
    return {
      name: role,
      landingPath: pathOf(own.landingPage ?? facts.landingPage),
      sessionHours: own.sessionHours ?? facts.sessionHours,
      permissionSets: Object.fromEntries(
        aliases.map((alias) => [alias, permissionSetName(permissionSetPrefix, alias, suffix)]),
      ),
    };
  });
}

function factsOf(role: string): SignInRoleFacts {
  const defaults: Readonly<Record<string, SignInRoleFacts>> = DEFAULT_SIGN_IN_ROLES;
  return defaults[role] ?? factsOfOwnRole(role);
}

function pathOf(page: string): string {
  const pages: Readonly<Record<string, string>> = LANDING_PAGES;
  return pages[page] ?? page;
}

/**
 * SAML sends the ids of a person's groups; a Cognito identity carries the IAM role of its group.
 * Both are backend roles to the domain.
 */
export function resolvePeople(
  { adopt, create }: DomainFile,
  account: Account,
  names: DomainNames,
): Domain["people"] {
  if (adopt) return { viewers: [], editors: [], ...adopt.backendRoles };
  const signIn = create?.signIn;
  if (signIn?.type === "saml") return { viewers: signIn.viewers, editors: signIn.editors };
  if (signIn?.type !== "cognito") return { viewers: [], editors: [] };
  return {
    viewers: [roleArn(account, names.viewerRole)],
    editors: [roleArn(account, names.editorRole)],
  };
}
