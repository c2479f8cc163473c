import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { terraformProgram } from "../../cli/terraform-program";
import { synthesize } from "../../cli/synthesize";
import { configurationOf } from "../../workbench/testing/configured";
import { startAwsStub, type AwsStub } from "./aws-stub";
import { layOverride, terraform } from "./terraform";

const run = promisify(execFile);
const PAGE = join(__dirname, "..", "..", "docs", "content-function.md");
const PROVIDER = 'provider["registry.terraform.io/opensearch-project/opensearch"]';
const STATE = "test.tfstate";

/** Resources as the provider leaves them in the state, of three kinds. */
const OBJECTS = ["opensearch_role", "opensearch_ism_policy", "opensearch_dashboard_object"];

/** The command of the page that takes the objects out of the state. */
function documentedCommand(): string {
  const [, command] =
    /```sh\n(terraform state list .+)\n```/.exec(readFileSync(PAGE, "utf8")) ?? [];
  if (command === undefined) throw new Error(`${PAGE} has no command on the state.`);
  return command;
}

describe("a content stack that moves from Terraform to the function", () => {
  let work: string;
  let folder: string;
  let stub: AwsStub;

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), "switchboard-"));
    const configuration = configurationOf(
      { alias: "support" },
      { endpoint: "search-x.eu-central-1.es.amazonaws.com", content: "function" },
    );
    await synthesize(configuration, work, "json");
    folder = join(work, "stacks", "analytics-content");
    stub = await startAwsStub();
    layOverride(folder, stub.url, join(folder, "cdk.tf.json"));
    await terraform(folder, "init", "-input=false", "-no-color");
    writeFileSync(join(folder, STATE), JSON.stringify(appliedState()));
  });
  afterAll(async () => {
    await stub.close();
    rmSync(work, { recursive: true, force: true });
  });

  test("destroys nothing, once the documented command has run", async () => {
    const stateBefore = await terraform(folder, "state", "list");
    expect(stateBefore.trim().split("\n")).toHaveLength(OBJECTS.length);

    // The page names `terraform`; the tests may run another program.
    const command = documentedCommand().replaceAll("terraform ", `${terraformProgram()} `);
    const { stdout } = await run("bash", ["-c", command], { cwd: folder });

    expect(stdout).toContain(`Successfully removed ${OBJECTS.length} resource instance(s).`);
    const plan = await terraform(folder, "plan", "-input=false", "-no-color", "-lock=false");
    expect(plan).toMatch(/Plan: \d+ to add, 0 to change, 0 to destroy\./);
  });
});

function appliedState(): object {
  return {
    version: 4,
    terraform_version: "1.5.7",
    serial: 1,
    lineage: "11111111-2222-3333-4444-555555555555",
    outputs: {},
    resources: OBJECTS.map((type) => ({
      mode: "managed",
      type,
      name: `content_${type}_1234ABCD`,
      provider: PROVIDER,
      instances: [{ schema_version: 0, attributes: { id: "one" }, dependencies: [] }],
    })),
  };
}
