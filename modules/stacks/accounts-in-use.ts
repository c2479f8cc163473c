import type { Account, Configuration } from "../../config/configuration";

/** The accounts, Region by Region, in which data lies: each has a key and an alarm topic. */
export function accountsInUse({ contactCenters, domains }: Configuration): Account[] {
  const accounts = [
    ...domains.filter(({ source }) => source.kind === "created").map(({ account }) => account),
    ...contactCenters.map(({ account }) => account),
  ];
  const byPlace = new Map(
    accounts.map((account) => [`${account.name} ${account.region}`, account]),
  );
  return [...byPlace.values()];
}
