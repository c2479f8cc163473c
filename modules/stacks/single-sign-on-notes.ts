import type { Configuration, SingleSignOn } from "../../config/configuration";
import { info, warning, type Note } from "../shared/notes";
import { principalsOf } from "./assigned-principals";

/**
 * What a delegated administrator cannot do.
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html
 */
const DELEGATED_ADMINISTRATOR = info(
  "A delegated administrator of IAM Identity Center applies this stack. It cannot assign access to the management account, change " +
    "permission sets that are used there, enable Identity Center or register delegated administrators. If a contact center is in the " +
    "management account, apply this stack with the management account.",
);

/** Missing assignments, and steps outside of this stack. */
export function singleSignOnNotes(
  configuration: Configuration,
  singleSignOn: SingleSignOn,
): readonly Note[] {
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

function unassigned({ assignments, roles }: SingleSignOn, { alias, signIn }: Center): Note[] {
  if (signIn?.through !== "permission-set") return [];
  const empty = roles
    .map(({ name }) => name)
    .filter((role) => principalsOf(assignments, alias, role).length === 0);
  if (empty.length === 0) return [];
  return [
    warning(
      `No group or user is assigned to ${alias} as ${empty.join(" or ")}: name groups in singleSignOn.assignments.`,
    ),
  ];
}

function unassignedApplication({ assignments }: SingleSignOn, { alias, signIn }: Center): Note[] {
  if (!signIn?.applicationArn || principalsOf(assignments, alias).length > 0) return [];
  return [
    warning(
      `No group or user is assigned to the application of ${alias}: name groups in singleSignOn.assignments.`,
    ),
  ];
}

function createdInstance({ alias, instance, signIn }: Center): Note[] {
  if (!signIn || instance.kind !== "created" || signIn.through === "saml") return [];
  return [
    info(
      `This stack looks the instance of ${alias} up by its alias ${instance.alias}: apply contact-center-${alias} before.`,
    ),
  ];
}

function samlByHand({ alias, signIn }: Center): Note[] {
  if (signIn?.through !== "saml") return [];
  const byHand = `The SAML application of ${alias} is created by hand, with the outputs of connect-access-${alias}.`;
  return signIn.applicationArn
    ? [info(byHand)]
    : [info(`${byHand} With its ARN as signIn.applicationArn, this stack assigns groups to it.`)];
}
