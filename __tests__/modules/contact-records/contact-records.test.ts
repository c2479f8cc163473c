import { center, configurationWith } from "../../config/base-file";
import type { LooseFile } from "../../config/base-file";
import { resources, stackOf } from "../../../workbench/testing/synthesized";
import type { StackArtifact } from "../../../workbench/testing/synthesized";
import { ROTATIONS } from "../../../aws/index-rotation";

function stackWith(change?: (file: LooseFile) => void): StackArtifact {
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
  if (!found) throw new Error(`There is no storage config ${type}.`);
  return found;
}

const RECORDS = "switchboard-support-contact-records";

describe("contact records", () => {
  it("travel through an encrypted stream that keeps them for a week", () => {
    const streams = resources(stackWith(), "aws_kinesis_stream");

    expect(streams.find(({ name }) => name === RECORDS)).toMatchObject({
      encryption_type: "KMS",
      kms_key_id: "${data.aws_kms_alias.account-key.target_key_arn}",
      retention_period: 168,
      stream_mode_details: { stream_mode: "ON_DEMAND" },
    });
  });

  it("are delivered with everything set on purpose", () => {
    expect(delivery(stackWith(), RECORDS)).toMatchObject({
      destination: "opensearch",
      opensearch_configuration: {
        domain_arn: "arn:aws:es:eu-central-1:111122223333:domain/switchboard-main",
        index_name: RECORDS,
        index_rotation_period: "OneMonth",
        buffering_interval: 60,
        buffering_size: 5,
        retry_duration: 300,
        s3_backup_mode: "FailedDocumentsOnly",
        document_id_options: { default_document_id_format: "NO_DOCUMENT_ID" },
        cloudwatch_logging_options: { enabled: true },
        s3_configuration: {
          compression_format: "GZIP",
          prefix: "contact-records/",
          error_output_prefix:
            "contact-records/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/",
          cloudwatch_logging_options: { enabled: true },
        },
      },
    });
  });

  it.each(Object.entries(ROTATIONS))("begin a new index each %s", (rotation, { firehose }) => {
    const stack = stackWith((file) => {
      center(file)["contactRecords"] = { rotation };
    });

    expect(delivery(stack, RECORDS)).toMatchObject({
      opensearch_configuration: { index_rotation_period: firehose },
    });
  });

  it("are written by Connect only when somebody delivers them", () => {
    const config = storage(stackWith(), "CONTACT_TRACE_RECORDS");

    expect(config).toMatchObject({
      instance_id: "aaaaaaaa-bbbb-cccc-dddd-111111111111",
      storage_config: { storage_type: "KINESIS_STREAM" },
    });
    expect(config["depends_on"]).toEqual([
      expect.stringMatching(/^aws_kinesis_firehose_delivery_stream\.contact-records_delivery/),
    ]);
  });

  it("go straight into an encrypted delivery stream when the configuration says so", () => {
    const stack = stackWith((file) => {
      center(file)["contactRecords"] = { through: "firehose" };
    });

    expect(resources(stack, "aws_kinesis_stream").map(({ name }) => name)).toEqual([
      "switchboard-support-agent-events",
    ]);
    expect(delivery(stack, RECORDS)).toMatchObject({
      server_side_encryption: { enabled: true, key_type: "CUSTOMER_MANAGED_CMK" },
    });
    expect(storage(stack, "CONTACT_TRACE_RECORDS")).toMatchObject({
      storage_config: { storage_type: "KINESIS_FIREHOSE" },
    });
  });
});

describe("agent events", () => {
  it("travel through a stream of their own, as Connect offers nothing else", () => {
    const stack = stackWith();

    expect(storage(stack, "AGENT_EVENTS")).toMatchObject({
      storage_config: { storage_type: "KINESIS_STREAM" },
    });
    expect(delivery(stack, "switchboard-support-agent-events")).toMatchObject({
      opensearch_configuration: { index_name: "switchboard-support-agent-events" },
    });
  });

  it("rotate on their own", () => {
    const stack = stackWith((file) => {
      center(file)["agentEvents"] = { rotation: "day", retentionDays: 30 };
    });

    expect(delivery(stack, "switchboard-support-agent-events")).toMatchObject({
      opensearch_configuration: { index_rotation_period: "OneDay" },
    });
    expect(delivery(stack, RECORDS)).toMatchObject({
      opensearch_configuration: { index_rotation_period: "OneMonth" },
    });
  });
});

describe("a domain in another account", () => {
  it("is addressed by its endpoint, asked from that account", () => {
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

  it("is not asked for when the configuration knows its endpoint", () => {
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
