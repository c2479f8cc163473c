import type { Account, Configuration, ContactCenter, CreatedDomain, Domain } from "./configuration";
import { isDelivering, isReconciled, readsQueues, writesReports } from "./retirement";

/**
 * The accounts, Region by Region, that need a stack of their own: for a key, as data lies there, or
 * for the alarm topic.
 */
export function accountsInUse(configuration: Configuration): Account[] {
  const accounts = [
    ...createdDomains(configuration).map(({ domain }) => domain.account),
    ...configuration.domains
      .filter(({ content }) => content === "function")
      .map(({ account }) => account),
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

/** Roles of delivery streams and functions that send requests to the domain of these contact centers. */
export function writerRoleArns(contactCenters: readonly ContactCenter[]): readonly string[] {
  return contactCenters
    .filter(isDelivering)
    .flatMap((center) => [
      ...deliveringRoleArns(center),
      ...(readsQueues(center) ? [center.queueDepthRoleArn] : []),
      ...(writesReports(center) ? [center.reportRoleArn] : []),
      ...(isReconciled(center) ? [center.reconciliationRoleArn] : []),
    ]);
}

/** Storage tiers that the retention of any contact center needs. */
export function storageTiers(contactCenters: readonly ContactCenter[]): {
  readonly warm: boolean;
  readonly cold: boolean;
} {
  const deliveries = contactCenters.flatMap((center) => [
    center.contactRecords,
    center.agentEvents,
  ]);
  return {
    warm: deliveries.some(({ warmAfterDays }) => warmAfterDays !== undefined),
    cold: deliveries.some(({ coldAfterDays }) => coldAfterDays !== undefined),
  };
}

/** Roles that deliver documents of a contact center: its own, and that of an adopted delivery stream. */
export function deliveringRoleArns({
  contactRecords,
  deliveryRoleArn,
}: ContactCenter): readonly string[] {
  const { deliveryStream } = contactRecords;
  return deliveryStream ? [deliveryRoleArn, deliveryStream.roleArn] : [deliveryRoleArn];
}
