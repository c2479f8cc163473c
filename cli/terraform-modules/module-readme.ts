import type { SwitchboardStack } from "../../modules/stacks/switchboard-stack";
import { markdownTable } from "../markdown-table";
import { providerConfigurations } from "./artifact";
import type { Artifact, ProviderConfiguration, Value } from "./artifact";
import { hclBody, hclValue } from "./hcl-values";
import { leastVersions } from "./language-versions";
import { moduleName } from "./module-files";
import type { ModuleInput } from "./module-inputs";

/** `README.md` of a module: requirements, a root module that calls it, inputs and outputs. */
export async function moduleReadme(
  stack: SwitchboardStack,
  artifact: Artifact,
  inputs: readonly ModuleInput[],
): Promise<string> {
  const { format } = await import("@cdktf/hcl-tools");
  const { id, name, region } = stack.account;
  const { openTofu, terraform } = leastVersions(artifact);
  return [
    `# ${stack.node.id}`,
    `Written by \`switchboard synth --modules\` for the account ${name} (${id}) in ${region}. The next run writes it again: change the configuration, not this folder.`,
    `Requires Terraform ${terraform} or OpenTofu ${openTofu}, or newer.`,
    "## Usage",
    `\`\`\`hcl\n${(await format(usage(stack, artifact))).trim()}\n\`\`\``,
    "`terraform init && terraform test` in this folder plans the module with mocks of its providers (Terraform 1.7, OpenTofu 1.8 or newer).",
    "`migration/moved.tf` has a `moved` block for each resource. Copy it next to the call when the root module keeps the state of the stack.",
    "## Inputs",
    inputs.length === 0
      ? "None."
      : markdownTable(
          ["name", "type", "default", "description"],
          inputs.map((input) => [
            `\`${input.name}\``,
            `\`${input.type}\``,
            `\`${hclValue(input.default)}\``,
            input.description,
          ]),
        ),
    "## Outputs",
    markdownTable(
      ["name", "description"],
      Object.entries(artifact.output ?? {}).map(([output, { description }]) => [
        `\`${output}\``,
        description,
      ]),
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

/** A root module that calls the module with the providers of the configuration. */
function usage(stack: SwitchboardStack, artifact: Artifact): string {
  const { id } = stack.node;
  const providers = providerConfigurations(artifact);
  const required = Object.entries(artifact.terraform.required_providers).map(
    ([name, { source, version }]) =>
      `    ${name} = { source = "${source}", version = "${version}" }`,
  );
  const passed = providers.map(({ reference }) => `    ${reference} = ${reference}`);
  return [
    `terraform {\n  required_providers {\n${required.join("\n")}\n  }\n}\n`,
    ...providers.map((provider) => `provider "${provider.provider}" {\n${settings(provider)}\n}\n`),
    [
      `module "${moduleName(id)}" {`,
      `  source = "./${id}"`,
      "",
      "  providers = {",
      ...passed,
      "  }",
      "}\n",
    ].join("\n"),
  ].join("\n");
}

/** The URL of a domain that the stack looks up is unknown outside of the module. */
function settings({ settings: body }: ProviderConfiguration): string {
  const literal = Object.entries(body).map(([name, value]): [string, Value] => [
    name,
    typeof value === "string" && value.includes("${") ? "https://DOMAIN_ENDPOINT" : value,
  ]);
  return hclBody(Object.fromEntries(literal));
}
