import { z } from "zod";
import { hostName, plainText, region } from "./primitives";

/** Where Terraform keeps its state. Nothing here is an absolute path, so synthesis is the same everywhere. */
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
        .describe("The state of a stack lies at <keyPrefix>/<stack>.tfstate."),
      kmsKeyId: plainText(2048).optional().describe("Key that encrypts the state."),
      dynamodbTable: plainText(255).min(3).optional().describe("Table that holds the lock."),
    }),
    z.strictObject({
      type: z.literal("terraform-cloud").describe("One workspace a stack."),
      organization: plainText(255).describe("Organization in Terraform Cloud."),
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
        .describe("No backend is written; whoever runs the artifact adds one."),
    }),
  ])
  .default({ type: "local" });
