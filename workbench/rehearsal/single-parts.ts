import type { Configuration, ContactCenter, Domain } from "../../config/configuration";
import type { LocalAwsProps } from "./local-aws";

export interface SingleParts {
  readonly contactCenter: ContactCenter;
  readonly domain: Domain;
  /** AWS before the first apply. */
  readonly localAws: LocalAwsProps;
}

/**
 * The parts of an example that can be rehearsed: one created domain and one contact center.
 * @param name of the example
 */
export function singleParts(
  name: string,
  { accounts, contactCenters, domains }: Configuration,
): SingleParts {
  const [contactCenter, ...otherCenters] = contactCenters;
  const [domain, ...otherDomains] = domains;
  const others = [...otherCenters, ...otherDomains];
  if (!contactCenter || !domain || others.length > 0 || contactCenter.instance.kind !== "adopted") {
    throw new Error(
      `${name} cannot be rehearsed yet: a rehearsal takes one domain and one contact center whose Connect instance exists. one-account and three-accounts are such examples.`,
    );
  }
  const { arn: domainArn, domainName } = domain;
  return {
    ...{ contactCenter, domain },
    localAws: {
      ...{ domainArn, domainName, instanceArn: contactCenter.instance.arn },
      accounts: accounts.map(({ id, roleArn }) => ({
        ...{ id, ...(roleArn !== undefined && { deployRoleArn: roleArn }) },
      })),
    },
  };
}
