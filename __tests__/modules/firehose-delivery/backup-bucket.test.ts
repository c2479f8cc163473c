import { configurationWith } from "../../config/base-file";
import { conditions, statementsOf } from "../../../workbench/testing/policies";
import { resource, stackOf } from "../../../workbench/testing/synthesized";

describe("the backup bucket", () => {
  const stack = stackOf(configurationWith(), "contact-center-support");
  const of = (type: string): Readonly<Record<string, unknown>> => resource(stack, type);

  it("cannot be destroyed by a plan", () => {
    expect(of("aws_s3_bucket")).toMatchObject({
      bucket: "switchboard-support-backup-111122223333",
      lifecycle: { prevent_destroy: true },
    });
  });

  it("is encrypted with the account's key", () => {
    expect(of("aws_s3_bucket_server_side_encryption_configuration")).toMatchObject({
      rule: [
        {
          bucket_key_enabled: true,
          apply_server_side_encryption_by_default: {
            sse_algorithm: "aws:kms",
            kms_master_key_id: "${data.aws_kms_alias.account-key.target_key_arn}",
          },
        },
      ],
    });
  });

  it("is closed to the public", () => {
    expect(of("aws_s3_bucket_public_access_block")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
  });

  it("refuses whatever does not come by TLS", () => {
    expect(statementsOf(stack, "destination_backup_tls-only")).toMatchObject([
      { effect: "Deny", actions: ["s3:*"] },
    ]);
    expect(conditions(stack, "destination_backup_tls-only", "TlsOnly")).toEqual([
      "aws:SecureTransport Bool false",
    ]);
  });

  it("keeps versions, and neither them nor their delete markers for ever", () => {
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
});
