import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthesize } from "../../../cli/synthesize";
import { writeModules } from "../../../cli/terraform-modules/write-modules";
import { loadConfiguration } from "../../../config/load";
import { example } from "../../../workbench/testing/examples";
import { startAwsStub } from "../aws-stub";
import type { AwsStub } from "../aws-stub";
import { layOverride, terraform } from "../terraform";
import { initialize, notRunHere } from "../untouched";
import { stateOfPlan } from "../upgrade/state-of-plan";
import type { Plan, ResourceChange, Schemas } from "../upgrade/state-of-plan";

const EXAMPLE = example("three-accounts");
const COMPOSED = join(EXAMPLE.file, "..", "composed-modules");
const STACKS = [
  "account-analytics",
  "account-voice",
  "analytics-domain",
  "contact-center-support",
  "single-sign-on",
] as const;
const ACCOUNTS = { management: "111111111111", analytics: "222222222222", voice: "333333333333" };
const PLAN = ["plan", "-input=false", "-no-color", "-lock=false", "-out=plan"];

/** The zip of a function has another path in a module; the hash of its code stays. */
const ZIP_ONLY = ["update aws_lambda_function: filename"];
/** Unknown in every update of a function. */
const IN_ANY_UPDATE = ["last_modified", "qualified_arn", "qualified_invoke_arn", "version"];

// Five plans of the plain stacks come first; each takes a minute on a busy machine.
jest.setTimeout(600_000);

describe("a root that composes the modules of three-accounts", () => {
  let work: string;
  let stub: AwsStub;
  let plain: ReadonlyMap<string, ResourceChange>;

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), "switchboard-"));
    stub = await startAwsStub();
    const configuration = loadConfiguration(EXAMPLE.file);
    await synthesize(configuration, join(work, "plain"), "json");
    await writeModules(configuration, join(work, "modules"), "hcl");
    const changes: [string, ResourceChange][] = [];
    for (const id of STACKS) {
      const planned = await planStack(id);
      for (const change of managed(planned)) {
        changes.push([`module.${id.replaceAll("-", "_")}.${change.address}`, change]);
      }
    }
    plain = new Map(changes);
  });

  afterAll(async () => {
    await stub.close();
    rmSync(work, { recursive: true, force: true });
  });

  it("is valid, with the content where its provider can be installed", async () => {
    const root = composedRoot("valid");
    const missing = await initialize(root);
    if (missing.length > 0) {
      notRunHere("the content in the composed root", missing);
      leaveContentOut(root);
      expect(await initialize(root)).toEqual([]);
    }

    await expect(terraform(root, "validate", "-no-color")).resolves.toContain(
      "The configuration is valid.",
    );
  });

  it("plans every resource of the plain stacks", async () => {
    const planned = await plan(composedRootOnStub("as-it-is"));

    expect(
      managed(planned)
        .map(({ address }) => address)
        .sort(),
    ).toEqual([...plain.keys()].sort());
  });

  it("plans the same values for every resource, with the data sources read in the plan", async () => {
    const root = composedRootOnStub("without-order");
    const main = join(root, "main.tf");
    // Behind `depends_on`, data sources are read during the apply, and their values are unknown in a plan.
    writeFileSync(main, readFileSync(main, "utf8").replace(/^\s*depends_on = .*\n/gm, ""));

    const planned = await plan(root);

    const composed = new Map(managed(planned).map((change) => [change.address, change.change]));
    expect(composed.size).toBe(plain.size);
    for (const [address, { change }] of plain)
      expect([address, besideModule(composed.get(address))]).toEqual([
        address,
        besideModule(change),
      ]);
  });

  it("takes a stack over with the moved blocks that its module has", async () => {
    const id = "contact-center-support";
    const root = await rootOfOneModule("moved", id);
    copyFileSync(join(root, id, "migration", "moved.tf"), join(root, "moved.tf"));
    writeFileSync(join(root, "test.tfstate"), JSON.stringify(await settledState(id)));

    expect(await changesOver(root)).toEqual(ZIP_ONLY);
  });

  it("takes a stack over with state commands", async () => {
    const id = "contact-center-support";
    const root = await rootOfOneModule("state-mv", id);
    writeFileSync(
      join(root, "test.tfstate"),
      JSON.stringify({ version: 4, serial: 1, lineage: "other", resources: [] }),
    );
    writeFileSync(join(root, "old.tfstate"), JSON.stringify(await settledState(id)));
    const listed = await terraform(root, "state", "list", "-state=old.tfstate");
    const addresses = listed.split("\n").filter((line) => line !== "");

    for (const address of addresses.map((line) => line.replace(/\[.*$/, ""))) {
      const to = `module.contact_center_support.${address}`;
      await terraform(
        root,
        "state",
        "mv",
        "-state=old.tfstate",
        "-state-out=test.tfstate",
        address,
        to,
      );
    }

    expect(addresses.length).toBeGreaterThan(40);
    expect(await changesOver(root)).toEqual(ZIP_ONLY);
  });

  async function planStack(id: string): Promise<Plan> {
    const folder = join(work, "plain", "stacks", id);
    layOverride(folder, stub.url, join(folder, "cdk.tf.json"));
    return await plan(folder);
  }

  function composedRoot(name: string): string {
    const root = join(work, name);
    cpSync(COMPOSED, root, { recursive: true });
    cpSync(join(work, "modules"), join(root, "modules"), { recursive: true });
    return root;
  }

  function composedRootOnStub(name: string): string {
    const root = composedRoot(name);
    leaveContentOut(root);
    const providers = join(work, `${name}.json`);
    const aws = Object.entries(ACCOUNTS).map(([alias, account]) => ({
      alias,
      allowed_account_ids: [account],
    }));
    writeFileSync(providers, JSON.stringify({ provider: { aws } }));
    layOverride(root, stub.url, providers);
    return root;
  }

  /** A root as the module's README has it. */
  async function rootOfOneModule(name: string, id: string): Promise<string> {
    const root = join(work, name);
    cpSync(join(work, "modules", id), join(root, id), { recursive: true });
    const readme = readFileSync(join(root, id, "README.md"), "utf8");
    writeFileSync(join(root, "main.tf"), /```hcl\n([^]*?)```/.exec(readme)?.[1] ?? "");
    layOverride(root, stub.url, join(work, "plain", "stacks", id, "cdk.tf.json"));
    await terraform(root, "init", "-input=false", "-no-color");
    return root;
  }

  /** State of the applied stack: of a plan that is planned over its own state until nothing changes. */
  async function settledState(id: string): Promise<object> {
    const folder = join(work, "plain", "stacks", id);
    const schemas = JSON.parse(await terraform(folder, "providers", "schema", "-json")) as Schemas;
    rmSync(join(folder, "test.tfstate"), { force: true });
    for (let serial = 1; serial <= 5; serial += 1) {
      const planned = await plan(folder, "-refresh=false");
      if (serial > 1 && managed(planned).every(isUnchanged)) break;
      writeFileSync(
        join(folder, "test.tfstate"),
        JSON.stringify(stateOfPlan(planned, schemas, serial)),
      );
    }
    return JSON.parse(readFileSync(join(folder, "test.tfstate"), "utf8")) as object;
  }

  async function changesOver(root: string): Promise<readonly string[]> {
    const planned = await plan(root, "-refresh=false");
    expect(managed(planned).length).toBeGreaterThan(40);
    return managed(planned)
      .filter((change) => !isUnchanged(change))
      .map(
        ({ change, type }) => `${change.actions.join()} ${type}: ${changedIn(change).join(", ")}`,
      );
  }
});

/** Names of the attributes that a change changes. */
function changedIn({ after, after_unknown, before }: ResourceChange["change"]): readonly string[] {
  const names = new Set([...Object.keys(after ?? {}), ...Object.keys(after_unknown)]);
  return [...names].filter(
    (name) =>
      JSON.stringify(before?.[name] ?? null) !== JSON.stringify(after?.[name] ?? null) &&
      !IN_ANY_UPDATE.includes(name),
  );
}

/** Paths of assets begin with the folder of the module; the file itself is the same. */
function besideModule(change: unknown): unknown {
  const text = JSON.stringify(change).replaceAll(/"[^"]*\/assets\//g, '"assets/');
  return JSON.parse(text) as unknown;
}

/** The content needs a domain to be planned. */
function leaveContentOut(root: string): void {
  rmSync(join(root, "content.tf"));
  const versions = join(root, "versions.tf");
  writeFileSync(
    versions,
    readFileSync(versions, "utf8").replace(/^ {4}opensearch = \{[^}]*\}\n/m, ""),
  );
}

async function plan(folder: string, ...args: readonly string[]): Promise<Plan> {
  await terraform(folder, "init", "-input=false", "-no-color");
  await terraform(folder, ...PLAN, ...args);
  return JSON.parse(await terraform(folder, "show", "-json", "plan")) as Plan;
}

function managed({ resource_changes = [] }: Plan): readonly ResourceChange[] {
  return resource_changes.filter(({ mode }) => mode === "managed");
}

function isUnchanged({ change }: ResourceChange): boolean {
  return change.actions.join() === "no-op";
}
