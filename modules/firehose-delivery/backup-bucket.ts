import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import { forget } from "../shared/refactoring";

/** Time to find the cause of a failure, mend it and replay. */
const EXPIRE_DAYS = 180;
/** A replaced or deleted object can be had back for a month. */
const EXPIRE_OLD_VERSIONS_DAYS = 30;
const ABORT_UPLOADS_DAYS = 7;

/** What protects the documents, by construct id. */
const PROTECTION = {
  encryption: S3BucketServerSideEncryptionConfigurationA.tfResourceType,
  "public-access": S3BucketPublicAccessBlock.tfResourceType,
  ownership: S3BucketOwnershipControls.tfResourceType,
  policy: S3BucketPolicy.tfResourceType,
} as const;

export interface BackupBucketProps {
  readonly bucketName: string;
  readonly keyArn: string;
  /**
   * The contact center is retired: a plan may destroy the bucket, and destroying empties it first. Its
   * protection is no longer managed, so that the bucket keeps it to the end. @default false
   */
  readonly retired?: boolean;
}

/**
 * Where the documents go that could not be indexed, until they are replayed: encrypted, versioned,
 * TLS only, closed to the public. No plan can destroy it before the contact center is retired.
 */
export class BackupBucket extends Construct {
  public readonly bucket: S3Bucket;

  constructor(scope: Construct, id: string, props: BackupBucketProps) {
    super(scope, id);
    this.bucket = new S3Bucket(this, "bucket", {
      bucket: props.bucketName,
      ...(props.retired ? { forceDestroy: true } : { lifecycle: { preventDestroy: true } }),
    });
    if (props.retired) {
      this.#keepProtected();
    } else {
      this.#encrypt(props.keyArn);
      this.#close();
    }
    this.#expire();
  }

  /**
   * Terraform destroys whatever refers to a bucket before the bucket itself: the documents would lie
   * there without encryption and open to a public policy. Resources that Terraform forgets stay.
   */
  #keepProtected(): void {
    for (const [id, type] of Object.entries(PROTECTION)) forget(this, type, id);
  }

  #encrypt(keyArn: string): void {
    new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      bucket: this.bucket.id,
      rule: [
        {
          bucketKeyEnabled: true,
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
        },
      ],
    });
  }

  #close(): void {
    const open = new S3BucketPublicAccessBlock(this, "public-access", {
      bucket: this.bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketOwnershipControls(this, "ownership", {
      bucket: this.bucket.id,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    const tlsOnly = new DataAwsIamPolicyDocument(this, "tls-only", {
      statement: [
        {
          sid: "TlsOnly",
          effect: "Deny",
          actions: ["s3:*"],
          resources: [this.bucket.arn, `${this.bucket.arn}/*`],
          principals: [{ type: "*", identifiers: ["*"] }],
          condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
        },
      ],
    });
    new S3BucketPolicy(this, "policy", {
      bucket: this.bucket.id,
      policy: tlsOnly.json,
      // Two changes of one bucket's access at a time are refused by S3.
      dependsOn: [open],
    });
  }

  #expire(): void {
    const versioning = new S3BucketVersioningA(this, "versioning", {
      bucket: this.bucket.id,
      versioningConfiguration: { status: "Enabled" },
    });
    new S3BucketLifecycleConfiguration(this, "lifecycle", {
      bucket: this.bucket.id,
      rule: [
        {
          id: "expire",
          status: "Enabled",
          filter: [{ prefix: "" }],
          expiration: [{ days: EXPIRE_DAYS }],
          noncurrentVersionExpiration: [{ noncurrentDays: EXPIRE_OLD_VERSIONS_DAYS }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: ABORT_UPLOADS_DAYS }],
        },
        {
          // What is left of an expired object once its versions are gone. S3 takes this beside no number of
          // days, so it is a rule of its own.
          // https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleExpiration.html
          id: "delete-markers",
          status: "Enabled",
          filter: [{ prefix: "" }],
          expiration: [{ expiredObjectDeleteMarker: true }],
        },
      ],
      dependsOn: [versioning],
    });
  }
}
