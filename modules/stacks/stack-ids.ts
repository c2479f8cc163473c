import type { Account, ContactCenter, Domain } from "../../config/configuration";
import { DEFAULT_DOMAIN_NAME } from "../../config/schema/domains";

/**
 * Names of the stacks. They name state files and workspaces, so adding an account, a domain or a
 * contact center must never rename the stack of another.
 */
export const stackIds = {
  account: ({ homeRegion, name, region }: Account): string =>
    region === homeRegion ? `account-${name}` : `account-${name}-${region}`,
  analyticsDomain: ({ name }: Domain): string => suffixed("analytics-domain", name),
  analyticsContent: ({ name }: Domain): string => suffixed("analytics-content", name),
  contactCenter: ({ alias }: ContactCenter): string => `contact-center-${alias}`,
  connectAccess: ({ alias }: ContactCenter): string => `connect-access-${alias}`,
  singleSignOn: (): string => "single-sign-on",
} as const;

function suffixed(stack: string, name: string): string {
  return name === DEFAULT_DOMAIN_NAME ? stack : `${stack}-${name}`;
}
