import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import { switchboardApp } from "../../modules/shared/app";
import { BackupBucket } from "../../modules/firehose-delivery/backup-bucket";
import { AWS_PROVIDER_VERSIONS } from "../../modules/shared/aws-provider";
import { Emulator, PATIENCE_MILLISECONDS } from "./aws/emulator";
import { workFolder } from "./aws/synthesize";
import { Terraform } from "./aws/terraform";

const BUCKET = "acme-sales-backup-123456789012";
const DOCUMENT = "contact-records/failed.gz";
const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

/** What S3 keeps of the settings that protect a bucket, by sub-resource of its API. */
const PROTECTION = ["publicAccessBlock", "policy", "encryption", "ownershipControls"] as const;

describe("The backup bucket of a contact center, applied", () => {
  const work = workFolder("retired-bucket");
  let emulator: Emulator;
  let terraform: Terraform;

  const write = (retired: boolean): void => {
    const app = switchboardApp(work.out);
    const stack = new TerraformStack(app, "bucket");
    new AwsProvider(stack, "aws", { region: "us-east-1", s3UsePathStyle: true });
    stack.addOverride("terraform.required_providers.aws.version", AWS_PROVIDER_VERSIONS.tested);
    new BackupBucket(stack, "backup", { bucketName: BUCKET, keyArn: KEY, retired });
    app.synth();
  };
  const ask = (path: string, init?: RequestInit): Promise<Response> =>
    fetch(`${emulator.url}/${BUCKET}${path}`, { ...init, headers: S3_CALLER });
  const protection = (): Promise<readonly number[]> =>
    Promise.all(PROTECTION.map(async (setting) => (await ask(`?${setting}`)).status));

  /** The emulator denies by the TLS-only policy whatever the connection, so the policy is set aside for it. */
  const putDocument = async (): Promise<void> => {
    const policy = await (await ask("?policy")).text();
    expect((await ask("?policy", { method: "DELETE" })).ok).toBe(true);
    const put = await ask(`/${DOCUMENT}`, { method: "PUT", body: "a contact record" });
    expect(put.status).toBe(200);
    expect((await ask("?policy", { method: "PUT", body: policy })).ok).toBe(true);
  };

  beforeAll(async () => {
    emulator = await Emulator.start();
    terraform = new Terraform(join(work.out, "stacks", "bucket"), emulator.environment);
    write(false);
    await terraform.init();
    await terraform.apply();
    await putDocument();
  }, PATIENCE_MILLISECONDS);

  afterAll(async () => {
    await emulator.stop();
    work.remove();
  });

  it("cannot be destroyed while the contact center is in service", async () => {
    expect(await terraform.refusal(terraform.destroy())).toContain("Instance cannot be destroyed");
    expect(await protection()).toEqual([200, 200, 200, 200]);
  });

  it(
    "keeps what protects it when the contact center is retired, and with it its documents",
    async () => {
      write(true);
      await terraform.apply();

      expect(await protection()).toEqual([200, 200, 200, 200]);
      expect(await (await ask("?list-type=2")).text()).toContain(`<Key>${DOCUMENT}</Key>`);
      expect(await terraform.plan()).toEqual([]);
    },
    PATIENCE_MILLISECONDS,
  );

  it(
    "is then destroyed with its documents, in a plan that takes away no protection before",
    async () => {
      const types = (await terraform.destruction()).map(({ address }) => address.split(".")[0]);
      expect(types.sort()).toEqual([
        "aws_s3_bucket",
        "aws_s3_bucket_lifecycle_configuration",
        "aws_s3_bucket_versioning",
      ]);

      // See putDocument: on AWS the policy stays until the bucket is gone.
      await ask("?policy", { method: "DELETE" });
      await terraform.destroy();
      expect((await ask("")).status).toBe(404);
    },
    PATIENCE_MILLISECONDS,
  );
});

/** The emulator picks the service by the signature's scope; it checks no signature here. */
const S3_CALLER = {
  authorization:
    "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=00",
} as const;
