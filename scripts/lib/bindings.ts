import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { TerraformProviderGenerator as Generator } from "@cdktf/provider-generator";

const PROJECT = resolve(__dirname, "..", "..");
const GENERATED = join(PROJECT, ".gen");
const STAMP = "made-from";

/**
 * CDKTF has no prebuilt bindings for this provider; the schema of one release is kept in schemas/, as
 * `terraform providers schema -json` writes it. A schema of the provider's main branch has arguments
 * that no release knows, and Terraform refuses the whole stack for one of them.
 */
const RELEASE_FILE = join(PROJECT, "schemas", "opensearch.release.json");

/** The release of the provider that the stacks pin and the bindings are made from. */
export interface ProviderRelease {
  /** Address in Terraform's registry. */
  readonly source: string;
  /** Tag of the release in the provider's repository. */
  readonly tag: string;
  /** Commit of the tag. */
  readonly commit: string;
  /** Name of the schema's file beside this one. */
  readonly schema: string;
  /** Digest of the schema's file, hexadecimal. */
  readonly sha256: string;
}

export function providerRelease(file = RELEASE_FILE): ProviderRelease {
  return JSON.parse(readFileSync(file, "utf8")) as ProviderRelease;
}

/**
 * The kept schema's text.
 * @throws if it is not the file whose digest stands beside it
 */
export function releasedSchema(file = RELEASE_FILE): string {
  const { schema, sha256, source, tag } = providerRelease(file);
  const text = readFileSync(join(dirname(file), schema), "utf8");
  const found = createHash("sha256").update(text).digest("hex");
  if (found === sha256) return text;
  throw new Error(
    `schemas/${schema} is not the schema of ${source} ${tag}: its SHA-256 is ${found}, schemas/${basename(file)} says ${sha256}. ` +
      "Write it with `terraform providers schema -json` of the release, and put tag, commit and digest of that release beside it.",
  );
}

/** Cut to what is used: the compiler reads all of it. */
const RESOURCES = [
  "opensearch_audit_config",
  "opensearch_component_template",
  "opensearch_composable_index_template",
  "opensearch_dashboard_object",
  "opensearch_dashboard_tenant",
  "opensearch_ingest_pipeline",
  "opensearch_ism_policy",
  "opensearch_role",
  "opensearch_roles_mapping",
] as const;

type GeneratorInput = ConstructorParameters<typeof Generator>[1];

interface ProviderSchema {
  readonly provider: unknown;
  readonly resource_schemas: Readonly<Record<string, unknown>>;
}

/**
 * Writes the typed bindings into .gen/ if they are missing or their schema, or this program, has
 * changed since. Needs neither the network nor Terraform; takes about a second when it has to work.
 */
export async function bindings(say: (line: string) => void): Promise<void> {
  const schema = releasedSchema();
  const stamp = createHash("sha256")
    .update(schema)
    .update(readFileSync(RELEASE_FILE))
    .update(readFileSync(__filename))
    .digest("hex");
  const stampFile = join(GENERATED, STAMP);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  const release = providerRelease();
  const version = release.tag.replace(/^v/, "");
  say(`Generating bindings of ${release.source} ${version}`);
  // Made beside and put in place whole, for two programs may start at once.
  const fresh = `${GENERATED}-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  await generate(JSON.parse(schema) as SchemaFile, { source: release.source, version }, fresh);
  writeFileSync(join(fresh, STAMP), stamp);
  rmSync(GENERATED, { recursive: true, force: true });
  renameSync(fresh, GENERATED);
}

interface SchemaFile {
  readonly format_version: `1.${number}` | `0.${number}`;
  readonly provider_schemas: Readonly<Record<string, ProviderSchema>>;
}

interface Pinned {
  readonly source: string;
  readonly version: string;
}

async function generate(file: SchemaFile, pinned: Pinned, folder: string): Promise<void> {
  // The generator asks HashiCorp for news and Terraform for its version when it is loaded; it needs neither.
  process.env["CHECKPOINT_DISABLE"] = "1";
  process.env["TERRAFORM_BINARY_NAME"] = "true";
  const { CodeMaker, TerraformProviderConstraint, TerraformProviderGenerator } =
    await import("@cdktf/provider-generator");
  const { ConstructsMakerProviderTarget, Language } = await import("@cdktf/commons");
  const generator = new TerraformProviderGenerator(new CodeMaker(), cutDown(file, pinned));
  const constraint = new TerraformProviderConstraint(`${pinned.source}@${pinned.version}`);
  generator.generate(new ConstructsMakerProviderTarget(constraint, Language.TYPESCRIPT));
  await generator.save(folder);
  for (const resource of generatedFiles(folder)) leaveUnchecked(resource);
}

function generatedFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));
}

/** The generator's code is not written to our compiler settings. Its types count all the same. */
function leaveUnchecked(file: string): void {
  writeFileSync(file, `// @ts-nocheck\n${readFileSync(file, "utf8")}`);
}

function cutDown({ format_version, provider_schemas }: SchemaFile, { source, version }: Pinned) {
  const [name, schema] = Object.entries(provider_schemas)[0] ?? [];
  if (name === undefined || schema === undefined) {
    throw new Error(
      `the kept schema of ${source} holds no provider; write it with \`terraform providers schema -json\``,
    );
  }
  const used = RESOURCES.map((resource) => [resource, schema.resource_schemas[resource]] as const);
  return {
    format_version,
    provider_schemas: {
      [name]: {
        provider: schema.provider,
        resource_schemas: Object.fromEntries(used),
        data_source_schemas: {},
      },
    },
    // The class then states the version that it was made from.
    provider_versions: { [name]: version },
  } as unknown as GeneratorInput;
}
