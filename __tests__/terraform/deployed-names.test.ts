import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TerraformStack } from "cdktf";
import { switchboardApp } from "../../modules/shared/app";
import { DeployedNames } from "../../modules/shared/deployed-names";
import { terraform } from "./terraform";

/** Names that a plan must not lose, with the real Terraform; no provider is needed. */
describe("names that are deployed", () => {
  let work: string;

  const folder = (): string => join(work, "stacks", "names");
  const write = (inUse: readonly string[], retired: readonly string[] = []): void => {
    const app = switchboardApp(work);
    const stack = new TerraformStack(app, "names");
    new DeployedNames(stack, "contact-centers", { inUse, retired });
    app.synth();
  };
  const apply = async (): Promise<string> => {
    await terraform(folder(), "init", "-input=false", "-no-color");
    return await terraform(folder(), "apply", "-auto-approve", "-input=false", "-no-color");
  };

  beforeEach(async () => {
    work = mkdtempSync(join(tmpdir(), "switchboard-"));
    write(["acme-support", "acme-sales"]);
    await apply();
  });

  afterEach(() => {
    rmSync(work, { recursive: true, force: true });
  });

  it("cannot change: the plan fails and names what to retire", async () => {
    write(["acme-support", "acme-vendas"]);

    await expect(apply()).rejects.toThrow(
      /terraform_data\.contact-centers_retire-before-removing_\w+\["acme-sales"\]\s+has lifecycle\.prevent_destroy/,
    );
  });

  it("cannot vanish while they are in use", async () => {
    write(["acme-support"]);

    await expect(apply()).rejects.toThrow("retire-before-removing_");
  });

  it("may vanish after they were retired, which itself changes nothing", async () => {
    write(["acme-support"], ["acme-sales"]);
    expect(await apply()).toContain("0 added, 0 changed, 0 destroyed");

    write(["acme-support"]);
    expect(await apply()).toContain("0 added, 0 changed, 1 destroyed");
  });

  it("may come back after they were retired", async () => {
    write(["acme-support"], ["acme-sales"]);
    await apply();

    write(["acme-support", "acme-sales"]);
    expect(await apply()).toContain("1 added, 0 changed, 1 destroyed");
  });

  it("are added without a change of those that are there", async () => {
    write(["acme-support", "acme-sales", "acme-field"]);

    expect(await apply()).toContain("1 added, 0 changed, 0 destroyed");
  });
});
