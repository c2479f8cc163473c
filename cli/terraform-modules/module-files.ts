import { providerConfigurations } from "./artifact";
import type { Artifact } from "./artifact";
import { hclValue } from "./hcl-values";
import { leastVersions } from "./language-versions";
import type { ModuleInput } from "./module-inputs";

/** Local name of the module in a configuration that calls it: `contact_center_support`. */
export function moduleName(stackId: string): string {
  return stackId.replaceAll("-", "_");
}

/** `versions.tf`: the least Terraform, the sources of the providers, and the configurations to pass. */
export function versionsFile(artifact: Artifact): string {
  const providers = Object.entries(artifact.terraform.required_providers).map(
    ([name, { source, version }]) => {
      const aliases = providerConfigurations(artifact)
        .filter(({ alias, provider }) => provider === name && alias !== undefined)
        .map(({ reference }) => reference);
      return [
        `    ${name} = {`,
        `      source  = ${JSON.stringify(source)}`,
        `      version = ${JSON.stringify(version)}`,
        ...(aliases.length === 0
          ? []
          : [`\n      configuration_aliases = [${aliases.join(", ")}]`]),
        "    }",
      ].join("\n");
    },
  );
  return [
    "terraform {",
    `  required_version = ">= ${requiredVersion(artifact)}"`,
    "",
    "  required_providers {",
    ...providers,
    "  }",
    "}\n",
  ].join("\n");
}

/** Both programs compare it with their own version, so that it is the lower of the two. */
export function requiredVersion(artifact: Artifact): string {
  const { openTofu, terraform } = leastVersions(artifact);
  return openTofu.localeCompare(terraform, "en", { numeric: true }) < 0 ? openTofu : terraform;
}

/** `variables.tf` */
export function variablesFile(inputs: readonly ModuleInput[]): string {
  return inputs
    .map((input) =>
      [
        `variable "${input.name}" {`,
        `  description = ${JSON.stringify(input.description)}`,
        `  type        = ${input.type}`,
        `  default     = ${hclValue(input.default)}`,
        "}\n",
      ].join("\n"),
    )
    .join("\n");
}

/** The artifact without what belongs to a root module: providers, backend and versions. */
export function mainAsJson(artifact: Artifact): string {
  const main = Object.entries(artifact).filter(([name]) => !OF_THE_ROOT.includes(name));
  return `${JSON.stringify(Object.fromEntries(main), null, 2)}\n`;
}

/** Blocks of a root module, and the metadata of CDKTF. */
const OF_THE_ROOT: readonly string[] = ["provider", "terraform", "//"];

/** The same of an artifact in HCL: no text in it has more than one line, so that a block ends at its margin. */
export function mainAsHcl(hcl: string): string {
  return `${hcl.replace(/^(?:provider "[\w-]+"|terraform) \{\n[^]*?^\}\n+/gm, "").trim()}\n`;
}

/** `moved` blocks for a root module that keeps the state of the stack and calls the module. */
export function movedFile(stackId: string, addresses: readonly string[]): string {
  return addresses
    .map(
      (address) =>
        `moved {\n  from = ${address}\n  to   = module.${moduleName(stackId)}.${address}\n}\n`,
    )
    .join("\n");
}
