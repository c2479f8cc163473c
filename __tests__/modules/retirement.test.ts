import { stringify } from "yaml";
import { parseConfiguration } from "../../config/load";
import type { Configuration } from "../../config/configuration";
import { contentFor } from "../../modules/opensearch-content/content/content";
import { contentProps } from "../../modules/stacks/content-props";
import { requestShare } from "../../modules/queue-depth/request-share";
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
  it("lets Connect write no more and reads no queues, but goes on delivering", () => {
    expect(types("draining")).not.toContain("aws_connect_instance_storage_config");
    expect(types("draining")).not.toContain("aws_lambda_function");
    expect(types("draining")).not.toContain("aws_scheduler_schedule");
    expect(resources(stack("draining"), "aws_kinesis_stream")).toHaveLength(2);
    expect(resources(stack("draining"), "aws_kinesis_firehose_delivery_stream")).toHaveLength(2);
  });

  it("keeps its delivery's alarms but the one for silence, which would go off", () => {
    const names = resources(stack("draining"), "aws_cloudwatch_metric_alarm").map(
      ({ alarm_name }) => alarm_name,
    );

    expect(names).toContain("acme-sales-contact-records-failing");
    expect(names.filter((name) => String(name).includes("silent"))).toEqual([]);
  });

  it("keeps every other resource as it was", () => {
    const before = stack(false).resource ?? {};
    for (const type of ["aws_kinesis_firehose_delivery_stream", "aws_s3_bucket", "aws_iam_role"]) {
      const now = stack("draining").resource?.[type] ?? {};
      expect(before[type]).toMatchObject(now);
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

  it("lets its bucket be destroyed, emptied first", () => {
    expect(resource(stack(true), "aws_s3_bucket")).toMatchObject({ force_destroy: true });
    expect(resource(stack(true), "aws_s3_bucket")).not.toHaveProperty("lifecycle");
    expect(resource(stack(false), "aws_s3_bucket")).toMatchObject({
      lifecycle: { prevent_destroy: true },
    });
  });

  it("makes Terraform forget what protects the bucket, at the addresses that it had", () => {
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

  it("may not write to the domain any more", () => {
    const { contactCenters, content, domain } = contentOf(true);

    expect(Object.keys(content.roleMappings)).toEqual([
      "acme-support-delivery",
      "acme-support-queue-depth",
    ]);
    expect(JSON.stringify(domainAccessStatements(domain, contactCenters))).not.toContain(
      "acme-sales",
    );
  });

  it("stays readable: templates, policies, viewers' indices and the dashboard are as they were", () => {
    const before = contentOf(false).content;
    const { content } = contentOf(true);

    expect(content.indexTemplates).toEqual(before.indexTemplates);
    expect(content.ingestPipelines).toEqual(before.ingestPipelines);
    expect(content.lifecyclePolicies).toEqual(before.lifecyclePolicies);
    expect(content.roles["acme-main-viewer"]).toEqual(before.roles["acme-main-viewer"]);
    expect(content.savedObjects.map(({ object }) => object.id)).toContain("acme-sales-dashboard");
  });

  it("shows no current metrics, of its own or in the overview: they would never change", () => {
    const ids = contentOf(true).content.savedObjects.map(({ object }) => object.id);
    const patterns = contentOf(true)
      .content.savedObjects.filter(({ object }) => object.id === "acme-main-overview-queue-depth")
      .map(({ object }) => (object.attributes as { readonly title: string }).title);

    expect(ids).not.toContain("acme-sales-dashboard-calls-in-queue");
    expect(ids).toContain("acme-support-dashboard-calls-in-queue");
    expect(patterns).toEqual(["acme-support-queue-depth*"]);
  });

  it("leaves its share of Connect's request quota to the others", () => {
    const { contactCenters } = withSales(true);
    const [, support] = contactCenters;
    if (!support) throw new Error("The test's configuration has one contact center.");

    expect(requestShare({ contactCenters }, support)).toEqual({ position: 0, of: 1 });
  });
});

describe("an installation", () => {
  it("remembers its contact centers, those in use and those that may go", () => {
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

  it("remembers the domain that each contact center delivers to", () => {
    const { terraform_data } = stack(false).resource ?? {};

    expect(JSON.stringify(terraform_data)).toContain(
      'toset([\\"arn:aws:es:eu-central-1:111122223333:domain/acme-main\\"])',
    );
  });
});
