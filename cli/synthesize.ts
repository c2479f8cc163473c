import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformResource } from "cdktf";
import type { Configuration } from "../config/configuration";
import { writeStacks } from "../main";
import { refactoringAsHcl, refactoringOf } from "../modules/shared/refactoring";
import type { SwitchboardStack } from "../modules/stacks/switchboard-stack";
import { IMPORT_FILE } from "./imports/import-file";

/** JSON is the artifact of record; HCL says the same for people. */
export type Form = "json" | "hcl";

export const OUTPUT_FOLDERS: Readonly<Record<Form, string>> = {
  json: "cdktf.out",
  hcl: "hcl.out",
};

const ARTIFACTS: Readonly<Record<Form, string>> = { json: "cdk.tf.json", hcl: "cdk.tf" };

export interface SynthesizedStack {
  readonly stack: SwitchboardStack;
  /** Folder that Terraform runs in. */
  readonly folder: string;
  readonly resources: number;
}

/** Writes every stack of the configuration into the folder and returns them in the order of applying. */
export async function synthesize(
  configuration: Configuration,
  outdir: string,
  form: Form,
): Promise<SynthesizedStack[]> {
  mkdirSync(outdir, { recursive: true });
  removeGenerated(outdir);
  const stacks = inForm(form, () => writeStacks(configuration, outdir));
  const synthesized = stacks.map((stack) => {
    const folder = join(outdir, "stacks", stack.node.id);
    return { stack, folder, resources: countResources(stack) };
  });
  if (form === "hcl") await formatAll(synthesized);
  removeFoldersWithout(ARTIFACTS[form], outdir);
  return synthesized;
}

/** CDKTF reads the form from the environment when a stack is made. */
export function inForm<T>(form: Form, work: () => T): T {
  const before = process.env["SYNTH_HCL_OUTPUT"];
  process.env["SYNTH_HCL_OUTPUT"] = String(form === "hcl");
  try {
    return work();
  } finally {
    if (before === undefined) delete process.env["SYNTH_HCL_OUTPUT"];
    else process.env["SYNTH_HCL_OUTPUT"] = before;
  }
}

function countResources(stack: SwitchboardStack): number {
  return stack.node.findAll().filter((node) => TerraformResource.isTerraformResource(node)).length;
}

async function formatAll(synthesized: readonly SynthesizedStack[]): Promise<void> {
  for (const { folder, stack } of synthesized) {
    const file = join(folder, ARTIFACTS.hcl);
    writeFileSync(file, await formattedHcl(readFileSync(file, "utf8"), stack));
  }
}

/** What CDKTF has rendered of a stack, with its refactoring blocks, as a person would have written it. */
export async function formattedHcl(rendered: string, stack: SwitchboardStack): Promise<string> {
  // The formatter costs start-up time that JSON need not pay.
  const { readableHcl } = await import("./hcl");
  return await readableHcl(`${rendered}\n${refactoringAsHcl(refactoringOf(stack))}`);
}

/** What an earlier run wrote, and nothing else: `.terraform` and state files stay. */
function removeGenerated(outdir: string): void {
  for (const folder of stackFolders(outdir)) {
    for (const name of [...Object.values(ARTIFACTS), IMPORT_FILE, "assets", "metadata.json"]) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}

/** Stacks that the configuration no longer has; one that holds a state is left for its owner. */
function removeFoldersWithout(artifact: string, outdir: string): void {
  for (const folder of stackFolders(outdir)) {
    if (existsSync(join(folder, artifact))) continue;
    if (readdirSync(folder).some((name) => name.includes(".tfstate"))) continue;
    rmSync(folder, { recursive: true, force: true });
  }
}

function stackFolders(outdir: string): string[] {
  const stacks = join(outdir, "stacks");
  return existsSync(stacks) ? readdirSync(stacks).map((name) => join(stacks, name)) : [];
}
