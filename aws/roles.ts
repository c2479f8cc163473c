import type { Place } from "./place";

/** A role's name and a policy's: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const ROLE_NAME_LIMIT = 64;
const POLICY_NAME_LIMIT = 128;
const POLICY_PATH_LIMIT = 512;

/** Firehose takes no longer ARN of a role: https://docs.aws.amazon.com/firehose/latest/APIReference/API_AmazonopensearchserviceDestinationConfiguration.html */
const ROLE_ARN_LIMIT = 512;
const LONGEST_BEGINNING = "arn:aws-us-gov:iam::111122223333:role".length;
/** IAM allows 512 characters; what is left with the longest name in the longest ARN is less. */
export const ROLE_PATH_LIMIT = ROLE_ARN_LIMIT - LONGEST_BEGINNING - ROLE_NAME_LIMIT;

/**
 * A path in the characters that every service takes in a role's ARN (IAM alone would take more, `*` and
 * `?` among them, which are wildcards in policies).
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
 */
export const ROLE_PATH_PATTERN = /^\/([\w+=,.@-]+\/)*$/;

/** Paths of roles that AWS makes itself, under which nothing else may be made. */
export const RESERVED_ROLE_PATHS = ["/aws-service-role/", "/aws-reserved/"] as const;

/** A policy of an account or, with `aws` in the account's place, one that AWS manages. */
export const POLICY_ARN_PATTERN = new RegExp(
  `^arn:aws[a-z-]*:iam::(aws|\\d{12}):policy/(?=.{1,${POLICY_PATH_LIMIT + POLICY_NAME_LIMIT}}$)([\\w+=,.@-]+/)*[\\w+=,.@-]{1,${POLICY_NAME_LIMIT}}$`,
);

/** The parts of a policy's ARN that has the shape above. */
export function policyOf(arn: string): PolicyParts {
  const [, partition = "", , , account = "", resource = ""] = arn.split(":");
  const slash = resource.lastIndexOf("/");
  return {
    partition,
    account,
    path: resource.slice("policy".length, slash + 1),
    name: resource.slice(slash + 1),
  };
}

interface PolicyParts {
  readonly partition: string;
  /** The account that it is in; `aws` for a policy that AWS manages. */
  readonly account: string;
  /** Begins and ends with a slash. */
  readonly path: string;
  readonly name: string;
}

/** The ARN of a role that Switchboard makes in an account. */
export function roleArn(
  {
    id,
    partition,
    rolePath = "/",
  }: Pick<Place, "id" | "partition"> & { readonly rolePath?: string },
  name: string,
): string {
  return `arn:${partition}:iam::${id}:role${rolePath}${name}`;
}
