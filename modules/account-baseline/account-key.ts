import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { KmsKeyConfig } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import type { Place } from "../../aws/place";
import { forget } from "../shared/refactoring";
import { accountKeyStatements } from "./account-key-policy";

export interface AccountKeyProps {
  /** Account and Region of the key. */
  readonly place: Place;
  /** Alias of the key, without `alias/`, 1 to 250 characters. */
  readonly keyAlias: string;
  /**
   * Arguments of the key, merged last.
   * @default none
   */
  readonly keyOverrides?: Partial<KmsKeyConfig>;
}

/** The longest period before KMS deletes a key: time to cancel the deletion. */
const DELETION_WINDOW_DAYS = 30;

/**
 * The one customer-managed key of an account in a Region. It encrypts streams, buckets, queues, topics,
 * log groups and the domain. It rotates every year and has `prevent_destroy`.
 */
export class AccountKey extends Construct {
  public readonly key: KmsKey;
  public readonly alias: KmsAlias;

  constructor(scope: Construct, id: string, props: AccountKeyProps) {
    super(scope, id);
    const { keyAlias, place } = props;
    const policy = new DataAwsIamPolicyDocument(this, "policy", {
      statement: accountKeyStatements(place),
    });
    this.key = new KmsKey(this, "key", {
      description: `Data of ${keyAlias} at rest`,
      enableKeyRotation: true,
      deletionWindowInDays: DELETION_WINDOW_DAYS,
      policy: policy.json,
      lifecycle: { preventDestroy: true },
      ...props.keyOverrides,
    });
    this.alias = new KmsAlias(this, "alias", {
      name: `alias/${keyAlias}`,
      targetKeyId: this.key.keyId,
    });
  }
}

/**
 * The key that an {@link AccountKey} of this id has created stays in the account, with its alias, and leaves the state: data
 * that is encrypted under it cannot be read once it is deleted.
 */
export function keepAccountKey(scope: Construct, id: string): void {
  const created = new Construct(scope, id);
  forget(created, KmsKey.tfResourceType, "key");
  forget(created, KmsAlias.tfResourceType, "alias");
}
