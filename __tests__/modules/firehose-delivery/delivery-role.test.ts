import { center, configurationWith } from "../../config/base-file";
import { evaluatePolicy } from "../../../workbench/testing/iam/evaluate-policy";
import { allowed, conditions } from "../../../workbench/testing/policies";
import { resources, stackOf } from "../../../workbench/testing/synthesized";

const ROLE = "destination_role_permissions";
const TRUST = "destination_role_trust";
const DOMAIN = "arn:aws:es:eu-central-1:111122223333:domain/switchboard-main";
const STREAM = "arn:aws:kinesis:eu-central-1:111122223333:stream/switchboard-support";
const BACKUP = "arn:aws:s3:::switchboard-support-backup-111122223333";
const KEY = "${data.aws_kms_alias.account-key.target_key_arn}";

const RECORDS = "switchboard-support-contact-records-2026-11";

/**
 * What Firehose may ask of a domain by AWS's own policies for it, with our names filled in.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-es and
 * #cross-account-delivery-es, where the root is; a mapping's last part is the type, which OpenSearch 2 has not.
 */
function requestsOfFirehose(): (readonly [method: string, path: string])[] {
  const reads = [
    "/",
    "/_all/_settings",
    "/_cluster/stats",
    "/_nodes",
    "/_nodes/an-id/stats",
    "/_nodes/stats",
    "/_stats",
    `/${RECORDS}/_mapping`,
    `/${RECORDS}/_mapping/_doc`,
    `/${RECORDS}/_stats`,
  ];
  return [
    ...reads.map((path) => ["Get", path] as const),
    ["Post", "/_bulk"] as const,
    ["Put", `/${RECORDS}`] as const,
  ];
}

/** The allowed pairs on the domain as a policy. */
function policyOf(pairs: readonly string[]): unknown {
  return {
    Version: "2012-10-17",
    Statement: pairs
      .filter((pair) => pair.startsWith("es:"))
      .map((pair) => pair.split(" "))
      .map(([Action, Resource]) => ({ Effect: "Allow", Action, Resource })),
  };
}

describe("the delivery role", () => {
  const stack = stackOf(configurationWith(), "contact-center-support");

  it("may do exactly what Firehose needs, on exactly these resources", () => {
    expect(allowed(stack, ROLE)).toEqual([
      `es:DescribeDomain ${DOMAIN}`,
      `es:DescribeDomainConfig ${DOMAIN}`,
      `es:DescribeDomains ${DOMAIN}`,
      `es:ESHttpGet ${DOMAIN}/`,
      `es:ESHttpGet ${DOMAIN}/_all/_settings`,
      `es:ESHttpGet ${DOMAIN}/_cluster/stats`,
      `es:ESHttpGet ${DOMAIN}/_nodes`,
      `es:ESHttpGet ${DOMAIN}/_nodes/*/stats`,
      `es:ESHttpGet ${DOMAIN}/_nodes/stats`,
      `es:ESHttpGet ${DOMAIN}/_stats`,
      `es:ESHttpGet ${DOMAIN}/switchboard-support-agent-events*/_mapping`,
      `es:ESHttpGet ${DOMAIN}/switchboard-support-agent-events*/_mapping/*`,
      `es:ESHttpGet ${DOMAIN}/switchboard-support-agent-events*/_stats`,
      `es:ESHttpGet ${DOMAIN}/switchboard-support-contact-records*/_mapping`,
      `es:ESHttpGet ${DOMAIN}/switchboard-support-contact-records*/_mapping/*`,
      `es:ESHttpGet ${DOMAIN}/switchboard-support-contact-records*/_stats`,
      `es:ESHttpPost ${DOMAIN}`,
      `es:ESHttpPost ${DOMAIN}/*`,
      `es:ESHttpPut ${DOMAIN}`,
      `es:ESHttpPut ${DOMAIN}/*`,
      `kinesis:DescribeStream ${STREAM}-agent-events`,
      `kinesis:DescribeStream ${STREAM}-contact-records`,
      `kinesis:GetRecords ${STREAM}-agent-events`,
      `kinesis:GetRecords ${STREAM}-contact-records`,
      `kinesis:GetShardIterator ${STREAM}-agent-events`,
      `kinesis:GetShardIterator ${STREAM}-contact-records`,
      `kinesis:ListShards ${STREAM}-agent-events`,
      `kinesis:ListShards ${STREAM}-contact-records`,
      `kms:Decrypt ${KEY}`,
      `kms:Decrypt ${KEY}`,
      `kms:GenerateDataKey ${KEY}`,
      "logs:PutLogEvents arn:aws:logs:eu-central-1:111122223333:log-group:/aws/kinesisfirehose/switchboard-support-delivery:log-stream:*",
      `s3:AbortMultipartUpload ${BACKUP}/*`,
      `s3:GetBucketLocation ${BACKUP}`,
      `s3:GetObject ${BACKUP}/*`,
      `s3:ListBucket ${BACKUP}`,
      `s3:ListBucketMultipartUploads ${BACKUP}`,
      `s3:PutObject ${BACKUP}/*`,
    ]);
  });

  it.each(requestsOfFirehose())("may send %s %s", (method, path) => {
    const request = { action: `es:ESHttp${method}`, resource: `${DOMAIN}${path}` };

    expect(evaluatePolicy(policyOf(allowed(stack, ROLE)), request)).toBe("allowed");
  });

  it("may send no request that AWS does not name", () => {
    const others = [`GET /${RECORDS}/_search`, `GET /${RECORDS}/_doc/1`, `DELETE /${RECORDS}`];

    for (const other of others) {
      const [method = "", path = ""] = other.split(" ");
      const action = `es:ESHttp${method[0] ?? ""}${method.slice(1).toLowerCase()}`;
      const request = { action, resource: `${DOMAIN}${path}` };
      expect(evaluatePolicy(policyOf(allowed(stack, ROLE)), request)).toBe("implicitly denied");
    }
  });

  it("is taken on by the two delivery streams of this contact center only", () => {
    expect(conditions(stack, TRUST, "OwnDeliveryStreams")).toEqual([
      "aws:SourceAccount StringEquals 111122223333",
      "aws:SourceArn ArnEquals arn:aws:firehose:eu-central-1:111122223333:deliverystream/switchboard-support-contact-records, " +
        "arn:aws:firehose:eu-central-1:111122223333:deliverystream/switchboard-support-agent-events",
    ]);
  });

  it("uses the key for its own streams and its own bucket only", () => {
    expect(conditions(stack, ROLE, "DecryptStreams")).toEqual([
      "kms:ViaService StringEquals kinesis.eu-central-1.amazonaws.com",
      `kms:EncryptionContext:aws:kinesis:arn StringEquals ${STREAM}-contact-records, ${STREAM}-agent-events`,
    ]);
    expect(conditions(stack, ROLE, "EncryptBackup")).toEqual([
      "kms:ViaService StringEquals s3.eu-central-1.amazonaws.com",
      `kms:EncryptionContext:aws:s3:arn StringLike ${BACKUP}, ${BACKUP}/*`,
    ]);
  });

  it("is one role, that both delivery streams use", () => {
    const streams = resources(stack, "aws_kinesis_firehose_delivery_stream");
    const roles = streams.map(
      (stream) => (stream["opensearch_configuration"] as { role_arn: string }).role_arn,
    );

    expect(streams).toHaveLength(2);
    expect(new Set(roles).size).toBe(1);
  });

  it("reads no stream that does not exist when contact records go straight to Firehose", () => {
    const direct = stackOf(
      configurationWith((file) => {
        center(file)["contactRecords"] = { through: "firehose" };
      }),
      "contact-center-support",
    );

    expect(allowed(direct, ROLE).filter((pair) => pair.startsWith("kinesis:"))).toEqual([
      `kinesis:DescribeStream ${STREAM}-agent-events`,
      `kinesis:GetRecords ${STREAM}-agent-events`,
      `kinesis:GetShardIterator ${STREAM}-agent-events`,
      `kinesis:ListShards ${STREAM}-agent-events`,
    ]);
  });

  it("may make network interfaces in the named subnets only", () => {
    const inside = stackOf(
      configurationWith((file) => {
        center(file)["vpc"] = { subnetIds: ["subnet-0a"], securityGroupIds: ["sg-0b"] };
      }),
      "contact-center-support",
    );
    const ec2 = "arn:aws:ec2:eu-central-1:111122223333";

    expect(allowed(inside, ROLE).filter((pair) => pair.startsWith("ec2:"))).toEqual([
      `ec2:CreateNetworkInterface ${ec2}:network-interface/*`,
      `ec2:CreateNetworkInterface ${ec2}:security-group/sg-0b`,
      `ec2:CreateNetworkInterface ${ec2}:subnet/subnet-0a`,
      `ec2:CreateNetworkInterfacePermission ${ec2}:network-interface/*`,
      `ec2:DeleteNetworkInterface ${ec2}:network-interface/*`,
      "ec2:DescribeNetworkInterfaces *",
      "ec2:DescribeSecurityGroups *",
      "ec2:DescribeSubnets *",
      "ec2:DescribeVpcAttribute *",
      "ec2:DescribeVpcs *",
    ]);
    expect(conditions(inside, ROLE, "ManageNetworkInterfaces")).toEqual([
      `ec2:Subnet ArnEquals ${ec2}:subnet/subnet-0a`,
    ]);
  });
});
