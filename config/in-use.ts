import type { Account, Configuration, ContactCenter, CreatedDomain, Domain } from "./configuration";

/**
 * The accounts, Region by Region, that need a stack of their own: for a key, as data lies there, or
 * for the alarm topic.
 */
export function accountsInUse(configuration: Configuration): Account[] {
  const accounts = [
    ...createdDomains(configuration).map(({ domain }) => domain.account),
    ...configuration.contactCenters.map(({ account }) => account),
  ];
  const byPlace = new Map(
    accounts.map((account) => [`${account.name} ${account.region}`, account]),
  );
  return [...byPlace.values()].filter(
    ({ adoptedKeyArn }) => adoptedKeyArn === undefined || configuration.alarms !== false,
  );
}

export function createdDomains({
  domains,
}: Configuration): { readonly domain: Domain; readonly created: CreatedDomain }[] {
  return domains.flatMap((domain) =>
    domain.source.kind === "created" ? [{ domain, created: domain.source }] : [],
  );
}

/** Roles that deliver documents of a contact center: ours, and that of a delivery stream that exists. */
export function deliveringRoleArns({
  contactRecords,
  deliveryRoleArn,
}: ContactCenter): readonly string[] {
  const { deliveryStream } = contactRecords;
  return deliveryStream ? [deliveryRoleArn, deliveryStream.roleArn] : [deliveryRoleArn];
}
