import {
  ContentFunction,
  type ContentFunctionProps,
} from "../../../modules/content-function/content-function";
import { allowed } from "../../../workbench/testing/policies";
import { inEmptyStack, KEY_ARN, PLACE } from "../../../workbench/testing/single-construct";
import { resource } from "../../../workbench/testing/synthesized";

const ROLE_ARN = "arn:aws:iam::111122223333:role/acme-main-content";
const BUCKET = "acme-main-content-111122223333";
const LOG = "arn:aws:logs:eu-central-1:111122223333:log-group:/aws/lambda/acme-main-content:*";
const VPC = { subnetIds: ["subnet-01"], securityGroupIds: ["sg-01"] };

const PROPS: ContentFunctionProps = {
  place: PLACE,
  names: {
    functionName: "acme-main-content",
    functionRoleName: "acme-main-content-function",
    bucketName: BUCKET,
  },
  domainName: "acme-main",
  domainUrl: "https://domain.example",
  content: {
    stateIndex: "acme-main-applied-content",
    replicas: 1,
    objects: [{ kind: "tenant", name: "acme-west", body: { description: "West" } }],
    existingIndices: [],
  },
  existingIndices: false,
  contentRoleArn: ROLE_ARN,
  keyArn: KEY_ARN,
};

function stackWith(change: Partial<ContentFunctionProps> = {}) {
  const props = { ...PROPS, ...change };
  return inEmptyStack((stack) => new ContentFunction(stack, "content", props)).stack;
}

describe("the content function", () => {
  it("may assume the content role, read the content and write exports, and nothing of the domain", () => {
    expect(allowed(stackWith(), "content_permissions")).toEqual([
      `kms:Decrypt ${KEY_ARN}`,
      `kms:GenerateDataKey ${KEY_ARN}`,
      `logs:CreateLogStream ${LOG}`,
      `logs:PutLogEvents ${LOG}`,
      `s3:GetObject arn:aws:s3:::${BUCKET}/content/*`,
      `s3:PutObject arn:aws:s3:::${BUCKET}/changed-saved-objects/*`,
      `sts:AssumeRole ${ROLE_ARN}`,
    ]);
  });

  it("has network interfaces in a VPC only", () => {
    const inside = stackWith({ vpc: VPC });
    expect(resource(inside, "aws_lambda_function")).toMatchObject({
      vpc_config: { subnet_ids: VPC.subnetIds, security_group_ids: VPC.securityGroupIds },
    });
    expect(resource(stackWith(), "aws_lambda_function")).not.toHaveProperty("vpc_config");
    const interfaces = (stack: typeof inside): readonly string[] =>
      allowed(stack, "content_permissions").filter((pair) => pair.startsWith("ec2:"));
    expect(interfaces(inside)).not.toEqual([]);
    expect(interfaces(stackWith())).toEqual([]);
  });

  it("is invoked with the key of the content, which follows from the content alone", () => {
    const keyIn = (change?: Partial<ContentFunctionProps>): unknown => {
      const stack = stackWith(change);
      const { key } = resource(stack, "aws_s3_object");
      const { input } = resource(stack, "aws_lambda_invocation");
      expect(JSON.parse(String(input))).toMatchObject({ content: key });
      return key;
    };
    const key = keyIn();
    expect(key).toMatch(/^content\/[0-9a-f]{32}\.json$/);
    expect(keyIn({ vpc: VPC })).toBe(key);
    expect(keyIn({ content: { ...PROPS.content, replicas: 2 } })).not.toBe(key);
  });

  it("includes existing indices on request, and runs again with newer code", () => {
    const invocation = (existingIndices: boolean) =>
      resource(stackWith({ existingIndices }), "aws_lambda_invocation");
    expect(JSON.parse(String(invocation(true)["input"]))).toHaveProperty("existingIndices", true);
    expect(JSON.parse(String(invocation(false)["input"]))).not.toHaveProperty("existingIndices");
    const { source_code_hash: code } = resource(stackWith(), "aws_lambda_function");
    expect(invocation(false)["triggers"]).toEqual({ code });
  });

  it("keeps the content, and exports for 180 days", () => {
    const { rule } = resource(stackWith(), "aws_s3_bucket_lifecycle_configuration") as {
      readonly rule: readonly { readonly filter: unknown; readonly expiration: unknown }[];
    };
    expect(rule.map(({ expiration, filter }) => [filter, expiration])).toEqual([
      [[{ prefix: "changed-saved-objects/" }], [{ days: 180 }]],
      [[{ prefix: "" }], [{ expired_object_delete_marker: true }]],
    ]);
  });
});
