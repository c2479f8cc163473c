import { DOMAIN_SIZES } from "../../../aws/domain-sizes";
import { AnalyticsDomain } from "../../../modules/opensearch-domain/analytics-domain";
import type { AnalyticsDomainProps } from "../../../modules/opensearch-domain/analytics-domain";
import { KEY_ARN, PLACE, inEmptyStack } from "../../../workbench/testing/single-construct";
import { resource, resources } from "../../../workbench/testing/synthesized";

const CONTENT_ROLE = "arn:aws:iam::111122223333:role/platform/calls-content";
const WRITER = "arn:aws:iam::444455556666:role/sales-delivery";

function domainWith(props: Partial<AnalyticsDomainProps> = {}) {
  return inEmptyStack(
    (scope) =>
      new AnalyticsDomain(scope, "analytics", {
        domainName: "calls",
        place: PLACE,
        size: DOMAIN_SIZES.medium,
        keyArn: KEY_ARN,
        contentRoleArn: CONTENT_ROLE,
        writerRoleArns: [WRITER],
        engineVersion: "OpenSearch_2.19",
        ...props,
      }),
  );
}

function accessStatements({ stack }: ReturnType<typeof domainWith>) {
  const documents = Object.entries(stack.data?.["aws_iam_policy_document"] ?? {});
  const [, document] = documents.find(([name]) => /analytics_access/.test(name)) ?? [];
  return (document as { readonly statement: readonly unknown[] } | undefined)?.statement;
}

describe("a domain without options", () => {
  const domain = domainWith();

  it("has the nodes of its size, hot storage only, a public endpoint and the given engine", () => {
    expect(resource(domain.stack, "aws_opensearch_domain")).toMatchObject({
      domain_name: "calls",
      engine_version: "OpenSearch_2.19",
      cluster_config: { instance_type: "r6g.large.search", instance_count: 3 },
      off_peak_window_options: {
        off_peak_window: { window_start_time: { hours: 1, minutes: 0 } },
      },
      lifecycle: { prevent_destroy: true },
    });
    const { cluster_config, vpc_options } = resource(domain.stack, "aws_opensearch_domain");
    expect(vpc_options).toBeUndefined();
    expect(cluster_config).not.toHaveProperty("warm_enabled");
  });

  it("has the given role as master user and creates none", () => {
    expect(resource(domain.stack, "aws_opensearch_domain")).toMatchObject({
      advanced_security_options: { master_user_options: { master_user_arn: CONTENT_ROLE } },
    });
    expect(domain.construct.contentRole).toBeUndefined();
    expect(resources(domain.stack, "aws_iam_role")).toEqual([]);
  });

  it("admits the content role and the writers, each through the root of its account", () => {
    expect(accessStatements(domain)).toMatchObject([
      {
        sid: "ContentDeploys",
        principals: [{ identifiers: ["arn:aws:iam::111122223333:root"] }],
        condition: [{ values: [CONTENT_ROLE] }],
      },
      {
        sid: "ContactCentersWrite",
        principals: [{ identifiers: ["arn:aws:iam::444455556666:root"] }],
        condition: [{ values: [WRITER] }],
      },
    ]);
  });
});

test("a domain without writers admits the content role alone", () => {
  expect(accessStatements(domainWith({ writerRoleArns: [] }))).toHaveLength(1);
});

test("a created content role has the last part of its ARN as name and is the master user", () => {
  const { construct, stack } = domainWith({ createContentRole: true });

  expect(resource(stack, "aws_iam_role")).toMatchObject({ name: "calls-content" });
  expect(construct.contentRole?.role).toBeDefined();
  expect(resource(stack, "aws_opensearch_domain")).toMatchObject({
    advanced_security_options: {
      master_user_options: { master_user_arn: expect.stringMatching(/aws_iam_role\./) as string },
    },
  });
});

test("an existing resource policy for logs is used where the domain is told so", () => {
  expect(resources(domainWith().stack, "aws_cloudwatch_log_resource_policy")).toHaveLength(1);
  const { stack } = domainWith({ createLogResourcePolicy: false });
  expect(resources(stack, "aws_cloudwatch_log_resource_policy")).toEqual([]);
});

test("options and overrides are arguments of the domain, overrides last", () => {
  const { stack } = domainWith({
    engineVersion: "OpenSearch_3.5",
    tiers: { warm: true, cold: false },
    offPeakStartHour: 22,
    vpc: { subnetIds: ["subnet-0a"], securityGroupIds: ["sg-0a"] },
    domainOverrides: { ipAddressType: "dualstack", engineVersion: "OpenSearch_3.3" },
  });

  expect(resource(stack, "aws_opensearch_domain")).toMatchObject({
    engine_version: "OpenSearch_3.3",
    ip_address_type: "dualstack",
    cluster_config: { warm_enabled: true },
    off_peak_window_options: { off_peak_window: { window_start_time: { hours: 22 } } },
    vpc_options: { subnet_ids: ["subnet-0a"], security_group_ids: ["sg-0a"] },
  });
});
