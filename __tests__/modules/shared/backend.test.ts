import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthesize } from "../../../cli/synthesize";
import { configurationWith } from "../../config/base-file";
import { synthesized } from "../../../workbench/testing/synthesized";
import { meaningOfHcl, meaningOfJson } from "../../terraform/parity";

const BUCKET = { type: "s3", bucket: "acme-state", region: "eu-central-1" };

function configured(backend: Readonly<Record<string, unknown>>) {
  return configurationWith((file) => {
    file["backend"] = backend;
  });
}

function s3With(more: Readonly<Record<string, unknown>>): unknown {
  const { backend } = synthesized(configured({ ...BUCKET, ...more }))["account-main"]
    ?.terraform as {
    readonly backend: { readonly s3: unknown };
  };
  return backend.s3;
}

describe("state in S3", () => {
  const state = {
    bucket: "acme-state",
    key: "switchboard/account-main.tfstate",
    region: "eu-central-1",
    encrypt: true,
  };

  it("is locked by a file beside it", () => {
    expect(s3With({})).toEqual({ ...state, use_lockfile: true });
  });

  it("is locked by the table that is named", () => {
    expect(s3With({ dynamodbTable: "locks" })).toEqual({ ...state, dynamodb_table: "locks" });
  });

  it("is locked by both on the way from the table to the file", () => {
    expect(s3With({ dynamodbTable: "locks", lockfile: true })).toEqual({
      ...state,
      dynamodb_table: "locks",
      use_lockfile: true,
    });
  });

  it("is not locked where the configuration says so", () => {
    expect(s3With({ lockfile: false })).toEqual(state);
  });

  it.each([
    "1234abcd-12ab-34cd-56ef-1234567890ab",
    "mrk-1234567890abcdef1234567890abcdef",
    "alias/terraform-state",
    "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    "arn:aws-us-gov:kms:us-gov-west-1:111122223333:alias/terraform-state",
  ])("is encrypted with the key %s", (kmsKeyId) => {
    expect(s3With({ kmsKeyId })).toMatchObject({ kms_key_id: kmsKeyId });
  });

  it("is said the same in JSON and in HCL", async () => {
    const work = mkdtempSync(join(tmpdir(), "switchboard-"));
    try {
      const configuration = configured({ ...BUCKET, kmsKeyId: "alias/terraform-state" });
      const read = async (form: "json" | "hcl", artifact: string) => {
        await synthesize(configuration, join(work, form), form);
        return readFileSync(join(work, form, "stacks", "account-main", artifact), "utf8");
      };

      expect(await meaningOfHcl(await read("hcl", "cdk.tf"))).toEqual(
        meaningOfJson(await read("json", "cdk.tf.json")),
      );
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
});
