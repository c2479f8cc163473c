import { writerRoleArns } from "../../config/in-use";
import { stringify } from "yaml";
import { parseConfiguration } from "../../config/load";
import type { Configuration } from "../../config/configuration";
import { contentFor } from "../../modules/opensearch-content/content/content";
import { contentProps } from "../../modules/stacks/content-props";
import { queueDepthSettings } from "../../modules/stacks/queue-depth-settings";
import { domainAccessStatements } from "../../modules/opensearch-domain/domain-access";
import { resource, resources, stackOf } from "../../workbench/testing/synthesized";

type Retired = boolean | "draining";

function withSales(retired: Retired): Configuration {
  const sales = { id: "aaaaaaaa-bbbb-cccc-dddd-111111111111" };
  const support = { id: "aaaaaaaa-bbbb-cccc-dddd-222222222222" };
  return parseConfiguration(
    stringify({
      name: "acme",
      accounts: { main: { id: "111122223333", region: "eu-central-1" } },
      domains: [{ create: { size: "small" } }],
      contactCenters: [
        { alias: "sales", timeZone: "Europe/Berlin", instance: sales, retired },
        { alias: "support", timeZone: "Europe/Berlin", instance: support },
      ],
    }),
    "test",
  );
}

const stack = (retired: Retired) => stackOf(withSales(retired), "contact-center-sales");
const types = (retired: Retired): string[] => Object.keys(stack(retired).resource ?? {}).sort();

function contentOf(retired: Retired) {
  const { contactCenters, domains } = withSales(retired);
  const [domain] = domains;
  if (!domain) throw new Error("The test's configuration has no domain.");
  return { domain, contactCenters, content: contentFor(contentProps(domain, contactCenters)) };
}

describe("a contact center that drains", () => {
  it("stops Connect's writes and the reading of queues, and continues delivery", () => {
    expect(types("draining")).not.toContain("aws_connect_instance_storage_config");
    expect(types("draining")).not.toContain("aws_lambda_function");
    expect(types("draining")).not.toContain("aws_scheduler_schedule");
    expect(resources(stack("draining"), "aws_kinesis_stream")).toHaveLength(2);
    expect(resources(stack("draining"), "aws_kinesis_firehose_delivery_stream")).toHaveLength(2);
  });

  it("keeps the alarms of its delivery, without the one for silence", () => {
    const names = resources(stack("draining"), "aws_cloudwatch_metric_alarm").map(
      ({ alarm_name }) => alarm_name,
    );

    expect(names).toContain("acme-sales-contact-records-failing");
    expect(names.filter((name) => String(name).includes("silent"))).toEqual([]);
  });

  it("leaves every other resource unchanged", () => {
    const before = stack(false).resource ?? {};
    for (const type of ["aws_kinesis_firehose_delivery_stream", "aws_s3_bucket", "aws_iam_role"]) {
      const draining = stack("draining").resource?.[type] ?? {};
      expect(before[type]).toMatchObject(draining);
    }
  });
});

describe("a contact center that is retired", () => {
  it("keeps its backup bucket and its delivery log, and nothing else", () => {
    expect(types(true)).toEqual([
      "aws_cloudwatch_log_group",
      "aws_cloudwatch_log_stream",
      "aws_s3_bucket",
      "aws_s3_bucket_lifecycle_configuration",
      "aws_s3_bucket_versioning",
      "terraform_data",
    ]);
    expect(stack(false).resource).toMatchObject({
      aws_cloudwatch_log_group: {},
      aws_s3_bucket_versioning: stack(true).resource?.["aws_s3_bucket_versioning"],
      aws_cloudwatch_log_stream: stack(true).resource?.["aws_cloudwatch_log_stream"],
    });
  });

  it("permits Terraform to empty and destroy its bucket", () => {
    expect(resource(stack(true), "aws_s3_bucket")).toMatchObject({ force_destroy: true });
    expect(resource(stack(true), "aws_s3_bucket")).not.toHaveProperty("lifecycle");
    expect(resource(stack(false), "aws_s3_bucket")).toMatchObject({
      lifecycle: { prevent_destroy: true },
    });
  });

  it("removes the bucket's protection from the state, at its addresses, and not from AWS", () => {
    const { removed } = stack(true) as unknown as {
      readonly removed: readonly { readonly from: string; readonly lifecycle: object }[];
    };
    const before = stack(false).resource ?? {};

    expect(removed).toHaveLength(4);
    for (const { from, lifecycle } of removed) {
      const [type = "", name = ""] = from.split(".");
      expect(before[type]).toHaveProperty([name]);
      expect(lifecycle).toEqual({ destroy: false });
    }
  });

  it("has no permission to write to the domain", () => {
    const { contactCenters, content, domain } = contentOf(true);

    expect(Object.keys(content.roleMappings)).toEqual([
      "acme-support-delivery",
      "acme-support-queue-depth",
    ]);
    const statements = domainAccessStatements({
      domainArn: domain.arn,
      contentRoleArn: domain.contentRoleArn,
      writerRoleArns: writerRoleArns(contactCenters),
    });
    expect(JSON.stringify(statements)).toContain("acme-support-delivery");
    expect(JSON.stringify(statements)).not.toContain("acme-sales");
  });

  it("stays readable: templates, policies, viewers' indices and the dashboard do not change", () => {
    const before = contentOf(false).content;
    const { content } = contentOf(true);

    expect(content.indexTemplates).toEqual(before.indexTemplates);
    expect(content.ingestPipelines).toEqual(before.ingestPipelines);
    expect(content.lifecyclePolicies).toEqual(before.lifecyclePolicies);
    expect(content.roles["acme-main-viewer"]).toEqual(before.roles["acme-main-viewer"]);
    expect(content.savedObjects.map(({ object }) => object.id)).toContain("acme-sales-dashboard");
  });

  it("shows no current metrics, neither on its dashboard nor in the overview", () => {
    const ids = contentOf(true).content.savedObjects.map(({ object }) => object.id);
    const patterns = contentOf(true)
      .content.savedObjects.filter(({ object }) => object.id === "acme-main-overview-queue-depth")
      .map(({ object }) => (object.attributes as { readonly title: string }).title);

    expect(ids).not.toContain("acme-sales-dashboard-calls-in-queue");
    expect(ids).toContain("acme-support-dashboard-calls-in-queue");
    expect(patterns).toEqual(["acme-support-queue-depth*"]);
  });

  it("has no share of Connect's request quota", () => {
    const configuration = withSales(true);
    const [, support] = configuration.contactCenters;
    if (!support) throw new Error("The test's configuration has one contact center.");

    const settings = queueDepthSettings(configuration, support, { domainUrl: "", instanceId: "" });
    expect(settings?.share).toEqual({ position: 0, of: 1 });
  });
});

describe("an installation", () => {
  it("keeps the names of its contact centers in the state, in use and retired", () => {
    const { moved, resource: declared } = stackOf(
      withSales(true),
      "analytics-content",
    ) as unknown as {
      readonly moved: readonly { readonly from: string; readonly to: string }[];
      readonly resource: {
        readonly terraform_data: Readonly<Record<string, { readonly for_each?: string }>>;
      };
    };
    const lists = Object.values(declared.terraform_data).flatMap(({ for_each }) => for_each ?? []);

    expect(lists).toEqual(['${toset(["acme-support"])}', '${toset(["acme-sales"])}']);
    expect(moved).toEqual([
      {
        from: expect.stringMatching(/retire-before-removing_\w+\["acme-sales"\]$/) as string,
        to: expect.stringMatching(/_retired_\w+\["acme-sales"\]$/) as string,
      },
    ]);
  });

  it("keeps the domain of each contact center in the state", () => {
    const { terraform_data } = stack(false).resource ?? {};

    expect(JSON.stringify(terraform_data)).toContain(
      'toset([\\"arn:aws:es:eu-central-1:111122223333:domain/acme-main\\"])',
    );
  });
});
