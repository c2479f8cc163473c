import { resources, stackOf } from "../../../workbench/testing/synthesized";
import type { StackArtifact } from "../../../workbench/testing/synthesized";
import { center, configurationWith } from "../../config/base-file";
import type { Change } from "../../config/base-file";

const RECORDS = "switchboard-support-contact-records";
const EVENTS = "switchboard-support-agent-events";
const KEY = "${data.aws_kms_alias.account-key.target_key_arn}";

function stackWith(change?: Change): StackArtifact {
  return stackOf(configurationWith(change), "contact-center-support");
}

function delivery(stack: StackArtifact, name: string): Readonly<Record<string, unknown>> {
  const found = resources(stack, "aws_kinesis_firehose_delivery_stream").find(
    (stream) => stream["name"] === name,
  );
  if (!found) throw new Error(`There is no delivery stream ${name}.`);
  return found;
}

function storage(stack: StackArtifact, type: string): Readonly<Record<string, unknown>> {
  const found = resources(stack, "aws_connect_instance_storage_config").find(
    (config) => config["resource_type"] === type,
  );
  if (!found) throw new Error(`There is no storage configuration ${type}.`);
  return found;
}

describe("the delivery of a contact center in the configuration", () => {
  const stack = stackWith();

  it("has the names, the domain and the defaults of the configuration", () => {
    expect(delivery(stack, RECORDS)).toMatchObject({
      opensearch_configuration: {
        domain_arn: "arn:aws:es:eu-central-1:111122223333:domain/switchboard-main",
        index_name: RECORDS,
        index_rotation_period: "OneMonth",
        buffering_interval: 60,
        buffering_size: 5,
        retry_duration: 300,
      },
    });
    expect(delivery(stack, EVENTS)).toMatchObject({
      opensearch_configuration: { index_name: EVENTS },
    });
    expect(storage(stack, "CONTACT_TRACE_RECORDS")).toMatchObject({
      instance_id: "aaaaaaaa-bbbb-cccc-dddd-111111111111",
    });
  });

  it("is encrypted with the account's key", () => {
    const streams = resources(stack, "aws_kinesis_stream");

    expect(streams.map(({ kms_key_id, name }) => [name, kms_key_id])).toEqual([
      [EVENTS, KEY],
      [RECORDS, KEY],
    ]);
    expect(resources(stack, "aws_s3_bucket_server_side_encryption_configuration")).toMatchObject([
      { rule: [{ apply_server_side_encryption_by_default: { kms_master_key_id: KEY } }] },
    ]);
    expect(resources(stack, "aws_s3_bucket")).toMatchObject([
      { bucket: "switchboard-support-backup-111122223333" },
    ]);
  });

  it("has one role for both delivery streams", () => {
    const streams = resources(stack, "aws_kinesis_firehose_delivery_stream");
    const roles = streams.map(
      (stream) => (stream["opensearch_configuration"] as { role_arn: string }).role_arn,
    );

    expect(streams).toHaveLength(2);
    expect(new Set(roles).size).toBe(1);
  });

  it("rotates contact records and agent events separately", () => {
    const rotated = stackWith((file) => {
      center(file)["agentEvents"] = { rotation: "day", retentionDays: 30 };
    });

    expect(delivery(rotated, EVENTS)).toMatchObject({
      opensearch_configuration: { index_rotation_period: "OneDay" },
    });
    expect(delivery(rotated, RECORDS)).toMatchObject({
      opensearch_configuration: { index_rotation_period: "OneMonth" },
    });
  });

  it("takes buffer, retries and stream of each kind of record", () => {
    const set = stackWith((file) => {
      center(file)["contactRecords"] = {
        buffer: { seconds: 120, mebibytes: 8 },
        retrySeconds: 60,
        stream: { mode: "provisioned", shards: 2, retentionHours: 48 },
      };
    });

    expect(delivery(set, RECORDS)).toMatchObject({
      opensearch_configuration: { buffering_interval: 120, buffering_size: 8, retry_duration: 60 },
    });
    expect(resources(set, "aws_kinesis_stream")).toMatchObject([
      { name: EVENTS, retention_period: 24, shard_count: 1 },
      { name: RECORDS, retention_period: 48, shard_count: 2 },
    ]);
  });

  it("computes the shards of both streams from the expected agents", () => {
    const large = stackWith((file) => {
      center(file)["agents"] = 25_000;
    });
    const named = stackWith((file) => {
      center(file)["agents"] = 25_000;
      center(file)["contactRecords"] = { stream: { mode: "on-demand" } };
      center(file)["agentEvents"] = { stream: { shards: 2 } };
    });

    // 25,000 agents · 0.016 events/s · 4,000 bytes · 2 = 3.2 MB/s.
    expect(resources(large, "aws_kinesis_stream")).toMatchObject([
      { name: EVENTS, shard_count: 4 },
      { name: RECORDS, shard_count: 1 },
    ]);
    expect(resources(named, "aws_kinesis_stream")).toMatchObject([
      { name: EVENTS, shard_count: 2 },
      { name: RECORDS, stream_mode_details: { stream_mode: "ON_DEMAND" } },
    ]);
  });

  it("ignores the capacity of an existing stream if the file names none", () => {
    const lifecycleOf = (stack: StackArtifact) =>
      resources(stack, "aws_kinesis_stream").map(({ lifecycle }) => lifecycle);
    const named = stackWith((file) => {
      center(file)["agents"] = 10;
    });

    expect(lifecycleOf(stackWith(() => undefined))).toEqual([
      { ignore_changes: ["shard_count", "stream_mode_details"] },
      { ignore_changes: ["shard_count", "stream_mode_details"] },
    ]);
    expect(lifecycleOf(named)).toEqual([undefined, undefined]);
  });

  it("has no Kinesis data stream of contact records with through: firehose", () => {
    const direct = stackWith((file) => {
      center(file)["contactRecords"] = { through: "firehose" };
    });

    expect(resources(direct, "aws_kinesis_stream").map(({ name }) => name)).toEqual([EVENTS]);
    expect(storage(direct, "CONTACT_TRACE_RECORDS")).toMatchObject({
      storage_config: { storage_type: "KINESIS_FIREHOSE" },
    });
  });
});

describe("a domain in another account", () => {
  it("is addressed by its endpoint, read from that account", () => {
    const stack = stackWith((file) => {
      file.accounts["insight"] = { id: "444455556666", region: "eu-central-1", role: "deploy" };
      file.domains = [{ account: "insight", create: { size: "small" } }];
      center(file)["account"] = "main";
    });

    expect(delivery(stack, RECORDS)).toMatchObject({
      opensearch_configuration: {
        cluster_endpoint: "https://${data.aws_opensearch_domain.domain.endpoint}",
      },
    });
    expect(stack.data?.["aws_opensearch_domain"]?.["domain"]).toMatchObject({
      domain_name: "switchboard-main",
      provider: "aws.analytics",
    });
    expect(stack.provider["aws"]).toMatchObject([
      { allowed_account_ids: ["111122223333"] },
      {
        alias: "analytics",
        allowed_account_ids: ["444455556666"],
        assume_role: [{ role_arn: "arn:aws:iam::444455556666:role/deploy" }],
      },
    ]);
  });

  it("is not read where the configuration has its endpoint", () => {
    const stack = stackWith((file) => {
      file.accounts["insight"] = { id: "444455556666", region: "eu-central-1" };
      file.domains = [
        { account: "insight", endpoint: "search.example.com", create: { size: "small" } },
      ];
      center(file)["account"] = "main";
    });

    expect(delivery(stack, RECORDS)).toMatchObject({
      opensearch_configuration: { cluster_endpoint: "https://search.example.com" },
    });
    expect(stack.provider["aws"]).toHaveLength(1);
  });
});
