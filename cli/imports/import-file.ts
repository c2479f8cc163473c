import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SwitchboardStack } from "../../modules/stacks/switchboard-stack";
import { DeclaredResource, type Resources } from "./declared-resource";
import { IMPORT_RULES, NOT_IMPORTED } from "./import-rules";

/** File beside the artifact that Terraform reads with it. */
export const IMPORT_FILE = "imports.tf.json";

const NO_RULE = "there is no rule for its type; import it by hand";
/** `switchboard content --imports` is for these. */
const OF_ANOTHER_PROVIDER = "opensearch_";

/** A variable of the import file, and the command whose output is its value. */
export interface Lookup {
  readonly variable: string;
  readonly command: string;
}

export interface ImportFile {
  readonly imports: readonly { readonly to: string; readonly id: string }[];
  /** In an order in which each command needs earlier variables only. */
  readonly lookups: readonly Lookup[];
  /** Types whose resources are not imported, with the reason. */
  readonly left: readonly { readonly type: string; readonly reason: string }[];
}

/**
 * What brings the existing resources of a stack into an empty state: `import` blocks, and variables for the ids that
 * only AWS knows.
 * @param includes whether the resource with the address is imported
 * @see https://developer.hashicorp.com/terraform/language/import
 */
export function importFileOf(
  stack: SwitchboardStack,
  includes: (address: string) => boolean,
): ImportFile {
  const { resource = {} } = stack.toTerraform() as { readonly resource?: Resources };
  const declared = Object.entries(resource)
    .filter(([type]) => !type.startsWith(OF_ANOTHER_PROVIDER))
    .flatMap(([type, named]) =>
      Object.keys(named).map((name) => new DeclaredResource(resource, stack.account, type, name)),
    );
  const chosen = declared.filter(({ address }) => includes(address));
  const imports = chosen.flatMap(({ address, importId }) =>
    importId === undefined ? [] : [{ to: address, id: importId }],
  );
  return {
    imports,
    lookups: lookupsFor(imports, declared),
    left: [...new Set(chosen.map(({ type }) => type))].flatMap((type) =>
      type in IMPORT_RULES ? [] : [{ type, reason: NOT_IMPORTED[type] ?? NO_RULE }],
    ),
  };
}

/** Writes the import file of a stack into its folder; removes one that is not needed. */
export function writeImportFile(folder: string, { imports, lookups }: ImportFile): void {
  const path = join(folder, IMPORT_FILE);
  if (imports.length === 0) {
    rmSync(path, { force: true });
    return;
  }
  const variable = Object.fromEntries(
    lookups.map(({ command, variable: name }) => [name, { type: "string", description: command }]),
  );
  const content = { ...(lookups.length > 0 && { variable }), import: imports };
  writeFileSync(path, `${JSON.stringify(content, undefined, 2)}\n`);
}

/** Lines of a shell that set the variables of an import file. A command in an `export` would hide its failure. */
export function lookupCommands({ lookups }: ImportFile): readonly string[] {
  return lookups.map(
    ({ command, variable }) =>
      `export TF_VAR_${variable}; TF_VAR_${variable}="$(${command} --output text)"`,
  );
}

/** Lookups whose variables the ids name, after those that their commands name. */
function lookupsFor(
  imports: ImportFile["imports"],
  declared: readonly DeclaredResource[],
): readonly Lookup[] {
  const lookups = declared.map(lookupOf).filter((lookup) => lookup !== undefined);
  const namedIn = (texts: readonly string[]): readonly Lookup[] =>
    lookups.filter(({ variable }) => texts.some((text) => text.includes(variable)));
  const ofIds = namedIn(imports.map(({ id }) => id));
  const ofCommands = namedIn(ofIds.map(({ command }) => command));
  return [...new Set([...ofCommands, ...ofIds])];
}

function lookupOf(resource: DeclaredResource): Lookup | undefined {
  const command = IMPORT_RULES[resource.type]?.lookup?.(resource);
  if (command === undefined) return undefined;
  const inShell = command.replace(/\$\{var\.(\w+)\}/g, "$TF_VAR_$1");
  return { variable: resource.variable, command: inShell };
}
