import type { Problem } from "../problems";
import { show, valueAt } from "../problems";
import type {
  ContactCenterFile,
  PartiallyValidConfiguration,
  Part,
} from "./partially-valid-configuration";
import { placeOf } from "./places";
import { MOST_BYTES_OF_IAM, metadataProblems } from "./saml-metadata";

/** What a contact center needs so that people of the organization can sign in to it. */
export function* signInProblems(configuration: PartiallyValidConfiguration): Generator<Problem> {
  for (const center of configuration.contactCenters) {
    yield* identityProblems(configuration, center);
    yield* samlProblems(center);
    yield* userProblems(configuration, center);
    yield* lookUpProblems(configuration, center);
  }
  yield* applicationProblems(configuration);
}

function* identityProblems(
  { singleSignOn }: PartiallyValidConfiguration,
  { path, value }: Part<ContactCenterFile>,
): Generator<Problem> {
  const { instance, signIn, users } = value;
  const management = instance.create?.identityManagement ?? instance.identityManagement;
  if (management === "SAML") return;
  const at = `${path}.instance${instance.create ? ".create" : ""}.identityManagement`;
  if (signIn !== false && (singleSignOn !== undefined || signIn.through === "saml")) {
    yield {
      path: at,
      message: `${management} allows no single sign-on, and AWS fixes it for good when an instance is created; use an instance created with SAML, or set signIn: false for this contact center`,
    };
  } else if (users.length > 0) {
    yield {
      path: `${path}.users`,
      message: `an instance with ${management} keeps passwords of its own, which do not belong into Terraform; remove users and add them in Connect`,
    };
  }
}

function* samlProblems({ path, value }: Part<ContactCenterFile>): Generator<Problem> {
  if (value.signIn === false) return;
  const { metadataFile, through } = value.signIn;
  const at = `${path}.signIn.metadataFile`;
  if (through === "permission-set" && metadataFile !== undefined) {
    yield { path: at, message: "is used with through: saml only, remove it or set that" };
  } else if (through === "saml" && metadataFile === undefined) {
    yield {
      path: at,
      message:
        "is missing; download the SAML metadata of the application from Identity Center and name the file",
    };
  } else if (metadataFile !== undefined) {
    yield* metadataProblems({ path: at, file: metadataFile, mostBytes: MOST_BYTES_OF_IAM });
  }
}

/** People are assigned by single sign-on, and an application has one place in the configuration. */
function* applicationProblems({
  contactCenters,
  file,
}: PartiallyValidConfiguration): Generator<Problem> {
  const first = new Map<string, string>();
  for (const { path, value } of contactCenters) {
    const arn = value.signIn === false ? undefined : value.signIn.applicationArn;
    if (arn === undefined) continue;
    const at = `${path}.signIn.applicationArn`;
    const other = first.get(arn);
    if (valueAt(file, ["singleSignOn"]) === undefined) {
      yield {
        path: at,
        message:
          "people are assigned to it by single sign-on, which is not in the file; add singleSignOn, or remove this",
      };
    } else if (other !== undefined) {
      yield {
        path: at,
        message: `this application is already at ${other}, and leads to one contact center only; name the application of ${value.alias}, or remove this`,
      };
    }
    first.set(arn, other ?? at);
  }
}

function* userProblems(
  { singleSignOn }: PartiallyValidConfiguration,
  { path, value }: Part<ContactCenterFile>,
): Generator<Problem> {
  const first = new Map<string, string>();
  const namesAreLookedUp = singleSignOn?.lookUpPeople === true && value.signIn !== false;
  for (const [index, user] of value.users.entries()) {
    const at = `${path}.users[${index}]`;
    const key = user.name.toLowerCase();
    const other = first.get(key);
    if (other === undefined) first.set(key, at);
    else {
      yield {
        path: `${at}.name`,
        message: `${show(user.name)} is already at ${other}, remove one (Identity Center does not tell upper from lower case)`,
      };
    }
    if (namesAreLookedUp) continue;
    for (const key of ["firstName", "lastName"] as const) {
      if (user[key] !== undefined) continue;
      yield {
        path: `${at}.${key}`,
        message: "is missing; without a look into Identity Center it has to be written here",
      };
    }
  }
}

/** A stack that reads in another account needs a role there. */
function* lookUpProblems(
  configuration: PartiallyValidConfiguration,
  { value }: Part<ContactCenterFile>,
): Generator<Problem> {
  const { singleSignOn } = configuration;
  const place = placeOf(configuration, value);
  const management = singleSignOn && placeOf(configuration, singleSignOn);
  if (!place || !management || value.signIn === false) return;
  if (place.account.id === management.account.id) return;
  if (
    value.instance.create &&
    value.signIn.through === "permission-set" &&
    place.account.role === undefined
  ) {
    yield {
      path: `accounts.${place.accountName}.role`,
      message: `is missing, but single-sign-on looks up the id of the instance ${value.instance.create.alias} there; name a role that it can assume`,
    };
  }
  if (
    value.users.length > 0 &&
    singleSignOn.lookUpPeople &&
    management.account.role === undefined
  ) {
    yield {
      path: `accounts.${management.accountName}.role`,
      message: `is missing, but connect-access-${value.alias} looks people up in Identity Center there; name a role that it can assume, or set singleSignOn.lookUpPeople: false`,
    };
  }
}
