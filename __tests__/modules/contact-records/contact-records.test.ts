import { ROTATIONS } from "../../../aws/index-rotation";
import type { Rotation } from "../../../aws/index-rotation";
import { ContactRecords } from "../../../modules/contact-records/contact-records";
import type { ContactRecordsProps } from "../../../modules/contact-records/contact-records";
import { KEY_ARN, inEmptyStack } from "../../../workbench/testing/single-construct";
import { resource } from "../../../workbench/testing/synthesized";
import {
  DIRECT_RECORDS,
  DOMAIN_ARN,
  INSTANCE_ID,
  RECORDS,
  supportDestination,
} from "../firehose-delivery/support-delivery";

const DELIVERY_STREAM = "aws_kinesis_firehose_delivery_stream";
const STORAGE = "aws_connect_instance_storage_config";

function contactRecords(props: Partial<Omit<ContactRecordsProps, "destination">> = {}) {
  const { route = RECORDS } = props;
  return inEmptyStack(
    (stack) =>
      new ContactRecords(stack, "contact-records", {
        instanceId: INSTANCE_ID,
        destination: supportDestination(stack, { routes: [route] }),
        route,
        ...props,
      }),
  );
}

describe("contact records", () => {
  const { construct, stack } = contactRecords();

  it("go through an encrypted stream of one shard that keeps them for a day", () => {
    expect(resource(stack, "aws_kinesis_stream")).toMatchObject({
      name: "support-contact-records",
      encryption_type: "KMS",
      kms_key_id: KEY_ARN,
      retention_period: 24,
      shard_count: 1,
      stream_mode_details: { stream_mode: "PROVISIONED" },
    });
  });

  it("are delivered with an explicit value for every setting", () => {
    expect(resource(stack, DELIVERY_STREAM)).toMatchObject({
      name: "support-contact-records",
      destination: "opensearch",
      opensearch_configuration: {
        domain_arn: DOMAIN_ARN,
        index_name: "support-contact-records",
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
    const rotated = contactRecords({ rotation: rotation as Rotation });

    expect(resource(rotated.stack, DELIVERY_STREAM)).toMatchObject({
      opensearch_configuration: { index_rotation_period: firehose },
    });
  });

  it("are written by Connect only after their delivery stream exists", () => {
    const config = resource(stack, STORAGE);

    expect(config).toMatchObject({
      instance_id: INSTANCE_ID,
      resource_type: "CONTACT_TRACE_RECORDS",
      storage_config: { storage_type: "KINESIS_STREAM" },
    });
    expect(config["depends_on"]).toEqual([
      expect.stringMatching(/^aws_kinesis_firehose_delivery_stream\.contact-records_delivery/),
    ]);
  });

  it("are not written while the contact center drains", () => {
    const draining = contactRecords({ writing: false });

    expect(draining.stack.resource).not.toHaveProperty(STORAGE);
    expect(draining.construct.storage).toBeUndefined();
    expect(resource(draining.stack, DELIVERY_STREAM)).toEqual(resource(stack, DELIVERY_STREAM));
  });

  it("expose their resources", () => {
    expect(construct.stream?.nameInput).toBe("support-contact-records");
    expect(construct.delivery?.stream.nameInput).toBe("support-contact-records");
    expect(construct.storage?.resourceTypeInput).toBe("CONTACT_TRACE_RECORDS");
  });
});

describe("contact records without a Kinesis data stream", () => {
  const { construct, stack } = contactRecords({ route: DIRECT_RECORDS });

  it("go straight into an encrypted delivery stream", () => {
    expect(stack.resource).not.toHaveProperty("aws_kinesis_stream");
    expect(resource(stack, DELIVERY_STREAM)).toMatchObject({
      server_side_encryption: {
        enabled: true,
        key_type: "CUSTOMER_MANAGED_CMK",
        key_arn: KEY_ARN,
      },
    });
    expect(resource(stack, STORAGE)).toMatchObject({
      storage_config: { storage_type: "KINESIS_FIREHOSE" },
    });
    expect(construct.streamArn).toBeUndefined();
  });
});

describe("contact records of an instance that streams already", () => {
  it("leave an adopted stream and the storage configuration as they are", () => {
    const streamArn = "arn:aws:kinesis:eu-central-1:111122223333:stream/connect-ctr";
    const { construct, stack } = contactRecords({ route: { ...RECORDS, stream: { streamArn } } });

    expect(stack.resource).not.toHaveProperty("aws_kinesis_stream");
    expect(stack.resource).not.toHaveProperty(STORAGE);
    expect(resource(stack, DELIVERY_STREAM)).toMatchObject({
      kinesis_source_configuration: { kinesis_stream_arn: streamArn },
    });
    expect(construct).toMatchObject({ streamArn });
  });

  it("leave an adopted delivery stream and the storage configuration as they are", () => {
    const deliveryStreamArn = "arn:aws:firehose:eu-central-1:111122223333:deliverystream/connect";
    const { construct, stack } = contactRecords({
      route: { indexName: RECORDS.indexName, deliveryStreamArn },
    });

    expect(stack.resource).not.toHaveProperty(DELIVERY_STREAM);
    expect(stack.resource).not.toHaveProperty(STORAGE);
    expect(construct).toMatchObject({ deliveryArn: deliveryStreamArn });
  });
});

describe("the settings of contact records", () => {
  it("are those of the props", () => {
    const { stack } = contactRecords({
      route: {
        ...RECORDS,
        stream: { streamName: "calls", mode: "provisioned", shards: 3, retentionHours: 24 },
      },
      buffer: { seconds: 0, mebibytes: 1 },
      retrySeconds: 0,
    });

    expect(resource(stack, "aws_kinesis_stream")).toMatchObject({
      name: "calls",
      retention_period: 24,
      shard_count: 3,
      stream_mode_details: { stream_mode: "PROVISIONED" },
    });
    expect(resource(stack, DELIVERY_STREAM)).toMatchObject({
      opensearch_configuration: { buffering_interval: 0, buffering_size: 1, retry_duration: 0 },
    });
  });

  it("are overridden last, argument by argument", () => {
    const { stack } = contactRecords({
      streamOverrides: { enforceConsumerDeletion: true, retentionPeriod: 48 },
      deliveryStreamOverrides: { tags: { team: "voice" } },
    });

    expect(resource(stack, "aws_kinesis_stream")).toMatchObject({
      name: "support-contact-records",
      enforce_consumer_deletion: true,
      retention_period: 48,
    });
    expect(resource(stack, DELIVERY_STREAM)).toMatchObject({
      name: "support-contact-records",
      tags: { team: "voice" },
    });
  });
});

test("a delivery stream inside a VPC has its subnets, its security groups and the delivery role", () => {
  const { stack } = inEmptyStack((created) => {
    const destination = supportDestination(created, {
      vpc: { subnetIds: ["subnet-0a"], securityGroupIds: ["sg-0b"] },
    });
    return new ContactRecords(created, "contact-records", {
      instanceId: INSTANCE_ID,
      destination,
      route: RECORDS,
    });
  });

  const [role] = Object.keys(stack.resource?.["aws_iam_role"] ?? {});
  expect(resource(stack, DELIVERY_STREAM)).toMatchObject({
    opensearch_configuration: {
      vpc_config: {
        role_arn: `\${aws_iam_role.${role}.arn}`,
        subnet_ids: ["subnet-0a"],
        security_group_ids: ["sg-0b"],
      },
    },
  });
});
