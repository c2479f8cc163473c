import { DataAwsKmsAlias } from "@cdktf/provider-aws/lib/data-aws-kms-alias";
import type { Construct } from "constructs";
import type { Account } from "../../config/configuration";

/**
 * ARN of the account's key: the adopted one, or the one that the account's stack made, found by its
 * alias. The account's stack is applied first.
 */
export function findAccountKey(scope: Construct, account: Account): string {
  if (account.adoptedKeyArn !== undefined) return account.adoptedKeyArn;
  return new DataAwsKmsAlias(scope, "account-key", { name: `alias/${account.names.keyAlias}` })
    .targetKeyArn;
}
