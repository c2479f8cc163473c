import { configurationJsonSchema, variantsOf } from "./json-schema";
import type { JsonSchema } from "./json-schema";

/** docs/configuration.md: every key, from the schema that checks the file. */
export function configurationPage(): string {
  const rows = keysBelow(configurationJsonSchema(), "").map(rowOf);
  return [
    "# Configuration",
    "",
    "One file holds the configuration: `switchboard.yaml`, or the path in `SWITCHBOARD_CONFIG`. Without",
    "either, Switchboard takes the example `config/examples/one-account.yaml`. All errors are reported at once,",
    "and nothing is written then. For completion in the editor, put this line at the top of the file:",
    "",
    "```yaml",
    "# yaml-language-server: $schema=./config/switchboard.schema.json",
    "```",
    "",
    "`<name>` stands for a name of your own, `[]` for each entry of a list. Keys without a default and",
    "without *optional* have to be there, if the block they are in is there.",
    "",
    "<!-- Written by `npm run docs:configuration`; do not edit. -->",
    "",
    "| key | is | default | meaning |",
    "|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

/** Paths of all keys, as the page writes them. */
export function configurationKeys(): readonly string[] {
  return keysBelow(configurationJsonSchema(), "").map(({ path }) => path);
}

function keysBelow(schema: JsonSchema, path: string): Child[] {
  const variants = variantsOf(schema);
  const children = merged(variants.flatMap((variant) => childrenOf(variant, path)));
  return children.flatMap((child) => [child, ...keysBelow(child.schema, child.path)]);
}

interface Child {
  readonly path: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

/** Two shapes of one block may share a key: it is told once, with all that it can be. */
function merged(children: readonly Child[]): Child[] {
  const byPath = new Map<string, Child>();
  for (const child of children) {
    const other = byPath.get(child.path);
    byPath.set(
      child.path,
      other ? { ...other, schema: either(other.schema, child.schema) } : child,
    );
  }
  return [...byPath.values()];
}

function either(one: JsonSchema, other: JsonSchema): JsonSchema {
  if (one.description === other.description) return one;
  const described = (schema: JsonSchema): string => {
    const choice = schema.const === undefined ? "" : `${constant(schema.const)}: `;
    return `${choice}${schema.description ?? ""}`;
  };
  return { anyOf: [one, other], description: `${described(one)} ${described(other)}` };
}

function childrenOf(schema: JsonSchema, path: string): Child[] {
  const { additionalProperties, items, properties = {}, required = [] } = schema;
  const named = Object.entries(properties).map(([key, child]) => ({
    path: path === "" ? key : `${path}.${key}`,
    schema: child,
    required: required.includes(key),
  }));
  if (typeof additionalProperties === "object" && "properties" in additionalProperties) {
    return childrenOf(additionalProperties, `${path}.<name>`);
  }
  return items
    ? merged(variantsOf(items).flatMap((variant) => childrenOf(variant, `${path}[]`)))
    : named;
}

function rowOf({ path, required, schema }: Child): string {
  const fallback =
    schema.default === undefined || isBlock(schema.default)
      ? required
        ? ""
        : "*optional*"
      : `\`${JSON.stringify(schema.default)}\``;
  const cells = [`\`${path}\``, kindOf(schema), fallback, schema.description ?? ""];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function kindOf(schema: JsonSchema): string {
  const kinds = variantsOf(schema).map((variant) => {
    if (variant.enum) return variant.enum.map((value) => `\`${String(value)}\``).join(", ");
    if (variant.const !== undefined) return `\`${constant(variant.const)}\``;
    if (variant.type === "array") return `list of ${kindOf(variant.items ?? {})}`;
    if (variant.type === "object") return "block";
    return `${variant.type === "string" ? "text" : (variant.type ?? "any")}${rangeOf(variant)}`;
  });
  return [...new Set(kinds)].join(" or ");
}

function rangeOf({ maximum, minimum }: JsonSchema): string {
  const bounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  if (minimum === undefined || !bounded) return "";
  return ` ${minimum}–${maximum}`;
}

function isBlock(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A fixed value as it stands in a file. */
function constant(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
