import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Aspects } from "cdktf";
import type { Configuration } from "../../config/configuration";
import { compose } from "../../main";
import { switchboardApp, withoutStackTraces } from "../../modules/shared/app";
import { writeAtomically } from "../../modules/shared/write-atomically";
import type { SwitchboardStack } from "../../modules/stacks/switchboard-stack";
import { formattedHcl, inForm } from "../synthesize";
import type { Form } from "../synthesize";
import { addressesOf, artifactOf, providerConfigurations, withoutBackend } from "./artifact";
import type { Artifact } from "./artifact";
import { mainAsHcl, mainAsJson, movedFile, variablesFile, versionsFile } from "./module-files";
import { ModuleInputs } from "./module-inputs";
import { moduleReadme } from "./module-readme";
import { moduleTest } from "./module-test";

export const MODULES_FOLDER = "modules.out";

export interface WrittenModule {
  readonly stack: SwitchboardStack;
  readonly folder: string;
  readonly resources: number;
  /** References of the provider configurations that a caller passes, such as `aws.analytics`. */
  readonly providers: readonly string[];
}

/** Files of both forms; each run writes those of its form and removes the others. */
const GENERATED = [
  "main.tf",
  "main.tf.json",
  "variables.tf",
  "versions.tf",
  "README.md",
  "tests/plan.tftest.hcl",
  "migration",
  "assets",
];

/**
 * Writes every stack of the configuration as a module that other configurations call: without providers and
 * backend, with the resources and addresses of the stack. Returns the modules in the order of applying.
 */
export async function writeModules(
  configuration: Configuration,
  outdir: string,
  form: Form,
): Promise<WrittenModule[]> {
  const work = mkdtempSync(join(tmpdir(), "switchboard-"));
  try {
    const synthesized = inForm(form, () => synthesizeWithInputs(configuration, work));
    const written: WrittenModule[] = [];
    for (const { inputs, stack } of synthesized) {
      const source = join(work, "stacks", stack.node.id);
      const artifact = withoutBackend(artifactOf(stack));
      const main =
        form === "hcl"
          ? mainAsHcl(await formattedHcl(readFileSync(join(source, "cdk.tf"), "utf8"), stack))
          : mainAsJson(artifact);
      const folder = join(outdir, stack.node.id);
      const files = {
        [form === "hcl" ? "main.tf" : "main.tf.json"]: main,
        ...(await companionFiles(stack, artifact, inputs)),
      };
      replaceModule(folder, files, join(source, "assets"));
      written.push({
        stack,
        folder,
        resources: addressesOf(artifact).length,
        providers: providerConfigurations(artifact).map(({ reference }) => reference),
      });
    }
    return written;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

interface StackWithInputs {
  readonly stack: SwitchboardStack;
  readonly inputs: ModuleInputs;
}

function synthesizeWithInputs(configuration: Configuration, outdir: string): StackWithInputs[] {
  return withoutStackTraces(() => {
    const app = switchboardApp(outdir);
    const stacks = compose(app, configuration).map((stack) => {
      const inputs = new ModuleInputs();
      Aspects.of(stack).add(inputs);
      return { stack, inputs };
    });
    app.synth();
    return stacks;
  });
}

/** The files beside the main one, in HCL for both forms: they are for people. */
async function companionFiles(
  stack: SwitchboardStack,
  artifact: Artifact,
  inputs: ModuleInputs,
): Promise<Readonly<Record<string, string>>> {
  const { format } = await import("@cdktf/hcl-tools");
  const hcl = async (text: string): Promise<string> => `${(await format(text)).trim()}\n`;
  const { id } = stack.node;
  return {
    "versions.tf": await hcl(versionsFile(artifact)),
    ...(inputs.inputs.length > 0 && { "variables.tf": await hcl(variablesFile(inputs.inputs)) }),
    "README.md": await moduleReadme(stack, artifact, inputs.inputs),
    "tests/plan.tftest.hcl": await hcl(moduleTest(artifact, inputs, stack.account.id)),
    "migration/moved.tf": await hcl(movedFile(id, addressesOf(artifact))),
  };
}

/** Other files in the folder stay, such as `.terraform`. */
function replaceModule(
  folder: string,
  files: Readonly<Record<string, string>>,
  assets: string,
): void {
  for (const name of GENERATED) rmSync(join(folder, name), { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) writeAtomically(join(folder, name), text);
  if (existsSync(assets)) cpSync(assets, join(folder, "assets"), { recursive: true });
}
