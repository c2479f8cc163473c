import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";
import type { Providers } from "../../config/configuration";
import { OWN_TAGS } from "../../aws/tags";

/** The version that the tests plan everything with; the lock file beside a stack selects it. */
export const AWS_PROVIDER_VERSION = "5.100.0";

/**
 * Constraint by what the configuration accepts. 5.100 is the last minor version of 5; the bindings are
 * those of 6.x. Below 7, because a major version may rename what is written here.
 */
export const AWS_PROVIDER_VERSIONS = {
  tested: "~> 5.100",
  "below-7": ">= 5.100.0, < 7.0.0",
} as const satisfies Readonly<Record<Providers["aws"], string>>;

export interface AccountProviderProps {
  /** Region of the provider. */
  readonly region: string;
  /** Id of the account: a plan with credentials of another account stops. */
  readonly accountId: string;
  /**
   * Tags of every resource, beside Switchboard's own.
   * @default none
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * ARN of the role that Terraform assumes.
   * @default none: the caller's credentials
   */
  readonly roleArn?: string;
  /**
   * External id that the role's trust policy requires.
   * @default none
   */
  readonly externalId?: string;
  /** Name of the session of the assumed role, 2 to 64 characters. */
  readonly sessionName: string;
  /**
   * Alias of the provider, for all but the first of a stack.
   * @default none
   */
  readonly alias?: string;
}

/** The AWS provider of one account in one Region. */
export function addAccountProvider(scope: Construct, props: AccountProviderProps): AwsProvider {
  const { alias, externalId, roleArn } = props;
  return new AwsProvider(scope, alias ? `aws-${alias}` : "aws", {
    region: props.region,
    allowedAccountIds: [props.accountId],
    defaultTags: [{ tags: { ...OWN_TAGS, ...props.tags } }],
    ...(alias && { alias }),
    ...(roleArn && {
      assumeRole: [
        {
          roleArn,
          sessionName: props.sessionName,
          ...(externalId && { externalId }),
        },
      ],
    }),
  });
}

/**
 * In full, as Terraform's style guide asks.
 * @see https://developer.hashicorp.com/terraform/language/providers/requirements#source-addresses
 */
export const AWS_PROVIDER_SOURCE = "hashicorp/aws";
