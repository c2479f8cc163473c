import type { Configuration, ContactCenter, Domain } from "../../config/configuration";

export interface SingleParts {
  readonly contactCenter: ContactCenter;
  readonly domain: Domain;
  /** ARN of the Connect instance, which exists. */
  readonly instanceArn: string;
}

/**
 * The parts of an example that can be rehearsed: one account, one created domain, one contact center.
 * @param name of the example
 */
export function singleParts(
  name: string,
  { accounts, contactCenters, domains }: Configuration,
): SingleParts {
  const [contactCenter, ...otherCenters] = contactCenters;
  const [domain, ...otherDomains] = domains;
  const others = [...otherCenters, ...otherDomains, ...accounts.slice(1)];
  if (!contactCenter || !domain || others.length > 0 || contactCenter.instance.kind !== "adopted") {
    throw new Error(
      `${name} cannot be rehearsed yet: a rehearsal takes one account, one domain, and one contact center whose Connect instance exists. one-account is such an example.`,
    );
  }
  return { contactCenter, domain, instanceArn: contactCenter.instance.arn };
}
