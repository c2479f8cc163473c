import type { Configuration, ContactCenter, Domain } from "../../config/configuration";
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

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
