import { stringify } from "yaml";

/** Connect's request quota applies to an account: more contact centers need more accounts. */
const CENTERS_PER_ACCOUNT = 25;

/** A configuration of so many contact centers that share one domain. */
export function configurationOf(contactCenters: number): string {
  const accounts = Math.ceil(contactCenters / CENTERS_PER_ACCOUNT);
  return stringify({
    accounts: Object.fromEntries(
      Array.from({ length: accounts }, (_, index) => [
        `account-${index}`,
        { id: String(111122223333 + index), region: "eu-central-1" },
      ]),
    ),
    domains: [{ account: "account-0", endpoint: "search.example.com", create: { size: "small" } }],
    contactCenters: Array.from({ length: contactCenters }, (_, index) => ({
      alias: `center-${index + 1}x`,
      account: `account-${Math.floor(index / CENTERS_PER_ACCOUNT)}`,
      timeZone: "Europe/Berlin",
      instance: { id: `aaaaaaaa-bbbb-cccc-dddd-${String(index).padStart(12, "0")}` },
    })),
  });
}
