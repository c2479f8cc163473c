import type { SingleSignOn } from "../../config/configuration";
import type { IdentityCenter } from "./identity-center";

/** Address of the access portal: the company's own, or the one that every directory has. */
export function accessPortalUrl(
  { accessPortalUrl: own }: SingleSignOn,
  { identityStoreId }: IdentityCenter,
): string {
  return own ?? `https://${identityStoreId}.awsapps.com/start`;
}

/**
 * A link that signs in to an account with one permission set and then follows its relay state. It works
 * from a bookmark, too.
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/createshortcutlink.html
 */
export function shortcutLink(portalUrl: string, accountId: string, permissionSet: string): string {
  return `${portalUrl}/#/console?account_id=${accountId}&role_name=${permissionSet}`;
}
