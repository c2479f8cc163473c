/**
 * Tags that every resource gets from us. Those of the configuration come on top, and may give ours
 * another value.
 */
export const OWN_TAGS: Readonly<Record<string, string>> = { "managed-by": "switchboard" };

/**
 * The most tags of one resource, and the longest key and value, in characters. IAM's are the narrowest
 * of all the resources that are made: they are the same for roles, SAML providers and permission sets.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const MOST_TAGS = 50;
export const TAG_KEY_LIMIT = 128;
export const TAG_VALUE_LIMIT = 256;
