import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import type { Account } from "../../config/configuration";
import { accountKeyStatements } from "./account-key-policy";

export interface AccountKeyProps {
  readonly account: Account;
}

/** The longest that KMS waits before it deletes a key for good: time to notice a mistake. */
const DELETION_WINDOW_DAYS = 30;

/**
 * The one customer-managed key of an account in a Region. Streams, buckets, queues, topics, log groups
 * and the domain are encrypted with it. It rotates every year and no plan can destroy it.
 */
export class AccountKey extends Construct {
  public readonly key: KmsKey;

  constructor(scope: Construct, id: string, { account }: AccountKeyProps) {
    super(scope, id);
    const policy = new DataAwsIamPolicyDocument(this, "policy", {
      statement: accountKeyStatements(account),
    });
    this.key = new KmsKey(this, "key", {
      description: `Data of ${account.names.keyAlias} at rest`,
      enableKeyRotation: true,
      deletionWindowInDays: DELETION_WINDOW_DAYS,
      policy: policy.json,
      lifecycle: { preventDestroy: true },
    });
    new KmsAlias(this, "alias", {
      name: `alias/${account.names.keyAlias}`,
      targetKeyId: this.key.keyId,
    });
  }
}
