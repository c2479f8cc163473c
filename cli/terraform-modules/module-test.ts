import { providerConfigurations } from "./artifact";
import type { Artifact } from "./artifact";
import { hclBody, hclValue } from "./hcl-values";
import { mockData, mockResources } from "./mock-data";
import type { ModuleInputs } from "./module-inputs";

const TAGS = { "cost-center": "4711" };
const BOUNDARY = "arn:aws:iam::111122223333:policy/boundary";

/** `terraform test` of a module, with mocks of its providers: it needs no account and creates nothing. */
export function moduleTest(artifact: Artifact, inputs: ModuleInputs, accountId: string): string {
  return [
    "# Run `terraform init`, then `terraform test`, in the folder above. No account is needed.",
    ...mockProviders(artifact, accountId),
    run("plans_with_the_defaults", {}, outputAssertions(artifact)),
    ...(inputs.inputs.length === 0 ? [] : [inputRun(inputs)]),
  ].join("\n\n");
}

function mockProviders(artifact: Artifact, accountId: string): readonly string[] {
  const defaults = [
    ...mockData(artifact, accountId).map((mock) => ["mock_data", ...mock] as const),
    ...mockResources(artifact).map((mock) => ["mock_resource", ...mock] as const),
  ].map(
    ([block, type, values]) =>
      `  ${block} "${type}" {\n    defaults = ${hclValue(values, "    ")}\n  }`,
  );
  return providerConfigurations(artifact).map(({ alias, provider }) => {
    const body = [
      ...(alias === undefined ? [] : [`  alias = "${alias}"`]),
      ...(provider === "aws" ? defaults : []),
    ];
    return body.length === 0
      ? `mock_provider "${provider}" {}`
      : `mock_provider "${provider}" {\n${body.join("\n\n")}\n}`;
  });
}

interface Assertion {
  readonly condition: string;
  readonly message: string;
}

/** Outputs that a plan can compute are texts; those of resources to be created are not known. */
function outputAssertions({ output = {} }: Artifact): readonly Assertion[] {
  return Object.entries(output)
    .filter(([, { value }]) => typeof value === "string" && !value.includes("${"))
    .map(([name, { value }]) => ({
      condition: `output.${name} == ${JSON.stringify(value)}`,
      message: `The output ${name} has another value than the configuration gives it.`,
    }));
}

function inputRun({ inputs, roles, tagged }: ModuleInputs): string {
  const names = inputs.map(({ name }) => name);
  return run(
    "passes_the_inputs_on",
    {
      ...(names.includes("tags") && { tags: TAGS }),
      ...(names.includes("permissions_boundary") && { permissions_boundary: BOUNDARY }),
    },
    [
      ...tagged.map((address) => ({
        condition: `${address}.tags["cost-center"] == var.tags["cost-center"]`,
        message: `${address} does not have the tags of the input.`,
      })),
      ...roles.map((address) => ({
        condition: `${address}.permissions_boundary == var.permissions_boundary`,
        message: `${address} does not have the permissions boundary of the input.`,
      })),
    ],
  );
}

function run(
  name: string,
  variables: Parameters<typeof hclBody>[0],
  assertions: readonly Assertion[],
): string {
  return [
    `run "${name}" {`,
    "  command = plan",
    ...(Object.keys(variables).length === 0
      ? []
      : [`\n  variables {\n${hclBody(variables, "    ")}\n  }`]),
    ...assertions.map(
      ({ condition, message }) =>
        `\n  assert {\n    condition     = ${condition}\n    error_message = ${JSON.stringify(message)}\n  }`,
    ),
    "}\n",
  ].join("\n");
}
