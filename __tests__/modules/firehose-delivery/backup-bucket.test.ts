import { BackupBucket } from "../../../modules/firehose-delivery/backup-bucket";
import type { BackupBucketProps } from "../../../modules/firehose-delivery/backup-bucket";
import { conditions, statementsOf } from "../../../workbench/testing/policies";
import { KEY_ARN, inEmptyStack } from "../../../workbench/testing/single-construct";
import { resource } from "../../../workbench/testing/synthesized";

function backup(props: Partial<BackupBucketProps> = {}) {
  return inEmptyStack(
    (stack) =>
      new BackupBucket(stack, "backup", {
        bucketName: "support-backup-111122223333",
        keyArn: KEY_ARN,
        ...props,
      }),
  );
}

describe("the backup bucket of an archive", () => {
  it("keeps the archive for its own time, and no other rule expires it earlier", () => {
    const { stack } = backup({ archiveRetentionDays: 1095 });
    const { rule } = resource(stack, "aws_s3_bucket_lifecycle_configuration") as {
      readonly rule: readonly {
        readonly filter: readonly [{ readonly prefix: string }];
        readonly expiration: readonly [{ readonly days?: number }];
      }[];
    };
    const days = rule.flatMap(({ expiration: [{ days }], filter: [{ prefix }] }) =>
      days === undefined ? [] : [[prefix, days]],
    );

    expect(days).toEqual([
      ["contact-records/", 180],
      ["agent-events/", 180],
      ["reports/", 180],
      ["archive/", 1095],
    ]);
  });
});

describe("the backup bucket", () => {
  const { construct, stack } = backup();
  const of = (type: string): Readonly<Record<string, unknown>> => resource(stack, type);

  it("cannot be destroyed by a plan", () => {
    expect(of("aws_s3_bucket")).toMatchObject({
      bucket: "support-backup-111122223333",
      lifecycle: { prevent_destroy: true },
    });
  });

  it("is encrypted with the given key", () => {
    expect(of("aws_s3_bucket_server_side_encryption_configuration")).toMatchObject({
      rule: [
        {
          bucket_key_enabled: true,
          apply_server_side_encryption_by_default: {
            sse_algorithm: "aws:kms",
            kms_master_key_id: KEY_ARN,
          },
        },
      ],
    });
  });

  it("has no public access", () => {
    expect(of("aws_s3_bucket_public_access_block")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
  });

  it("denies requests without TLS", () => {
    expect(statementsOf(stack, "backup_tls-only")).toMatchObject([
      { effect: "Deny", actions: ["s3:*"] },
    ]);
    expect(conditions(stack, "backup_tls-only", "TlsOnly")).toEqual([
      "aws:SecureTransport Bool false",
    ]);
  });

  it("keeps versions, and deletes them and their delete markers after a time", () => {
    expect(of("aws_s3_bucket_versioning")).toMatchObject({
      versioning_configuration: { status: "Enabled" },
    });
    expect(of("aws_s3_bucket_lifecycle_configuration")).toMatchObject({
      rule: [
        {
          status: "Enabled",
          expiration: [{ days: 180 }],
          noncurrent_version_expiration: [{ noncurrent_days: 30 }],
          abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
        },
        { status: "Enabled", expiration: [{ expired_object_delete_marker: true }] },
      ],
    });
  });

  it("exposes its resources", () => {
    const { bucket, lifecycle, protection, versioning } = construct;
    const exposed = [
      bucket,
      lifecycle,
      versioning,
      protection?.encryption,
      protection?.ownership,
      protection?.policy,
      protection?.publicAccess,
    ];

    expect(exposed.map((made) => made?.terraformResourceType).sort()).toEqual(
      Object.keys(stack.resource ?? {}).sort(),
    );
  });
});

test("overrides of the backup bucket are merged last", () => {
  const { stack } = backup({
    bucketOverrides: { tags: { team: "voice" }, bucket: "voice-failed" },
  });

  expect(resource(stack, "aws_s3_bucket")).toMatchObject({
    bucket: "voice-failed",
    tags: { team: "voice" },
    lifecycle: { prevent_destroy: true },
  });
});

test("a retired backup bucket can be destroyed and keeps its protection in AWS", () => {
  const { construct, stack } = backup({ retired: true });

  expect(construct.protection).toBeUndefined();
  expect(resource(stack, "aws_s3_bucket")).toMatchObject({ force_destroy: true });
  expect(resource(stack, "aws_s3_bucket")).not.toHaveProperty("lifecycle");
  expect(stack).toMatchObject({
    removed: Array.from({ length: 4 }, () => ({ lifecycle: { destroy: false } })),
  });
});
