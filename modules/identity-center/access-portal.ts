/** Address of the access portal: the organization's own, or the one that every identity store has. */
export function accessPortalUrl(identityStoreId: string, ownUrl?: string): string {
  return ownUrl ?? `https://${identityStoreId}.awsapps.com/start`;
}

/**
 * A link that signs in to an account with one permission set and then follows its relay state. It works
 * as a bookmark, too.
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/createshortcutlink.html
 */
export function shortcutLink(portalUrl: string, accountId: string, permissionSet: string): string {
  return `${portalUrl}/#/console?account_id=${accountId}&role_name=${permissionSet}`;
}
