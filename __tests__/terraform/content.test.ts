import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OpenSearchClient } from "../../workbench/opensearch/client";
import { startOpenSearch, type OpenSearchNode } from "../../workbench/opensearch/node";
import { contentFor } from "../../modules/opensearch-content/content/content";
import { contentProps } from "../../modules/stacks/content-props";
import { contentImports } from "../../cli/content-imports";
import { synthesize } from "../../cli/synthesize";
import { configurationOf } from "../../workbench/testing/configured";
import { startAwsStub, type AwsStub } from "./aws-stub";
import { startDomainStandIn, type DomainStandIn } from "./domain-stand-in";
import { TerraformError, layOverride, terraform } from "./terraform";
import { OPENSEARCH_PROVIDER, initialize, notRunHere } from "./untouched";

/** A hundred objects through a provider that opens a connection for each call. */
const APPLY_MS = 600_000;

const configuration = configurationOf(
  { alias: "support" },
  {
    create: undefined,
    adopt: {
      arn: "arn:aws:es:eu-central-1:111122223333:domain/analytics",
      endpoint: "search.example.com",
      replicas: 0,
      contentRoleArn: "arn:aws:iam::111122223333:role/content",
      backendRoles: { viewers: ["viewers"], editors: ["editors"] },
    },
    tenantPerContactCenter: true,
  },
);

describe("the content stack, applied by the real provider to a real OpenSearch", () => {
  let work: string;
  let folder: string;
  let missing: readonly string[];
  let node: OpenSearchNode | undefined;
  let domain: DomainStandIn | undefined;
  let stub: AwsStub | undefined;

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), "switchboard-"));
    await synthesize(configuration, work, "json");
    folder = join(work, "stacks", "analytics-content");
    missing = await initialize(folder);
    if (missing.length > 0) return;
    node = await startOpenSearch({ shortLived: true, security: true });
    domain = await startDomainStandIn(node);
    stub = await startAwsStub();
    layOverride(folder, stub.url, join(folder, "cdk.tf.json"), domain.url);
    await terraform(folder, "init", "-input=false", "-no-color");
  }, APPLY_MS);
  afterAll(async () => {
    await domain?.close();
    await stub?.close();
    await node?.stop();
    rmSync(work, { recursive: true, force: true });
  });

  const apply = (): Promise<string> =>
    terraform(folder, "apply", "-auto-approve", "-input=false", "-no-color");
  const plan = (): Promise<string> => terraform(folder, "plan", "-input=false", "-no-color");
  const declared = (): Readonly<Record<string, Readonly<Record<string, unknown>>>> =>
    (
      JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as {
        readonly resource: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
      }
    ).resource;
  const numberOf = (...types: readonly string[]): number =>
    Object.entries(declared())
      .filter(([type]) => types.length === 0 || types.includes(type))
      .flatMap(([, named]) => Object.keys(named)).length;

  /** True where the provider is there; where it is not, that is all that is amiss. */
  const canRun = (what: string): boolean => {
    if (missing.length === 0) return true;
    notRunHere(what, missing);
    expect(missing).toEqual([OPENSEARCH_PROVIDER]);
    return false;
  };

  it(
    "is there as it is declared, and a second plan changes nothing",
    async () => {
      if (!canRun("apply of analytics-content") || !node) return;

      expect(await apply()).toContain(`${numberOf()} added, 0 changed, 0 destroyed`);

      expect(await plan()).toContain("No changes.");
      const [own] = configuration.domains;
      if (!own) throw new Error("The configuration has a domain.");
      const content = contentFor(contentProps(own, configuration.contactCenters));
      const client = new OpenSearchClient(node.url, node.administrator);
      const pipelines = await client.get<Readonly<Record<string, unknown>>>("_ingest/pipeline");
      expect(pipelines).toMatchObject(content.ingestPipelines);
      const security = "_plugins/_security/api";
      expect(await client.get(`${security}/tenants`)).toMatchObject(content.tenants);
      expect(inOrder(await client.get(`${security}/roles`))).toMatchObject(inOrder(content.roles));
      expect(await client.get(`${security}/rolesmapping`)).toMatchObject(content.roleMappings);
    },
    APPLY_MS,
  );

  it(
    "whose state is lost is brought back by the printed imports, which name all that is refused twice",
    async () => {
      if (!canRun("import into analytics-content")) return;
      rmSync(join(folder, "test.tfstate"));
      const imports = contentImports(configuration)
        .filter((line) => !line.startsWith("#"))
        .map((line) => /^terraform import '(.+)' '(.+)'$/.exec(line)?.slice(1) ?? []);

      const refused = await apply().then(
        () => "",
        (error: unknown) => (error instanceof TerraformError ? error.output : String(error)),
      );
      expect(refused).toMatch(/component template \[.+\] already exists/);
      expect(refused).toMatch(/409 \(Conflict\)/);
      const failed = [...refused.matchAll(/with (opensearch_\S+),/g)].map(([, address]) => address);
      const addresses = imports.map(([address]) => address);
      expect(failed.filter((address) => !addresses.includes(address))).toEqual([]);

      for (const [address = "", id = ""] of imports) {
        expect(await terraform(folder, "import", "-no-color", address, id)).toContain(
          "Import successful!",
        );
      }
      await apply();
      expect(await plan()).toContain("No changes.");
      expect(imports).toHaveLength(
        numberOf(
          "opensearch_component_template",
          "opensearch_composable_index_template",
          "opensearch_ism_policy",
        ),
      );
    },
    APPLY_MS,
  );
});

/** Lists and blocks of permissions are sets, to the provider and to OpenSearch. */
function inOrder(value: unknown): object {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => JSON.stringify(asSorted(item)));
    return items.sort().map((item) => JSON.parse(item) as unknown);
  }
  return Object.fromEntries(
    Object.entries(value as object).map(([name, inner]) => [name, asSorted(inner)]),
  );
}

function asSorted(value: unknown): unknown {
  return typeof value === "object" && value !== null ? inOrder(value) : value;
}
