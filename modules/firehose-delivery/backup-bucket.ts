import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import type { S3BucketConfig } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import type { S3BucketLifecycleConfigurationRule } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import { REPORT_PREFIX } from "../../lambdas/report/prefix";
import { forget } from "../shared/refactoring";
import { tlsOnlyStatement } from "../shared/tls-only";

/** Time to find and correct the cause of a failure, and to replay. */
const EXPIRE_DAYS = 180;
/** A replaced or deleted object can be restored for a month. */
const EXPIRE_OLD_VERSIONS_DAYS = 30;
const ABORT_UPLOADS_DAYS = 7;

/** Folder of the archive of all records. */
export const ARCHIVE_FOLDER = "archive";
/** Folders of documents that could not be indexed, one for each kind of records. */
export const RECORD_FOLDERS = ["contact-records", "agent-events"] as const;
const SHORT_LIVED_FOLDERS = [...RECORD_FOLDERS, REPORT_PREFIX];

/** Resources that protect the documents, by construct id. */
const PROTECTION = {
  encryption: S3BucketServerSideEncryptionConfigurationA.tfResourceType,
  "public-access": S3BucketPublicAccessBlock.tfResourceType,
  ownership: S3BucketOwnershipControls.tfResourceType,
  policy: S3BucketPolicy.tfResourceType,
} as const;

export interface BackupBucketProps {
  /** Name of the bucket, 3 to 63 characters, unique in the partition. */
  readonly bucketName: string;
  /** ARN of the key that encrypts the documents. */
  readonly keyArn: string;
  /**
   * Days that the archive of all records is kept, 1 to 3,650.
   * @default none: there is no archive
   */
  readonly archiveRetentionDays?: number;
  /**
   * Folders whose objects expire after 180 days; objects elsewhere stay.
   * @default all objects expire, or with an archive those outside of it
   */
  readonly expiringFolders?: readonly string[];
  /**
   * The contact center is retired: a plan may destroy the bucket, which is emptied first. Terraform no longer
   * manages its protection, so that the bucket has it until it is deleted.
   * @default false
   */
  readonly retired?: boolean;
  /**
   * Arguments of the bucket, merged last.
   * @default none
   */
  readonly bucketOverrides?: Partial<S3BucketConfig>;
}

/** Resources that protect the documents of a bucket in service. */
export interface BucketProtection {
  readonly encryption: S3BucketServerSideEncryptionConfigurationA;
  readonly publicAccess: S3BucketPublicAccessBlock;
  readonly ownership: S3BucketOwnershipControls;
  readonly policy: S3BucketPolicy;
}

/**
 * Documents that could not be indexed, until they are replayed: encrypted, versioned, TLS only, without
 * public access. No plan can destroy the bucket before the contact center is retired.
 */
export class BackupBucket extends Construct {
  public readonly bucket: S3Bucket;
  /** Undefined where the contact center is retired. */
  public readonly protection?: BucketProtection;
  public readonly versioning: S3BucketVersioningA;
  public readonly lifecycle: S3BucketLifecycleConfiguration;

  constructor(scope: Construct, id: string, props: BackupBucketProps) {
    super(scope, id);
    this.bucket = new S3Bucket(this, "bucket", {
      bucket: props.bucketName,
      ...(props.retired ? { forceDestroy: true } : { lifecycle: { preventDestroy: true } }),
      ...props.bucketOverrides,
    });
    if (props.retired) this.#keepProtected();
    else this.protection = this.#protect(props.keyArn);
    this.versioning = new S3BucketVersioningA(this, "versioning", {
      bucket: this.bucket.id,
      versioningConfiguration: { status: "Enabled" },
    });
    this.lifecycle = this.#expire(props);
  }

  /**
   * Terraform destroys the resources that refer to a bucket before the bucket: the documents would lose
   * their encryption and the block of public policies. Settings that Terraform forgets stay in place.
   */
  #keepProtected(): void {
    for (const [id, type] of Object.entries(PROTECTION)) forget(this, type, id);
  }

  #protect(keyArn: string): BucketProtection {
    const encryption = new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      bucket: this.bucket.id,
      rule: [
        {
          bucketKeyEnabled: true,
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
        },
      ],
    });
    const publicAccess = new S3BucketPublicAccessBlock(this, "public-access", {
      bucket: this.bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    const ownership = new S3BucketOwnershipControls(this, "ownership", {
      bucket: this.bucket.id,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    return { encryption, publicAccess, ownership, policy: this.#allowTlsOnly(publicAccess) };
  }

  #allowTlsOnly(publicAccess: S3BucketPublicAccessBlock): S3BucketPolicy {
    const { arn } = this.bucket;
    const document = new DataAwsIamPolicyDocument(this, "tls-only", {
      statement: [
        tlsOnlyStatement({ sid: "TlsOnly", actions: "s3:*", resources: [arn, `${arn}/*`] }),
      ],
    });
    return new S3BucketPolicy(this, "policy", {
      bucket: this.bucket.id,
      policy: document.json,
      // S3 refuses two concurrent changes of one bucket's access.
      dependsOn: [publicAccess],
    });
  }

  #expire(props: BackupBucketProps): S3BucketLifecycleConfiguration {
    return new S3BucketLifecycleConfiguration(this, "lifecycle", {
      bucket: this.bucket.id,
      rule: [
        ...expirations(props),
        {
          // A delete marker remains once the versions of an expired object are gone. S3 does not combine its
          // expiration with a number of days in one rule.
          // https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleExpiration.html
          id: "delete-markers",
          status: "Enabled",
          filter: [{ prefix: "" }],
          expiration: [{ expiredObjectDeleteMarker: true }],
        },
      ],
      dependsOn: [this.versioning],
    });
  }
}

function expirations({
  archiveRetentionDays,
  expiringFolders,
}: BackupBucketProps): readonly S3BucketLifecycleConfigurationRule[] {
  if (archiveRetentionDays === undefined && !expiringFolders) {
    return [expiration("expire", "", EXPIRE_DAYS)];
  }
  return [
    // Of two rules for one object, the earlier expiration counts: a rule for each folder.
    ...(expiringFolders ?? SHORT_LIVED_FOLDERS).map((folder) =>
      expiration(`expire-${folder}`, `${folder}/`, EXPIRE_DAYS),
    ),
    ...(archiveRetentionDays === undefined
      ? []
      : [expiration("expire-archive", `${ARCHIVE_FOLDER}/`, archiveRetentionDays)]),
  ];
}

function expiration(id: string, prefix: string, days: number): S3BucketLifecycleConfigurationRule {
  return {
    id,
    status: "Enabled",
    filter: [{ prefix }],
    expiration: [{ days }],
    noncurrentVersionExpiration: [{ noncurrentDays: EXPIRE_OLD_VERSIONS_DAYS }],
    abortIncompleteMultipartUpload: [{ daysAfterInitiation: ABORT_UPLOADS_DAYS }],
  };
}
