import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfiguration } from "../../config/load";
import { synthesize, type Form } from "../../cli/synthesize";
import { example } from "../../workbench/testing/examples";
import { terraform } from "./terraform";
import { missingProviders } from "../../workbench/testing/missing-providers";
import { initialize } from "./untouched";

const STACK = "account-main";

describe("an argument that the provider does not know", () => {
  let work: string;

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), "switchboard-"));
    const configuration = loadConfiguration(example("one-account").file);
    await synthesize(configuration, join(work, "json"), "json");
    await synthesize(configuration, join(work, "hcl"), "hcl");
  });
  afterAll(() => {
    rmSync(work, { recursive: true, force: true });
  });

  const planted = async (form: Form, file: string, plant: (text: string) => string) => {
    const folder = join(work, `planted-${form}`);
    cpSync(join(work, form, "stacks", STACK), folder, { recursive: true });
    const artifact = join(folder, file);
    const before = readFileSync(artifact, "utf8");
    writeFileSync(artifact, plant(before));
    expect(readFileSync(artifact, "utf8")).not.toBe(before);
    expect(await initialize(folder)).toEqual([]);
    return terraform(folder, "validate", "-no-color");
  };

  it("is refused in a provider block of the untouched artifact, as JSON", async () => {
    const validated = planted("json", "cdk.tf.json", (text) => {
      const stack = JSON.parse(text) as { readonly provider: { readonly aws: object[] } };
      Object.assign(stack.provider.aws[0] ?? {}, { session_name: "planted" });
      return JSON.stringify(stack);
    });

    await expect(validated).rejects.toThrow(/No argument or block type is named "session_name"/);
  });

  it("is refused in a provider block of the untouched artifact, as HCL", async () => {
    const validated = planted("hcl", "cdk.tf", (text) =>
      text.replace(/^provider "aws" \{$/m, '$&\n  session_name = "planted"'),
    );

    await expect(validated).rejects.toThrow(
      /An argument named "session_name" is not expected here/,
    );
  });
});

describe("a provider that cannot be installed", () => {
  it("is named by what init says, wherever Terraform breaks the line", () => {
    const said =
      "Error: Failed to query available provider packages\n\nCould not retrieve the list of available versions for provider\n" +
      "acme/calls: could not connect to registry.terraform.io\n\nError: Failed to install provider\n\n" +
      "Error while installing acme/queues v1.2.3: bad response";

    expect(missingProviders(said)).toEqual(["acme/calls", "acme/queues"]);
    expect(missingProviders("Error: Backend initialization required")).toEqual([]);
  });
});
