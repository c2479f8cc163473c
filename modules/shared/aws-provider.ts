import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";
import type { Account, Configuration, Providers } from "../../config/configuration";
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
  readonly configuration: Pick<Configuration, "name" | "tags">;
  readonly account: Account;
  /** Needed for all but the first provider of a stack. Default: none. */
  readonly alias?: string;
}

/**
 * The AWS provider of one account in one Region. `allowed_account_ids` stops a plan that runs with
 * another account's credentials.
 */
export function addAccountProvider(scope: Construct, props: AccountProviderProps): AwsProvider {
  const { account, alias, configuration } = props;
  return new AwsProvider(scope, alias ? `aws-${alias}` : "aws", {
    region: account.region,
    allowedAccountIds: [account.id],
    defaultTags: [{ tags: { ...OWN_TAGS, ...configuration.tags } }],
    ...(alias && { alias }),
    ...(account.roleArn && {
      assumeRole: [
        {
          roleArn: account.roleArn,
          sessionName: configuration.name,
          ...(account.externalId && { externalId: account.externalId }),
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
