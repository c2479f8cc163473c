/**
 * Keeps what is needed to plan and to rehearse an upgrade from the release that is checked out. Run once a release:
 *   npx tsx __tests__/terraform/upgrade/keep-release.ts 0.2.0
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { loadConfiguration } from "../../../config/load";
import { synthesize } from "../../../cli/synthesize";
import { keepArtifacts } from "../../../workbench/rehearsal/upgrade/kept-artifacts";
import { EXAMPLES } from "../../../workbench/testing/examples";
import type { Example } from "../../../workbench/testing/examples";
import { artifactsFile, REHEARSED } from "../../rehearsal/upgrade/releases";
import { startAwsStub } from "../aws-stub";
import { layOverride, terraform } from "../terraform";
import { contentNames, contentNamesFile, releaseFolder, stateFile } from "./releases";
import type { Plan, ResourceChange, Schemas } from "./state-of-plan";
import { stateOfPlan } from "./state-of-plan";

/** Values spread along references, one resource further with each plan; our longest chain has four. */
const MOST_PLANS = 8;

async function keepRelease(release: string): Promise<void> {
  const folder = releaseFolder(release);
  mkdirSync(folder, { recursive: true });
  for (const example of EXAMPLES) {
    cpSync(example.file, join(folder, basename(example.file)));
    await keepExample(release, example);
  }
  const [{ file }] = EXAMPLES as readonly [Example];
  cpSync(join(dirname(file), "saml-metadata.xml"), join(folder, "saml-metadata.xml"));
}

async function keepExample(release: string, { file, name }: Example): Promise<void> {
  mkdirSync(join(releaseFolder(release), name), { recursive: true });
  const work = mkdtempSync(join(tmpdir(), "switchboard-release-"));
  const stub = await startAwsStub();
  try {
    const stacks = await synthesize(loadConfiguration(file), work, "json");
    if (name === REHEARSED) await keepRehearsed(release, work);
    for (const { folder, stack } of stacks) {
      const id = stack.node.id;
      const artifact = join(folder, "cdk.tf.json");
      if (id.startsWith("analytics-content")) {
        write(contentNamesFile(release, name, id), contentNames(artifact));
        continue;
      }
      const kept = stateFile(release, name, id);
      if (existsSync(kept)) continue;
      layOverride(folder, stub.url, artifact);
      write(kept, await settledState(folder));
      process.stdout.write(`${name} ${id}\n`);
    }
  } finally {
    await stub.close();
    rmSync(work, { recursive: true, force: true });
  }
}

/** The artifacts as they are synthesized, before an override is laid beside them. */
async function keepRehearsed(release: string, folder: string): Promise<void> {
  const archive = artifactsFile(release, REHEARSED);
  if (existsSync(archive)) return;
  mkdirSync(dirname(archive), { recursive: true });
  await keepArtifacts(folder, archive);
}

/** Plans over the state of the plan before, until a plan changes nothing. */
async function settledState(folder: string): Promise<object> {
  await terraform(folder, "init", "-input=false", "-no-color");
  const schemas = JSON.parse(await terraform(folder, "providers", "schema", "-json")) as Schemas;
  let state: object = {};
  for (let serial = 1; serial <= MOST_PLANS; serial += 1) {
    await terraform(
      folder,
      "plan",
      "-input=false",
      "-no-color",
      "-lock=false",
      "-refresh=false",
      "-out=plan",
    );
    const plan = JSON.parse(await terraform(folder, "show", "-json", "plan")) as Plan;
    const changed = (plan.resource_changes ?? []).filter(
      ({ change, mode }) => mode === "managed" && differs(change),
    );
    if (changed.length === 0) return state;
    state = stateOfPlan(plan, schemas, serial);
    writeFileSync(join(folder, "test.tfstate"), JSON.stringify(state));
  }
  throw new Error(`${folder}: the plans do not converge.`);
}

/** Some providers plan an update of a block that they never keep in the state; its values are the same. */
function differs({ actions, after, before }: ResourceChange["change"]): boolean {
  return actions.join() !== "no-op" && JSON.stringify(before) !== JSON.stringify(after);
}

function write(file: string, content: unknown): void {
  writeFileSync(file, `${JSON.stringify(content, null, 1)}\n`);
}

const [, , release = ""] = process.argv;
if (!/^\d+\.\d+\.\d+$/.test(release) || !existsSync(join(__dirname, "..", "releases"))) {
  throw new Error("Name the release that is checked out, such as 0.2.0.");
}
void keepRelease(release);
