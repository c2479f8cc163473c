import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { loadConfiguration } from "../../../config/load";
import { toNdjson } from "../../../dashboards/objects/render";
import { contentFor } from "../../../modules/opensearch-content/content/content";
import { contentProps } from "../../../modules/stacks/content-props";
import { contentNotes } from "../../../modules/opensearch-content/notes";
import { writeContent } from "../../../cli/content-files";
import { configured } from "../../../workbench/testing/configured";
import { example } from "../../../workbench/testing/examples";

const PROJECT = join(__dirname, "..", "..", "..");

describe("the content as plain files", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "switchboard-content-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const files = (): string[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.\w+$/.test(name),
    );
  const text = (name: string): string => readFileSync(join(folder, name), "utf8");
  const read = (name: string): unknown => JSON.parse(text(name));

  test("is each body in a file called like its object, and the saved objects as Dashboards imports them", () => {
    const { content } = configured({ alias: "support" });
    expect(writeContent(folder, content)).toBe(files().length);

    const parts = {
      "component-templates": content.componentTemplates,
      "ingest-pipelines": content.ingestPipelines,
      "index-templates": content.indexTemplates,
      "ism-policies": content.lifecyclePolicies,
      roles: content.roles,
      "roles-mappings": content.roleMappings,
    };
    for (const [part, bodies] of Object.entries(parts)) {
      const names = readdirSync(join(folder, part)).map((file) => basename(file, ".json"));
      expect(names.sort()).toEqual(Object.keys(bodies).sort());
      for (const [name, body] of Object.entries(bodies)) {
        expect(read(join(part, `${name}.json`))).toEqual(body);
      }
    }
    expect(text("saved-objects.ndjson")).toBe(
      toNdjson(content.savedObjects.map(({ object }) => object)),
    );
  });

  test("is what `npm run content -- --out DIR` writes, and says", () => {
    const { file } = example("one-account");
    const { contactCenters, domains } = loadConfiguration(file);
    const [domain] = domains;
    if (!domain) throw new Error("The example has a domain.");
    const said = execFileSync("npm", ["run", "--silent", "content", "--", "--out", folder], {
      cwd: PROJECT,
      env: { ...process.env, SWITCHBOARD_CONFIG: file },
      encoding: "utf8",
    });

    const written = Object.fromEntries(files().map((name) => [name, text(name)]));
    expect(said).toContain(`${domain.domainName}: ${files().length} files`);
    const props = contentProps(domain, contactCenters);
    for (const { text: note } of contentNotes(domain.domainName, props)) {
      expect(said).toContain(note);
    }
    writeContent(folder, contentFor(props));
    expect(Object.fromEntries(files().map((name) => [name, text(name)]))).toEqual(written);
    expect([...new Set(files().map((name) => name.split("/")[0]))].sort()).toEqual([
      "audit-config.json",
      "component-templates",
      "index-templates",
      "ingest-pipelines",
      "ism-policies",
      "roles",
      "roles-mappings",
      "saved-objects.ndjson",
    ]);
  });

  test("with a tenant for each contact center, its objects are in a file of its own", () => {
    const { center, content } = configured({ alias: "support" }, { tenantPerContactCenter: true });
    writeContent(folder, content);

    const own = text(join("saved-objects", `${center.names.tenant}.ndjson`));
    expect(own).toContain(center.names.dashboard);
    expect(text("saved-objects.ndjson")).not.toContain(center.names.dashboard);
    expect(files()).toContain(join("tenants", `${center.names.tenant}.json`));
  });

  test("forgets what an earlier run wrote, and leaves alone what is not its own", () => {
    writeContent(folder, configured({ alias: "before" }).content);
    writeFileSync(join(folder, "README.md"), "mine");
    writeContent(folder, configured({ alias: "after" }).content);

    expect(files().filter((name) => name.includes("before"))).toEqual([]);
    expect(files()).toContain("README.md");
  });
});
