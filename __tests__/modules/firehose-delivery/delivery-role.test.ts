import type { DestinationProps } from "../../../modules/firehose-delivery/destination";
import { evaluatePolicy } from "../../../workbench/testing/iam/evaluate-policy";
import { allowed, conditions } from "../../../workbench/testing/policies";
import { KEY_ARN, inEmptyStack } from "../../../workbench/testing/single-construct";
import type { StackArtifact } from "../../../workbench/testing/synthesized";
import {
  DIRECT_RECORDS,
  DOMAIN_ARN,
  EVENTS,
  RECORDS,
  supportDestination,
} from "./support-delivery";

const ROLE = "destination_role_permissions";
const TRUST = "destination_role_trust";
const STREAM = "arn:aws:kinesis:eu-central-1:111122223333:stream/support";
const BACKUP = "arn:aws:s3:::support-backup-111122223333";

const INDEX = "support-contact-records-2026-11";

function destination(props?: Partial<DestinationProps>): StackArtifact {
  return inEmptyStack((stack) => supportDestination(stack, props)).stack;
}

/**
 * Requests to a domain that AWS's own policies for Firehose allow, with the names of this test.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-es and
 * #cross-account-delivery-es, which has the root; the last part of a mapping's path is the type, which
 * OpenSearch 2 does not have.
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
    `/${INDEX}/_mapping`,
    `/${INDEX}/_mapping/_doc`,
    `/${INDEX}/_stats`,
  ];
  return [
    ...reads.map((path) => ["Get", path] as const),
    ["Post", "/_bulk"] as const,
    ["Put", `/${INDEX}`] as const,
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
  const stack = destination();

  it("has the permissions that Firehose needs, on these resources only", () => {
    expect(allowed(stack, ROLE)).toEqual([
      `es:DescribeDomain ${DOMAIN_ARN}`,
      `es:DescribeDomainConfig ${DOMAIN_ARN}`,
      `es:DescribeDomains ${DOMAIN_ARN}`,
      `es:ESHttpGet ${DOMAIN_ARN}/`,
      `es:ESHttpGet ${DOMAIN_ARN}/_all/_settings`,
      `es:ESHttpGet ${DOMAIN_ARN}/_cluster/stats`,
      `es:ESHttpGet ${DOMAIN_ARN}/_nodes`,
      `es:ESHttpGet ${DOMAIN_ARN}/_nodes/*/stats`,
      `es:ESHttpGet ${DOMAIN_ARN}/_nodes/stats`,
      `es:ESHttpGet ${DOMAIN_ARN}/_stats`,
      `es:ESHttpGet ${DOMAIN_ARN}/support-agent-events*/_mapping`,
      `es:ESHttpGet ${DOMAIN_ARN}/support-agent-events*/_mapping/*`,
      `es:ESHttpGet ${DOMAIN_ARN}/support-agent-events*/_stats`,
      `es:ESHttpGet ${DOMAIN_ARN}/support-contact-records*/_mapping`,
      `es:ESHttpGet ${DOMAIN_ARN}/support-contact-records*/_mapping/*`,
      `es:ESHttpGet ${DOMAIN_ARN}/support-contact-records*/_stats`,
      `es:ESHttpPost ${DOMAIN_ARN}`,
      `es:ESHttpPost ${DOMAIN_ARN}/*`,
      `es:ESHttpPut ${DOMAIN_ARN}`,
      `es:ESHttpPut ${DOMAIN_ARN}/*`,
      `kinesis:DescribeStream ${STREAM}-agent-events`,
      `kinesis:DescribeStream ${STREAM}-contact-records`,
      `kinesis:GetRecords ${STREAM}-agent-events`,
      `kinesis:GetRecords ${STREAM}-contact-records`,
      `kinesis:GetShardIterator ${STREAM}-agent-events`,
      `kinesis:GetShardIterator ${STREAM}-contact-records`,
      `kinesis:ListShards ${STREAM}-agent-events`,
      `kinesis:ListShards ${STREAM}-contact-records`,
      `kms:Decrypt ${KEY_ARN}`,
      `kms:Decrypt ${KEY_ARN}`,
      `kms:GenerateDataKey ${KEY_ARN}`,
      "logs:PutLogEvents arn:aws:logs:eu-central-1:111122223333:log-group:/aws/kinesisfirehose/support-delivery:log-stream:*",
      `s3:AbortMultipartUpload ${BACKUP}/*`,
      `s3:GetBucketLocation ${BACKUP}`,
      `s3:GetObject ${BACKUP}/*`,
      `s3:ListBucket ${BACKUP}`,
      `s3:ListBucketMultipartUploads ${BACKUP}`,
      `s3:PutObject ${BACKUP}/*`,
    ]);
  });

  it.each(requestsOfFirehose())("may send %s %s", (method, path) => {
    const request = { action: `es:ESHttp${method}`, resource: `${DOMAIN_ARN}${path}` };

    expect(evaluatePolicy(policyOf(allowed(stack, ROLE)), request)).toBe("allowed");
  });

  it("does not allow a request that AWS does not list", () => {
    const others = [`GET /${INDEX}/_search`, `GET /${INDEX}/_doc/1`, `DELETE /${INDEX}`];

    for (const other of others) {
      const [method = "", path = ""] = other.split(" ");
      const action = `es:ESHttp${method[0] ?? ""}${method.slice(1).toLowerCase()}`;
      const request = { action, resource: `${DOMAIN_ARN}${path}` };
      expect(evaluatePolicy(policyOf(allowed(stack, ROLE)), request)).toBe("implicitly denied");
    }
  });

  it("can be assumed by the two delivery streams of this contact center only", () => {
    expect(conditions(stack, TRUST, "OwnDeliveryStreams")).toEqual([
      "aws:SourceAccount StringEquals 111122223333",
      "aws:SourceArn ArnEquals arn:aws:firehose:eu-central-1:111122223333:deliverystream/support-contact-records, " +
        "arn:aws:firehose:eu-central-1:111122223333:deliverystream/support-agent-events",
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

  it("has no permission for a stream when contact records go straight to Firehose", () => {
    const direct = destination({ routes: [DIRECT_RECORDS, EVENTS] });

    expect(allowed(direct, ROLE).filter((pair) => pair.startsWith("kinesis:"))).toEqual([
      `kinesis:DescribeStream ${STREAM}-agent-events`,
      `kinesis:GetRecords ${STREAM}-agent-events`,
      `kinesis:GetShardIterator ${STREAM}-agent-events`,
      `kinesis:ListShards ${STREAM}-agent-events`,
    ]);
  });

  it("decrypts an adopted stream with the key of that stream", () => {
    const streamArn = "arn:aws:kinesis:eu-central-1:111122223333:stream/connect-ctr";
    const keyArn = "arn:aws:kms:eu-central-1:111122223333:key/ffffffff-12ab-34cd-56ef-1234567890ab";
    const records = { ...RECORDS, stream: { streamArn, keyArn } };
    const adopted = destination({ routes: [records, EVENTS] });

    expect(conditions(adopted, ROLE, "DecryptStreams")).toContain(
      `kms:EncryptionContext:aws:kinesis:arn StringEquals ${STREAM}-agent-events`,
    );
    expect(conditions(adopted, ROLE, "DecryptAdoptedStream1")).toContain(
      `kms:EncryptionContext:aws:kinesis:arn StringEquals ${streamArn}`,
    );
    expect(allowed(adopted, ROLE)).toContain(`kms:Decrypt ${keyArn}`);
  });

  it("needs no permission of KMS for an adopted stream with the AWS-managed key", () => {
    const streamArn = "arn:aws:kinesis:eu-central-1:111122223333:stream/connect-ctr";
    const adopted = destination({ routes: [{ ...RECORDS, stream: { streamArn } }] });

    expect(allowed(adopted, ROLE).filter((pair) => pair.startsWith("kms:Decrypt"))).toEqual([
      `kms:Decrypt ${KEY_ARN}`,
    ]);
    expect(() => conditions(adopted, ROLE, "DecryptStreams")).toThrow(
      "no statement DecryptStreams",
    );
    expect(() => conditions(adopted, ROLE, "DecryptAdoptedStream1")).toThrow("no statement");
  });

  it("may create network interfaces in the named subnets only", () => {
    const inside = destination({ vpc: { subnetIds: ["subnet-0a"], securityGroupIds: ["sg-0b"] } });
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
