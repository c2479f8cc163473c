import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Form } from "../../../cli/synthesize";
import { synthesize } from "../../../cli/synthesize";
import { writeModules } from "../../../cli/terraform-modules/write-modules";
import { loadConfiguration } from "../../../config/load";
import type { Example } from "../../../workbench/testing/examples";
import { meaningOfHcl, meaningOfJson } from "../parity";
import { terraform } from "../terraform";
import { OPENSEARCH_PROVIDER, initialize, notRunHere } from "../untouched";
import { stackIdsOf } from "../verify-example";

const CONTENT = /^analytics-content/;

/**
 * Declares the tests of the modules of one example: both forms mean the same, and each module passes the test
 * that it ships, which validates and plans it.
 * @param forms Forms that are also called as the README says. A module of each kind is enough: it takes long.
 */
export function verifyModules(example: Example, forms: readonly Form[] = []): void {
  describe(`the modules of the example ${example.name}`, () => {
    const ids = stackIdsOf(example);
    let work: string;
    const folderOf = (form: Form, id: string): string => join(work, form, id);
    const textOf = (form: Form, id: string, file: string): string =>
      readFileSync(join(folderOf(form, id), file), "utf8");

    beforeAll(async () => {
      work = mkdtempSync(join(tmpdir(), "switchboard-"));
      const configuration = loadConfiguration(example.file);
      await writeModules(configuration, join(work, "json"), "json");
      await writeModules(configuration, join(work, "hcl"), "hcl");
      await synthesize(configuration, join(work, "roots"), "json");
    });

    afterAll(() => {
      rmSync(work, { recursive: true, force: true });
    });

    it.each(ids)("%s means the same as JSON and as HCL", async (id) => {
      const hcl = await meaningOfHcl(textOf("hcl", id, "main.tf"));

      expect(hcl).toEqual(meaningOfJson(textOf("json", id, "main.tf.json")));
      for (const file of ["versions.tf", "tests/plan.tftest.hcl", "README.md"]) {
        expect(textOf("json", id, file)).toBe(textOf("hcl", id, file));
      }
    });

    it.each(ids)("%s has the resources of the stack, at the same addresses", (id) => {
      const root = readFileSync(join(work, "roots", "stacks", id, "cdk.tf.json"), "utf8");

      expect(withoutInputs(textOf("json", id, "main.tf.json"))).toEqual(withoutInputs(root));
      expect(JSON.parse(textOf("json", id, "main.tf.json"))).not.toHaveProperty("provider");
      expect(JSON.parse(textOf("json", id, "main.tf.json"))).not.toHaveProperty("terraform");
    });

    it("is formatted as terraform fmt would", async () => {
      const hcl = join(work, "hcl");

      await expect(terraform(work, "fmt", "-check", "-recursive", hcl)).resolves.toBe("");
    });

    it.each(ids)("%s passes the test that it ships", async (id) => {
      const folder = folderOf("hcl", id);

      if (!(await isReady(folder, id))) return;
      await expect(terraform(folder, "test", "-no-color")).resolves.toMatch(
        /^Success! [12] passed, 0 failed\.$/m,
      );
    });

    /** False where the opensearch provider cannot be installed, which content alone needs. */
    async function isReady(folder: string, id: string): Promise<boolean> {
      const missing = await initialize(folder);
      if (missing.length === 0) return true;
      notRunHere(`the module ${example.name}/${id}`, missing);
      expect([id, missing]).toEqual([expect.stringMatching(CONTENT), [OPENSEARCH_PROVIDER]]);
      return false;
    }

    const artifacts = ids.flatMap((id) => forms.map((form) => [id, form] as const));
    if (artifacts.length === 0) return;
    it.each(artifacts)(
      "%s (%s) is valid when it is called as its README says",
      async (id, form) => {
        const root = join(work, `call-${form}-${id}`);
        mkdirSync(root);
        cpSync(folderOf(form, id), join(root, id), { recursive: true });
        const [, usage = ""] = /```hcl\n([^]*?)```/.exec(textOf(form, id, "README.md")) ?? [];
        writeFileSync(join(root, "main.tf"), usage);

        if (!(await isReady(root, id))) return;
        await expect(terraform(root, "validate", "-no-color")).resolves.toContain(
          "The configuration is valid.",
        );
      },
    );
  });
}

/** Resources and data sources by address, without the two arguments that come from inputs. */
function withoutInputs(artifact: string): unknown {
  const { data, output, resource } = JSON.parse(artifact, (key, value: unknown) =>
    key === "tags" || key === "permissions_boundary" || key === "//" ? undefined : value,
  ) as Readonly<Record<string, unknown>>;
  return { data, output, resource };
}
