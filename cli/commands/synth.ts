import { existsSync } from "node:fs";
import { relative } from "node:path";
import { loadConfiguration } from "../../config/load";
import type { Configuration } from "../../config/configuration";
import { command } from "../command";
import { UsageError } from "../errors";
import type { Form, SynthesizedStack } from "../synthesize";
import { table } from "../table";
import { terraformProgram } from "../terraform-program";

export const synth = command({
  name: "synth",
  summary: "Write the Terraform of every stack",
  options: {
    hcl: { description: "write HCL instead of JSON" },
    modules: {
      description:
        "write modules for a root configuration of your own, without providers and backend",
    },
    out: {
      value: "FOLDER",
      description: "write there instead of to cdktf.out, hcl.out (HCL) or modules.out (modules)",
    },
    quiet: { description: "print the table and warnings, without other notes and the estimate" },
    imports: {
      value: "TARGETS",
      description: "also write import blocks, for all, STACK or STACK:ADDRESS, with commas",
    },
  },
  details:
    "Prints the stacks in the order in which they are first applied, each with the next command, then the\n" +
    "estimated bill of each: switchboard cost has its parts.\n" +
    "Without a configuration it takes an example.\n" +
    "With --imports, each folder gets imports.tf.json, until the next synth without it: docs/operations.md, Lost state.\n" +
    "With --modules, each module has a README.md with a call of it: docs/modules.md.",
  async run({ hcl, imports, modules, out, quiet }) {
    if (modules && imports !== undefined) {
      throw new UsageError(
        "--imports does not work with --modules: import blocks belong to a root module. Leave one of them out.",
      );
    }
    const configuration = loadConfiguration();
    if (modules) {
      await synthesizeModules(configuration, hcl ? "hcl" : "json", out, quiet);
      return;
    }
    // Only now: the constructs take a second to load, which errors in the configuration need not wait for.
    const { OUTPUT_FOLDERS, synthesize } = await import("../synthesize");
    const form: Form = hcl ? "hcl" : "json";
    const stacks = await synthesize(configuration, out ?? OUTPUT_FOLDERS[form], form);
    console.log(
      table(
        ["stack", "account", "Region", "resources", "next command"],
        stacks.map((synthesized) => rowOf(synthesized, form, out)),
      ),
    );
    if (imports !== undefined) await importStates(stacks, imports);
    await printNotesOf(stacks, quiet);
    if (!quiet) await printEstimates(stacks);
  },
});

/** Writes modules and prints them with the configurations of providers that a caller passes. */
async function synthesizeModules(
  configuration: Configuration,
  form: Form,
  out: string | undefined,
  quiet: boolean,
): Promise<void> {
  const { MODULES_FOLDER, writeModules } = await import("../terraform-modules/write-modules");
  const modules = await writeModules(configuration, out ?? MODULES_FOLDER, form);
  console.log(
    table(
      ["module", "account", "Region", "resources", "providers", "folder"],
      modules.map(({ folder, providers, resources, stack }) => {
        const { id, name, region } = stack.account;
        const passed = providers.join(", ");
        return [stack.node.id, `${name} (${id})`, region, resources, passed, fromHere(folder)];
      }),
    ),
  );
  await printNotesOf(modules, quiet);
}

async function printNotesOf(
  synthesized: readonly Pick<SynthesizedStack, "stack">[],
  quiet: boolean,
): Promise<void> {
  const { printNotes } = await import("../print-notes");
  printNotes(
    synthesized
      .flatMap(({ stack }) => stack.notes.map((note) => [stack.node.id, note] as const))
      .filter(([, { severity }]) => !quiet || severity === "warning"),
  );
}

/** One line for each stack with a monthly bill: idle, and with the expected contacts. */
async function printEstimates(synthesized: readonly SynthesizedStack[]): Promise<void> {
  const { estimatesOf } = await import("../costs/estimates");
  const { estimateLine } = await import("../costs/bill");
  const { estimates, workloads } = estimatesOf(synthesized.map(({ stack }) => stack));
  for (const estimate of estimates.filter(({ idle, usage }) => idle.length + usage.length > 0)) {
    console.log(`Estimate, ${estimateLine(estimate, workloads.get(estimate.stack))}`);
  }
}

/** Writes the import files and prints what sets their variables. */
async function importStates(stacks: readonly SynthesizedStack[], targets: string): Promise<void> {
  const { importFileOf, lookupCommands, writeImportFile } = await import("../imports/import-file");
  const { ImportTargets } = await import("../imports/import-targets");
  const chosen = new ImportTargets(targets);
  for (const { folder, stack } of stacks) {
    const { id } = stack.node;
    if (!chosen.includeStack(id)) continue;
    const file = importFileOf(stack, (address) => chosen.include(id, address));
    writeImportFile(folder, file);
    console.log(
      [
        `# ${id}, in account ${stack.account.id}: ${file.imports.length} imports`,
        // Version 2 of the AWS CLI reads the one, version 1 the other.
        `export AWS_REGION=${stack.account.region} AWS_DEFAULT_REGION=${stack.account.region}`,
        ...lookupCommands(file),
        ...file.left.map(({ reason, type }) => `# not imported: ${type}: ${reason}`),
      ].join("\n"),
    );
  }
  chosen.requireUse();
}

function rowOf(
  { folder, resources, stack }: SynthesizedStack,
  form: Form,
  out: string | undefined,
): (string | number)[] {
  const { id, name, region } = stack.account;
  // The cdktf command line deploys the app that cdktf.json names.
  const next =
    form === "json" && out === undefined && existsSync("cdktf.json")
      ? `npx cdktf deploy ${stack.node.id}`
      : `${terraformProgram()} -chdir=${fromHere(folder)} init`;
  return [stack.node.id, `${name} (${id})`, region, resources, next];
}

/** Relative where that is shorter to type, and in quotes where a shell would take it apart. */
function fromHere(folder: string): string {
  const inside = relative(process.cwd(), folder);
  const path = inside.startsWith("..") ? folder : inside;
  return /^[\w./-]+$/.test(path) ? path : `'${path}'`;
}
