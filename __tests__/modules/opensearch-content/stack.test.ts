import { switchboardApp } from "../../../modules/shared/app";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toRawDocument } from "../../../dashboards/objects/render";
import { contentFor } from "../../../modules/opensearch-content/content/content";
import { contentProps } from "../../../modules/stacks/content-props";
import {
  indexSpecs,
  type IndexSpec,
} from "../../../modules/opensearch-content/content/index-specs";
import { newFieldCommands } from "../../../modules/opensearch-content/new-fields";
import { existingIndicesCommands } from "../../../modules/opensearch-content/existing-indices";
import { contentNotes } from "../../../modules/opensearch-content/notes";
import type { Field } from "../../../fields/field";
import { AnalyticsContentStack } from "../../../modules/stacks/analytics-content-stack";
import { configurationOf } from "../../../workbench/testing/configured";

interface Resource {
  readonly depends_on?: readonly string[];
  readonly body?: string;
  readonly [attribute: string]: unknown;
}
type Resources = Readonly<Record<string, Readonly<Record<string, Resource>>>>;

const TITLE = "서울 팀 <1> & 'co' #{x}";
const ATTRIBUTE = 'of "any" \\ ${kind} %{at all}';
const configuration = configurationOf(
  {
    alias: "support",
    title: TITLE,
    language: "ko",
    contactRecords: { rotation: "none" },
    privacy: { attributes: { mask: [ATTRIBUTE] } },
  },
  { endpoint: "search.example.com", tenantPerContactCenter: true },
);
const [domain] = configuration.domains;
if (!domain) throw new Error("The configuration has a domain.");
const props = contentProps(domain, configuration.contactCenters);
const content = contentFor(props);

describe("the stack of a domain's content", () => {
  const outdir = mkdtempSync(join(tmpdir(), "switchboard-"));
  const folder = join(outdir, "stacks", "content");
  let artifact: {
    readonly provider: Readonly<Record<string, readonly Resource[]>>;
    readonly terraform: { readonly required_providers: unknown };
    readonly resource: Resources;
  };
  beforeAll(() => {
    const app = switchboardApp(outdir);
    new AnalyticsContentStack(app, "content", { configuration, domain });
    app.synth();
    artifact = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as typeof artifact;
  });
  afterAll(() => {
    rmSync(outdir, { recursive: true });
  });

  const of = (type: string): readonly Resource[] =>
    Object.values(artifact.resource[`opensearch_${type}`] ?? {});
  const bodyOf = ({ body = "" }: Resource): unknown => {
    const path = /^\$\{file\(join\("\/", \[local\.\w+, "([^"]+)"\]\)\)\}$/.exec(body)?.[1];
    return JSON.parse(readFileSync(join(folder, path ?? ""), "utf8"));
  };
  const bodies = (type: string): readonly unknown[] => of(type).map(bodyOf);

  test("signs as the content role, and tries nothing out while planning", () => {
    expect(artifact.provider["opensearch"]).toEqual([
      {
        url: "https://search.example.com",
        aws_region: "eu-central-1",
        aws_assume_role_arn: domain.contentRoleArn,
        sign_aws_requests: true,
        opensearch_version: "2.19",
        healthcheck: false,
        sniff: false,
      },
    ]);
    expect(artifact.terraform.required_providers).toMatchObject({
      opensearch: { source: "opensearch-project/opensearch", version: "2.4.0" },
    });
  });

  test("carries every body in a file, whatever characters are in it, and reads it from where it lies", () => {
    expect(sorted(bodies("component_template"))).toEqual(
      sorted(Object.values(content.componentTemplates)),
    );
    expect(sorted(bodies("ingest_pipeline"))).toEqual(
      sorted(Object.values(content.ingestPipelines)),
    );
    expect(sorted(bodies("composable_index_template"))).toEqual(
      sorted(Object.values(content.indexTemplates)),
    );
    expect(sorted(bodies("ism_policy"))).toEqual(sorted(Object.values(content.lifecyclePolicies)));
    expect(sorted(bodies("dashboard_object"))).toEqual(
      sorted(content.savedObjects.map(({ object }) => [toRawDocument(object)])),
    );
    expect(JSON.stringify(bodies("dashboard_object"))).toContain(TITLE);
    expect(JSON.stringify(bodies("ingest_pipeline"))).toContain(JSON.stringify(ATTRIBUTE));
  });

  test("describes a tenant as the plain files do", () => {
    expect(of("dashboard_tenant").map(({ description }) => description)).toEqual(
      Object.values(content.tenants).map(({ description }) => description),
    );
    expect(of("dashboard_tenant")).toMatchObject([{ description: `Dashboards of ${TITLE}` }]);
  });

  test("calls what a policy is for by its plural", () => {
    const descriptions = Object.values(content.lifecyclePolicies).map(
      ({ policy }) => policy.description,
    );

    expect(descriptions).toEqual([
      `Agent events of ${TITLE}: kept for 100 days`,
      `Queue histories of ${TITLE}: kept for 35 days`,
    ]);
  });

  test("writes no body as a string", () => {
    const strings = JSON.stringify(artifact.resource);

    expect(strings).not.toContain("painless");
    expect(strings).not.toContain("visState");
  });

  test("applies role mappings last: no role can write before everything else exists", () => {
    const everythingElse = Object.entries(artifact.resource)
      .filter(([type]) => type !== "opensearch_roles_mapping")
      .flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`))
      // The names that a plan must not lose are nothing inside the domain.
      .filter((address) => !address.includes("retire-before-removing"));

    for (const mapping of of("roles_mapping")) {
      const before = allBefore(artifact.resource, mapping);
      expect(everythingElse.filter((address) => !before.has(address))).toEqual([]);
    }
    expect(of("roles_mapping")).toHaveLength(2);
  });

  test("applies pipelines and component templates before the index templates that name them", () => {
    for (const template of of("composable_index_template")) {
      const before = [...allBefore(artifact.resource, template)].join(" ");
      expect(before).toContain("opensearch_ingest_pipeline.");
      expect(before).toContain("opensearch_component_template.");
    }
  });

  test("applies one saved object of each tenant before its others, which would race for its index", () => {
    const objects = Object.entries(artifact.resource["opensearch_dashboard_object"] ?? {});
    const addresses = new Set(objects.map(([name]) => `opensearch_dashboard_object.${name}`));
    const waiting = objects.filter(([, object]) =>
      [...allBefore(artifact.resource, object)].some((address) => addresses.has(address)),
    );

    expect(objects.length - waiting.length).toBe(2);
  });

  test("leaves out what belongs to another domain", () => {
    const other = { ...domain, name: "other" };

    expect(contentFor(contentProps(other, configuration.contactCenters))).toMatchObject({
      ingestPipelines: {},
      indexTemplates: {},
      roleMappings: {},
    });
  });
});

describe("the notes of the content", () => {
  const notes = contentNotes(domain.domainName, props);

  test("name the requests for existing indices in one line", () => {
    expect(notes).toContainEqual({
      severity: "info",
      text: expect.stringMatching(/^Changes of retention, .* --existing-indices` .*$/) as string,
    });
    expect(contentNotes(domain.domainName, { ...props, contactCenters: [] })).not.toContainEqual(
      expect.objectContaining({ severity: "info" }),
    );
  });

  test("warn of an index that is never deleted", () => {
    expect(notes).toContainEqual({
      severity: "warning",
      text: expect.stringMatching(/^The contact records of support are never deleted/) as string,
    });
  });

  test("name the tenant that a removed contact center deletes", () => {
    const deleted = expect.stringMatching(/delete a tenant/) as string;
    expect(notes).toContainEqual({ severity: "info", text: deleted });
    const shared = configurationOf({ alias: "support" });
    const [domainOfShared] = shared.domains;
    if (!domainOfShared) throw new Error("The configuration has a domain.");
    const ofShared = contentProps(domainOfShared, shared.contactCenters);
    expect(contentNotes(domainOfShared.domainName, ofShared)).not.toContainEqual(
      expect.objectContaining({ text: deleted }),
    );
  });

  test("warn of a domain without viewers and editors", () => {
    expect(notes).toContainEqual({
      severity: "warning",
      text: expect.stringMatching(/^No role or group is mapped to the viewers/) as string,
    });
  });
});

describe("the requests for existing indices", () => {
  const commands = existingIndicesCommands(props);
  const specs = props.contactCenters.flatMap(indexSpecs);

  test("change the policy of each rotated index", () => {
    expect(commands).toContain(
      'POST _plugins/_ism/change_policy/switchboard-support-agent-events* {"policy_id":"switchboard-support-agent-events"}',
    );
    expect(commands.join("\n")).not.toContain("change_policy/switchboard-support-contact-records*");
  });

  test("add fields, and send no field that such an index has", () => {
    const [spec] = specs;
    if (!spec) throw new Error("A contact center has contact records.");
    const fields = { ...spec.kind.fields, Colour: { ...fieldOf(spec, "Channel") } };
    const pattern = "switchboard-support-contact-records*";
    const [keyword, integer, byte] = [
      { type: "keyword" },
      { type: "integer", index: false },
      { type: "byte", index: false },
    ];
    const NEW = {
      Queue: { properties: { CallbackTotalQueueDuration: integer } },
      ChatMetrics: {
        properties: {
          ChatContactMetrics: {
            properties: {
              TotalMessages: integer,
              ConversationTurnCount: integer,
              AgentFirstResponseTimeInMillis: { type: "long", index: false },
            },
          },
        },
      },
      LocalInterval: keyword,
      Direction: keyword,
      OfferedCount: byte,
      AnsweredCount: byte,
      AbandonedCount: byte,
      ServiceLevelSeconds: integer,
      CallbackWaitDuration: integer,
      Colour: keyword,
    };

    expect(newFieldCommands([{ ...spec, kind: { ...spec.kind, fields } }])).toEqual([
      `PUT ${pattern}/_mapping ${JSON.stringify({ properties: NEW })}`,
      `POST ${pattern}/_update_by_query?pipeline=_none&conflicts=proceed`,
    ]);
    for (const command of newFieldCommands(specs)) expect(commands).toContain(command);
  });

  test("set slow-log thresholds and replicas", () => {
    expect(commands).toContainEqual(
      expect.stringContaining(
        'PUT switchboard-support-contact-records*,switchboard-support-agent-events*,switchboard-support-queue-depth*,switchboard-support-queue-history*/_settings {"index.number_of_replicas":"0",',
      ),
    );
  });

  test("are none where there is no contact center: they would be for every index of the domain", () => {
    expect(existingIndicesCommands({ ...props, contactCenters: [] })).toEqual([]);
  });

  test("export each tenant", () => {
    expect(commands).toContainEqual(
      expect.stringContaining('-H "securitytenant: switchboard-support"'),
    );
  });
});

function fieldOf({ kind }: IndexSpec, name: string): Field {
  const field = kind.fields[name];
  if (!field) throw new Error(`${kind.name} has no field ${name}.`);
  return field;
}

function sorted(values: readonly unknown[]): readonly string[] {
  return values.map((value) => JSON.stringify(value)).sort();
}

/** All that is applied before the resource, directly or by way of others. */
function allBefore(resources: Resources, resource: Resource): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...(resource.depends_on ?? [])];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (found.has(address)) continue;
    found.add(address);
    const [type = "", name = ""] = address.split(".");
    waiting.push(...(resources[type]?.[name]?.depends_on ?? []));
  }
  return found;
}
