import type { Configuration, SingleSignOn } from "../../config/configuration";
import { principalsOf } from "./principals";

/**
 * What a delegated administrator cannot do.
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html
 */
const DELEGATED_ADMINISTRATOR =
  "single-sign-on runs with a delegated administrator of IAM Identity Center. It cannot give access to the management " +
  "account, cannot change permission sets that are used there, and cannot enable Identity Center or register delegated " +
  "administrators. If a contact center is in the management account, apply this stack with the management account.";

/** What whoever applies the stack should know. */
export function singleSignOnNotes(
  configuration: Configuration,
  singleSignOn: SingleSignOn,
): readonly string[] {
  return [
    ...(singleSignOn.delegatedAdministrator ? [DELEGATED_ADMINISTRATOR] : []),
    ...configuration.contactCenters.flatMap((center) => [
      ...unassigned(singleSignOn, center),
      ...createdInstance(center),
      ...samlByHand(center),
      ...unassignedApplication(singleSignOn, center),
    ]),
  ];
}

type Center = Configuration["contactCenters"][number];

function unassigned({ assignments, roles }: SingleSignOn, { alias, signIn }: Center): string[] {
  if (signIn?.through !== "permission-set") return [];
  const empty = roles
    .map(({ name }) => name)
    .filter((role) => principalsOf(assignments, alias, role).length === 0);
  if (empty.length === 0) return [];
  return [
    `Nobody signs in to ${alias} as ${empty.join(" or ")} yet: name groups in singleSignOn.assignments.`,
  ];
}

function unassignedApplication({ assignments }: SingleSignOn, { alias, signIn }: Center): string[] {
  if (!signIn?.applicationArn || principalsOf(assignments, alias).length > 0) return [];
  return [
    `Nobody is given the application of ${alias} yet: name groups in singleSignOn.assignments.`,
  ];
}

function createdInstance({ alias, instance, signIn }: Center): string[] {
  if (!signIn || instance.kind !== "created" || signIn.through === "saml") return [];
  return [
    `The instance of ${alias} is looked up by its alias ${instance.alias}: apply contact-center-${alias} before single-sign-on.`,
  ];
}

function samlByHand({ alias, signIn }: Center): string[] {
  if (signIn?.through !== "saml") return [];
  const made = `The SAML application of ${alias} is made by hand; what to enter is in the outputs of connect-access-${alias}.`;
  return signIn.applicationArn
    ? [made]
    : [`${made} Give its ARN as signIn.applicationArn, and people are assigned to it from here.`];
}
