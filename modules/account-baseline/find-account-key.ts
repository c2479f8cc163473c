import { DataAwsKmsAlias } from "@cdktf/provider-aws/lib/data-aws-kms-alias";
import type { Construct } from "constructs";

export interface FindAccountKeyProps {
  /** Alias of the account's key, without `alias/`. */
  readonly keyAlias: string;
  /**
   * ARN of a key to use instead.
   * @default none: the key is found by its alias
   */
  readonly adoptedKeyArn?: string;
}

/** ARN of the account's key: the adopted one, or the one of the account's stack, which is applied before. */
export function findAccountKey(scope: Construct, props: FindAccountKeyProps): string {
  if (props.adoptedKeyArn !== undefined) return props.adoptedKeyArn;
  return new DataAwsKmsAlias(scope, "account-key", { name: `alias/${props.keyAlias}` })
    .targetKeyArn;
}
