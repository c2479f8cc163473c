import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startAwsStub, type AwsStub } from "../terraform/aws-stub";
import { layOverride, terraform } from "../terraform/terraform";
import { PROJECT, installed } from "./installed";

/** Stacks of the app in the order of applying. */
const STACKS = ["foundation-main", "contact-center-support", "delivery-sales"] as const;

interface Artifact {
  readonly resource: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly terraform: {
    readonly required_providers: { readonly aws: { readonly source: string } };
  };
}

describe("an app of a user's own, on the package", () => {
  let app: string;
  let stub: AwsStub;

  const stackFolder = (id: string): string => join(app, "cdktf.out", "stacks", id);
  const artifactOf = (id: string): Artifact =>
    JSON.parse(readFileSync(join(stackFolder(id), "cdk.tf.json"), "utf8")) as Artifact;
  const compile = (...args: readonly string[]): string => {
    const tsc = join(PROJECT, "node_modules", "typescript", "bin", "tsc");
    const types = ["--typeRoots", join(PROJECT, "node_modules", "@types")];
    try {
      return execFileSync(process.execPath, [tsc, "-p", app, ...types, ...args], {
        cwd: app,
        encoding: "utf8",
        stdio: "pipe",
      });
    } catch (error) {
      return (error as { readonly stdout: string }).stdout;
    }
  };

  beforeAll(async () => {
    app = mkdtempSync(join(installed(), "platform-"));
    const packaged = join(installed(), "node_modules", "switchboard", "dist");
    cpSync(join(packaged, "config", "examples", "app"), app, { recursive: true });
    stub = await startAwsStub();
  });

  afterAll(async () => {
    await stub.close();
    rmSync(app, { recursive: true });
  });

  it("compiles against the declarations, with the module resolution of CDKTF's template, too", () => {
    expect(compile()).toBe("");
    expect(compile("--noEmit", "--module", "commonjs", "--moduleResolution", "node10")).toBe("");
  });

  it("is told by the compiler what does not exist", () => {
    const file = join(app, "main.ts");
    const source = readFileSync(file, "utf8");
    writeFileSync(file, source.replace("topicName:", "topic:"));

    const errors = compile("--noEmit");
    writeFileSync(file, source);

    expect(errors).toMatch(/'topic' does not exist in type 'AlarmTopicProps'/);
  });

  it("synthesizes our constructs beside the resources of its own", () => {
    execFileSync(process.execPath, ["main.js"], { cwd: app, stdio: "pipe" });

    const [foundation] = STACKS;
    const { resource } = artifactOf(foundation);
    expect(Object.keys(resource).sort()).toEqual([
      "aws_kms_alias",
      "aws_kms_key",
      "aws_sns_topic",
      "aws_sns_topic_policy",
      "aws_sns_topic_subscription",
      "aws_sqs_queue",
    ]);
  });

  it("overrides an attribute of a delivery stream, and of no other", () => {
    const [, center] = STACKS;
    const streams = artifactOf(center).resource["aws_kinesis_firehose_delivery_stream"] ?? {};
    const buffering = Object.entries(streams).map(([name, stream]) => {
      const { opensearch_configuration } = stream as {
        readonly opensearch_configuration: {
          readonly s3_configuration: { readonly buffering_interval?: number };
        };
      };
      return [name.split("_")[0], opensearch_configuration.s3_configuration.buffering_interval];
    });

    expect(buffering).toContainEqual(["agent-events", 900]);
    expect(buffering).toHaveLength(2);
    expect(buffering.filter(([, seconds]) => seconds === 900)).toHaveLength(1);
  });

  it("delivers to a domain of the user's own without a configuration file", () => {
    const [, , delivery] = STACKS;
    const { resource } = artifactOf(delivery);

    expect(Object.values(resource["aws_kinesis_stream"] ?? {})).toMatchObject([
      {
        name: "platform-sales-agent-events",
        shard_count: 2,
        stream_mode_details: { stream_mode: "PROVISIONED" },
      },
      {
        name: "platform-sales-contact-records",
        shard_count: 1,
        shard_level_metrics: ["IncomingRecords"],
        stream_mode_details: { stream_mode: "PROVISIONED" },
      },
    ]);
    expect(Object.values(resource["aws_kinesis_firehose_delivery_stream"] ?? {})).toMatchObject([
      { opensearch_configuration: { buffering_interval: 300, buffering_size: 20 } },
      { opensearch_configuration: { buffering_interval: 60, buffering_size: 5 } },
    ]);
  });

  it("reaches every role of our stack with an aspect", () => {
    const [, center] = STACKS;
    const roles = Object.values(artifactOf(center).resource["aws_iam_role"] ?? {});

    expect(roles.length).toBeGreaterThan(1);
    for (const role of roles) {
      expect(role).toMatchObject({
        permissions_boundary: "arn:aws:iam::111122223333:policy/platform-boundary",
      });
    }
  });

  it("names the AWS provider in full in our stack", () => {
    const [, center] = STACKS;

    expect(artifactOf(center).terraform.required_providers.aws.source).toBe("hashicorp/aws");
  });

  it.each(STACKS)("is initialized, validated and planned by Terraform: %s", async (id) => {
    const folder = stackFolder(id);
    layOverride(folder, stub.url, join(folder, "cdk.tf.json"));

    await terraform(folder, "init", "-input=false", "-no-color");
    await terraform(folder, "validate", "-no-color");
    const plan = await terraform(folder, "plan", "-input=false", "-no-color", "-lock=false");

    const declared = Object.values(artifactOf(id).resource).flatMap((named) => Object.keys(named));
    expect(plan).toContain(`Plan: ${declared.length} to add, 0 to change, 0 to destroy.`);
  });
});
