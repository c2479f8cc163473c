import { partitionFactsOf } from "./partitions";

/** Longest relay state of a permission set: the sso-admin API, shape RelayState. */
export const RELAY_STATE_LIMIT = 240;
/** Longest name of a permission set: the sso-admin API, shape PermissionSetName. */
export const PERMISSION_SET_NAME_LIMIT = 32;

/** Stands for the id of an instance that does not exist yet: all ids are as long. */
export const SAMPLE_INSTANCE_ID = "00000000-0000-0000-0000-000000000000";

/**
 * The address that turns a session of an AWS account into a session of a Connect instance.
 * `new_domain` lands on my.connect.aws, the domain of every instance made since 2021.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
 */
export function federationUrl(region: string, instanceId: string, landingPath: string): string {
  const console = partitionFactsOf(region).consoleHost(region);
  const destination = encodeURIComponent(landingPath);
  return `https://${console}/connect/federate/${instanceId}?destination=${destination}&new_domain=true`;
}

/** `<prefix>-<alias>-<suffix of the role>`; an empty prefix is left out. */
export function permissionSetName(prefix: string, alias: string, suffix: string): string {
  return [prefix, alias, suffix].filter((part) => part !== "").join("-");
}
