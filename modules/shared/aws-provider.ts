import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";
import type { Account, Configuration } from "../../config/configuration";

/**
 * 5.100.0 is what everything is planned with in the tests; the bindings are those of 6.x, which plans
 * the same. Below 7, because a major version may rename what is written here.
 */
export const AWS_PROVIDER_VERSIONS = ">= 5.100.0, < 7.0.0";

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
    defaultTags: [{ tags: { "managed-by": "switchboard", ...configuration.tags } }],
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
