import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfiguration } from "../../config/load";
import { switchboardApp } from "../../modules/shared/app";
import { compose } from "../../main";
import type { Form } from "../../cli/synthesize";
import { synthesize } from "../../cli/synthesize";
import type { Example } from "../helpers/examples";
import { startAwsStub } from "./aws-stub";
import type { AwsStub } from "./aws-stub";
import { meaningOfHcl, meaningOfJson } from "./parity";
import { layOverride, terraform } from "./terraform";

/** The opensearch provider is in no mirror of ours; its stack is proven by applying its content. */
const WITHOUT_AWS = /^analytics-content/;

/**
 * Declares the tests of one example: JSON and HCL of every stack mean the same, are formatted, and
 * real Terraform with the real AWS provider initializes, validates and plans both.
 */
export function verifyExample(example: Example): void {
  describe(`the example ${example.name}`, () => {
    const ids = stackIdsOf(example);
    const awsStacks = ids.filter((id) => !WITHOUT_AWS.test(id));
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

    const artifacts = awsStacks.flatMap((id) =>
      (["json", "hcl"] as const).map((form) => [id, form] as const),
    );
    it.each(artifacts)("%s (%s) is initialized, validated and planned", async (id, form) => {
      const folder = folderOf(form, id);
      layOverride(folder, stub.url, artifactOf("json", id));

      await terraform(folder, "init", "-input=false", "-no-color");
      await terraform(folder, "validate", "-no-color");
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

function stackIdsOf(example: Example): string[] {
  const app = switchboardApp(join(tmpdir(), "switchboard-names"));
  return compose(app, loadConfiguration(example.file)).map((stack) => stack.node.id);
}
