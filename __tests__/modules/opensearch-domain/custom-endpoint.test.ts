import { loadConfiguration } from "../../../config/load";
import { compose } from "../../../main";
import { switchboardApp } from "../../../modules/shared/app";
import { configurationWith } from "../../config/base-file";
import type { LooseFile } from "../../config/base-file";
import { example } from "../../../workbench/testing/examples";
import { resources, stackOf, synthesized } from "../../../workbench/testing/synthesized";
import type { StackArtifact } from "../../../workbench/testing/synthesized";

const CUSTOM = "calls.example.com";
const GENERATED = "search-main-abc123.eu-central-1.es.amazonaws.com";
const certificateArn = "arn:aws:acm:eu-central-1:111122223333:certificate/abcd";

function customEndpoint(file: LooseFile): void {
  file.domains = [{ create: { size: "dev", customEndpoint: { host: CUSTOM, certificateArn } } }];
}

function outputOf(stack: StackArtifact, name: string): unknown {
  return stack.output?.[name]?.["value"];
}

/** Everything that a program connects to: functions, delivery streams and providers. */
function programsUrls(stacks: Readonly<Record<string, StackArtifact>>): unknown[] {
  return Object.values(stacks).flatMap((stack) => [
    ...(stack.provider["opensearch"] ?? []).map(({ url }) => url),
    ...resources(stack, "aws_lambda_function").map(
      ({ environment }) =>
        (environment as { variables: Record<string, string> }).variables["OPENSEARCH_URL"],
    ),
    ...resources(stack, "aws_kinesis_firehose_delivery_stream").map(
      ({ opensearch_configuration: to }) => (to as Record<string, unknown>)["cluster_endpoint"],
    ),
  ]);
}

describe("a domain with a custom endpoint, in an account of its own", () => {
  const configuration = loadConfiguration(example("three-accounts").file);
  const stacks = synthesized(configuration);

  it("is reached by programs through the endpoint that AWS generated", () => {
    expect(programsUrls(stacks)).toEqual([
      "https://${data.aws_opensearch_domain.domain.endpoint}",
      "https://${data.aws_opensearch_domain.domain.endpoint}",
      "https://${data.aws_opensearch_domain.domain.endpoint}",
      "https://${data.aws_opensearch_domain.domain.endpoint}",
    ]);
  });

  it("is looked up in the account that it is in", () => {
    const contactCenter = stacks["contact-center-support"];
    const [lookup] = Object.values(contactCenter?.data?.["aws_opensearch_domain"] ?? {});

    expect(lookup).toMatchObject({ domain_name: "acme-main", provider: "aws.analytics" });
    expect(contactCenter?.provider["aws"]).toContainEqual(
      expect.objectContaining({ alias: "analytics", allowed_account_ids: ["222222222222"] }),
    );
  });

  it("is opened by people through the custom one", () => {
    const domain = stackOf(configuration, "analytics-domain");

    expect(outputOf(domain, "dashboards_url")).toBe(`https://${CUSTOM}/_dashboards`);
    expect(outputOf(domain, "dashboards_saml_audience")).toBe(`https://${CUSTOM}`);
    expect(outputOf(domain, "dashboards_saml_acs_url")).toBe(
      `https://${CUSTOM}/_dashboards/_opendistro/_security/saml/acs`,
    );
    expect(outputOf(stackOf(configuration, "analytics-content"), "dashboard_support")).toBe(
      `https://${CUSTOM}/_dashboards/app/dashboards#/view/acme-support-dashboard`,
    );
  });

  it("puts out the DNS record that leads from one to the other", () => {
    const domain = stackOf(configuration, "analytics-domain");

    expect(outputOf(domain, "custom_endpoint_record")).toMatch(
      /^calls\.example\.com\. CNAME \$\{aws_opensearch_domain\.\w+\.endpoint\}\.$/,
    );
  });

  it("says at synthesis when the record is to be made", () => {
    const stack = compose(switchboardApp("/tmp/switchboard-notes"), configuration).find(
      ({ node: { id } }) => id === "analytics-domain",
    );

    expect(stack?.notes).toContainEqual({
      severity: "info",
      text: expect.stringMatching(
        /calls\.example\.com.*CNAME record.*before users sign in/,
      ) as string,
    });
  });
});

describe("a domain whose generated endpoint the configuration knows beside its custom one", () => {
  const stacks = synthesized(
    configurationWith((file) => {
      customEndpoint(file);
      Object.assign(file.domains[0] ?? {}, { endpoint: GENERATED });
    }),
  );

  it("is looked up in no account", () => {
    const lookups = Object.values(stacks).map(({ data }) => data?.["aws_opensearch_domain"]);

    expect(lookups).toEqual(lookups.map(() => undefined));
  });

  it("gives programs the generated one and people the custom one", () => {
    expect(new Set(programsUrls(stacks))).toEqual(new Set([undefined, `https://${GENERATED}`]));
    expect(outputOf(stacks["analytics-domain"] ?? fail(), "dashboards_url")).toBe(
      `https://${CUSTOM}/_dashboards`,
    );
    expect(outputOf(stacks["analytics-domain"] ?? fail(), "custom_endpoint_record")).toBe(
      `${CUSTOM}. CNAME ${GENERATED}.`,
    );
  });
});

describe("an adopted domain", () => {
  const adopted = (endpoint: string, customEndpoint?: string) =>
    configurationWith((file) => {
      file.domains = [
        {
          adopt: {
            arn: "arn:aws:es:eu-central-1:111122223333:domain/insight",
            endpoint,
            ...(customEndpoint && { customEndpoint }),
            replicas: 1,
            contentRoleArn: "arn:aws:iam::111122223333:role/opensearch-admin",
          },
        },
      ];
    });

  it("has its dashboards at the custom endpoint, and its provider at the generated one", () => {
    const content = stackOf(adopted(GENERATED, CUSTOM), "analytics-content");

    expect(content.provider["opensearch"]).toEqual([
      expect.objectContaining({ url: `https://${GENERATED}` }),
    ]);
    expect(outputOf(content, "dashboard_support")).toContain(`https://${CUSTOM}/_dashboards/`);
  });

  it.each([
    [GENERATED, 0],
    ["search-insight-abc123.aos.eu-central-1.on.aws", 0],
    ["calls.example.com", 1],
  ])("with the endpoint %s is reason for %d notes", (endpoint, notes) => {
    const stacks = compose(switchboardApp("/tmp/switchboard-notes"), adopted(endpoint));
    const said = stacks.flatMap((stack) =>
      stack.notes.filter(({ text }) => text.includes("no endpoint that AWS generates")),
    );

    expect(said).toHaveLength(notes);
  });
});

function fail(): never {
  throw new Error("The stack is missing.");
}
