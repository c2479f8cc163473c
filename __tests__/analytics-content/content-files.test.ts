import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { toNdjson } from "../../dashboards/objects/render";
import { writeContent } from "../../scripts/lib/content-files";
import { configured } from "../helpers/configured";

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
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));

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
    expect(readFileSync(join(folder, "saved-objects.ndjson"), "utf8")).toBe(
      toNdjson(content.savedObjects.map(({ object }) => object)),
    );
  });

  test("with a tenant for each contact center, its objects are in a file of its own", () => {
    const { center, content } = configured({ alias: "support" }, { tenantPerContactCenter: true });
    writeContent(folder, content);

    const own = readFileSync(
      join(folder, "saved-objects", `${center.names.tenant}.ndjson`),
      "utf8",
    );
    expect(own).toContain(center.names.dashboard);
    expect(readFileSync(join(folder, "saved-objects.ndjson"), "utf8")).not.toContain(
      center.names.dashboard,
    );
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
