import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfiguration } from "../../config/load";
import { switchboardApp } from "../../modules/shared/app";
import { LOCK_FILE, lockFile } from "../../modules/shared/lock-file";
import { compose } from "../../main";
import { stackIds } from "../../modules/stacks/stack-ids";
import type { Form } from "../../cli/synthesize";
import { synthesize } from "../../cli/synthesize";
import type { Example } from "../../workbench/testing/examples";
import { startAwsStub } from "./aws-stub";
import type { AwsStub } from "./aws-stub";
import { meaningOfHcl, meaningOfJson } from "./parity";
import { layOverride, terraform } from "./terraform";
import { OPENSEARCH_PROVIDER, initialize, notRunHere } from "./untouched";

/** Address of the AWS provider in the lock file of OpenTofu. */
const OPENTOFU_PROVIDER = "registry.opentofu.org/hashicorp/aws";

/**
 * Declares the tests of one example: JSON and HCL of every stack mean the same, are formatted, and
 * real Terraform with the real providers initializes and validates both as they are, and plans them.
 */
export function verifyExample(example: Example): void {
  describe(`the example ${example.name}`, () => {
    const ids = stackIdsOf(example);
    const byProvider = contentStacksOfProvider(example);
    let work: string;
    let stub: AwsStub;

    const folderOf = (form: Form, id: string): string => join(work, form, "stacks", id);
    const artifactOf = (form: Form, id: string): string =>
      join(folderOf(form, id), form === "json" ? "cdk.tf.json" : "cdk.tf");

    beforeAll(async () => {
      work = mkdtempSync(join(tmpdir(), "switchboard-"));
      const configuration = loadConfiguration(example.file);
      await synthesize(configuration, join(work, "json"), "json");
      await synthesize(configuration, join(work, "hcl"), "hcl");
      stub = await startAwsStub();
    });

    afterAll(async () => {
      await stub.close();
      rmSync(work, { recursive: true, force: true });
    });

    it.each(ids)("%s means the same as JSON and as HCL", async (id) => {
      const hcl = await meaningOfHcl(readFileSync(artifactOf("hcl", id), "utf8"));

      expect(hcl).toEqual(meaningOfJson(readFileSync(artifactOf("json", id), "utf8")));
    });

    it("is formatted as terraform fmt would", async () => {
      await expect(terraform(work, "fmt", "-check", "-recursive", join(work, "hcl"))).resolves.toBe(
        "",
      );
    });

    const artifacts = ids.flatMap((id) =>
      (["json", "hcl"] as const).map((form) => [id, form] as const),
    );
    // Before any override is laid: of merged blocks, Terraform does not see unknown arguments.
    it.each(artifacts)("%s (%s) is initialized and validated as it is", async (id, form) => {
      const folder = folderOf(form, id);

      const missing = await initialize(folder);

      if (missing.length === 0) {
        await expect(terraform(folder, "validate", "-no-color")).resolves.toContain(
          "The configuration is valid.",
        );
        const lock = readFileSync(join(folder, LOCK_FILE), "utf8");
        // OpenTofu installs from its own registry, and keeps no entry of another one.
        if (!lock.includes(OPENTOFU_PROVIDER)) expect(linesMissingIn(lock)).toEqual([]);
        return;
      }
      // What can be said without the provider: it alone is missing; provider-schema.test.ts has the rest.
      notRunHere(`terraform validate of ${example.name}/${id} (${form})`, missing);
      expect([byProvider.includes(id), missing]).toEqual([true, [OPENSEARCH_PROVIDER]]);
    });

    // The provider needs a reachable domain for a plan; `content.test.ts` applies it to one.
    const planned = artifacts.filter(([id]) => !byProvider.includes(id));
    it.each(planned)("%s (%s) is planned", async (id, form) => {
      const folder = folderOf(form, id);
      layOverride(folder, stub.url, artifactOf("json", id));

      await terraform(folder, "init", "-input=false", "-no-color");
      const plan = await terraform(
        folder,
        "plan",
        "-input=false",
        "-no-color",
        "-lock=false",
      ).catch((error: unknown) => {
        throw new Error(`${String(error)}\nThe stub did not know: ${stub.unknown.join(", ")}`);
      });

      const { resource = {} } = JSON.parse(readFileSync(artifactOf("json", id), "utf8")) as {
        readonly resource?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
      };
      const declared = Object.values(resource).flatMap((named) => Object.keys(named)).length;
      expect(plan).toContain(`Plan: ${declared} to add, 0 to change, 0 to destroy.`);
    });
  });
}

/** What Terraform has taken out of the lock file that was written beside the stack. */
function linesMissingIn(lock: string): readonly string[] {
  const lines = lock.split("\n");
  return lockFile()
    .split("\n")
    .filter((line) => !lines.includes(line));
}

/** Ids of the stacks whose content the opensearch provider deploys. */
function contentStacksOfProvider(example: Example): readonly string[] {
  return loadConfiguration(example.file)
    .domains.filter(({ content }) => content === "terraform")
    .map((domain) => stackIds.analyticsContent(domain));
}

/** Ids of the stacks that the example composes. */
export function stackIdsOf(example: Example): string[] {
  const app = switchboardApp(join(tmpdir(), "switchboard-names"));
  return compose(app, loadConfiguration(example.file)).map((stack) => stack.node.id);
}
