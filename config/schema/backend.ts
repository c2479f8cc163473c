import { z } from "zod";
import { PARTITION_PATTERN } from "../../aws/partitions";
import { hostName, region } from "./primitives";

/**
 * A key as the S3 backend takes it: its id, an alias, or the ARN of either.
 * @see https://developer.hashicorp.com/terraform/language/backend/s3#kms_key_id
 */
const KEY_ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}";
const KEY_ALIAS = "alias/[\\w/-]{1,250}";
const backendKey = z
  .string()
  .regex(
    new RegExp(
      `^(${KEY_ID}|${KEY_ALIAS}|arn:${PARTITION_PATTERN}:kms:[a-z0-9-]+:\\d{12}:(key/(${KEY_ID})|${KEY_ALIAS}))$`,
    ),
    "use the id, the alias or the ARN of a KMS key, such as arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  );

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html (before ARNs: the name) */
const lockTable = z
  .string()
  .regex(
    /^[\w.-]{3,255}$/,
    "use the table's name without its ARN: 3 to 255 letters, digits and _ . -",
  );

/** @see https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/organizations */
const organization = z
  .string()
  .regex(
    /^[\w-]{3,40}$/,
    "use the organization's name as in its address: 3 to 40 letters, digits, - and _",
  );

/** Terraform backend: the place of the state. Nothing here is an absolute path, so synthesis is the same everywhere. */
export const backendSchema = z
  .discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("local").describe("A file beside the stack."),
    }),
    z.strictObject({
      type: z.literal("s3").describe("An S3 bucket that exists already."),
      bucket: z
        .string()
        .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "use the bucket's name, without s3://")
        .describe("Name of the bucket."),
      region: region.describe("Region of the bucket."),
      keyPrefix: z
        .string()
        .regex(/^[\w-]+(\/[\w-]+)*$/, "use letters, digits, - and _, parts joined by /")
        .default("switchboard")
        .describe("Prefix of the state's key: <keyPrefix>/<stack>.tfstate."),
      kmsKeyId: backendKey.optional().describe("Key that encrypts the state."),
      lockfile: z
        .boolean()
        .optional()
        .describe(
          "Locks the state by a lock file in the bucket; needs Terraform 1.11 or newer. Default: true, unless dynamodbTable is set. false without a table: no lock.",
        ),
      dynamodbTable: lockTable
        .optional()
        .describe("DynamoDB table that holds the lock; Terraform 1.11 deprecates it."),
    }),
    z.strictObject({
      type: z.literal("terraform-cloud").describe("One workspace for each stack."),
      organization: organization.describe("Organization in Terraform Cloud."),
      hostname: hostName.optional().describe("Only for Terraform Enterprise."),
      workspacePrefix: z
        .string()
        .regex(/^[\w-]+$/, "use letters, digits, - and _")
        .default("switchboard-")
        .describe("A stack's workspace is <workspacePrefix><stack>."),
    }),
    z.strictObject({
      type: z
        .literal("none")
        .describe("No backend is written; the pipeline that runs Terraform adds one."),
    }),
  ])
  .default({ type: "local" });
