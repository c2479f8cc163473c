import type {
  Configuration,
  ContactCenter,
  Domain,
  SingleSignOn,
} from "../../config/configuration";
import type { DirectoryNames } from "./identity-center/directory";
import type { LocalAwsProps } from "./local-aws";

/** AWS before the first apply of an example. */
export interface LocalParts {
  /** The first domain and contact center, which steps for one of each use. */
  readonly domain: Domain;
  readonly contactCenter: ContactCenter;
  readonly localAws: LocalAwsProps;
}

/**
 * The parts of an example that exist before the first apply, or that this machine has in place of AWS's.
 * @param name of the example
 * @throws if the example adopts a domain or a stream, which nothing has created
 */
export function localParts(name: string, configuration: Configuration): LocalParts {
  const { accounts, contactCenters, domains } = configuration;
  const [contactCenter] = contactCenters;
  const [domain] = domains;
  const adopted = [
    ...domains.filter(({ source }) => source.kind === "adopted"),
    ...contactCenters.filter(adoptsStreams),
  ];
  if (!contactCenter || !domain || adopted.length > 0) {
    throw new Error(
      `${name} cannot be rehearsed: it adopts a domain or a stream that no example creates. The last steps of one-account rehearse an adoption.`,
    );
  }
  const { singleSignOn } = configuration;
  const places = [...accounts, ...domains, ...contactCenters].map((part) =>
    "account" in part ? part.account : part,
  );
  return {
    ...{ contactCenter, domain },
    localAws: {
      places: unique(places.map(({ id, region }) => ({ id, region }))),
      deployRoleArns: unique(accounts.flatMap(({ roleArn = [] }) => roleArn)),
      domains: domains.map(({ arn, domainName: name }) => ({ arn, name })),
      instanceArns: contactCenters.flatMap(({ instance }) =>
        instance.kind === "adopted" ? [instance.arn] : [],
      ),
      ...(singleSignOn && {
        identityCenter: {
          place: { id: singleSignOn.account.id, region: singleSignOn.account.region },
          names: namesIn(singleSignOn),
        },
      }),
    },
  };
}

function adoptsStreams({ agentEvents, contactRecords }: ContactCenter): boolean {
  return (
    agentEvents.stream?.arn !== undefined ||
    contactRecords.stream?.arn !== undefined ||
    contactRecords.deliveryStream !== undefined
  );
}

/** Names of the groups and users that have assignments; those with an id are not looked up. */
function namesIn({ assignments }: SingleSignOn): DirectoryNames {
  const names = (members: readonly (string | { readonly id: string })[]): readonly string[] =>
    unique(members.filter((member) => typeof member === "string"));
  return {
    groups: names(assignments.flatMap(({ groups }) => groups)),
    users: names(assignments.flatMap(({ users }) => users)),
  };
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
