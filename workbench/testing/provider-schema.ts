import type { StackArtifact } from "./synthesized";

/** What `terraform providers schema -json` writes. */
export interface ProviderSchemas {
  readonly provider_schemas: Readonly<Record<string, OneProvider>>;
}

interface OneProvider {
  readonly provider?: { readonly block: BlockSchema };
  readonly resource_schemas?: Readonly<Record<string, { readonly block: BlockSchema }>>;
  readonly data_source_schemas?: Readonly<Record<string, { readonly block: BlockSchema }>>;
}

interface BlockSchema {
  readonly attributes?: Readonly<Record<string, AttributeSchema>>;
  readonly block_types?: Readonly<Record<string, NestedBlock>>;
}

interface AttributeSchema {
  readonly type?: AttributeType;
  readonly required?: boolean;
  readonly optional?: boolean;
}

interface NestedBlock {
  readonly block: BlockSchema;
  readonly min_items?: number;
  readonly max_items?: number;
}

/** "string", or a collection as its kind and what is in it, e.g. `["list", "string"]`. */
type AttributeType = string | readonly [string, AttributeType | Readonly<Record<string, unknown>>];

type Json = Readonly<Record<string, unknown>>;

/** Arguments that Terraform itself knows, in any block of the kind. */
const META = {
  provider: ["alias", "version"],
  resource: ["//", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner"],
  data: ["//", "count", "depends_on", "for_each", "lifecycle", "provider"],
} as const;

/**
 * What a stack says that its provider does not know: unknown blocks and arguments, read-only ones that
 * are set, missing ones, and literals of another type. Terraform refuses the stack for each.
 * @param source Address of the provider, e.g. `registry.terraform.io/hashicorp/aws`.
 */
export function unknownToProvider(
  stack: StackArtifact,
  schemas: ProviderSchemas,
  source: string,
): string[] {
  const schema = schemas.provider_schemas[source];
  const name = source.split("/").at(-1) ?? "";
  if (!schema) throw new Error(`There is no schema of ${source}.`);
  const own = ([type]: readonly [string, unknown]): boolean => type.startsWith(`${name}_`);
  const providers = (stack.provider[name] ?? []).flatMap((block, index) =>
    errorsOf(`provider.${name}[${index}]`, block, schema.provider?.block, META.provider),
  );
  const blocks = (["resource", "data"] as const).flatMap((kind) =>
    Object.entries(stack[kind] ?? {})
      .filter(own)
      .flatMap(([type, named]) =>
        Object.entries(named).flatMap(([label, block]) =>
          errorsOf(
            `${kind}.${type}.${label}`,
            block,
            schema[kind === "data" ? "data_source_schemas" : "resource_schemas"]?.[type]?.block,
            META[kind],
          ),
        ),
      ),
  );
  return [...providers, ...blocks];
}

function errorsOf(
  where: string,
  block: Json,
  schema: BlockSchema | undefined,
  meta: readonly string[] = [],
): string[] {
  if (!schema) return [`${where}: unknown`];
  const given = Object.entries(block).flatMap(([name, value]) => {
    if (meta.includes(name)) return [];
    const attribute = schema.attributes?.[name];
    if (attribute) return wrongAttribute(`${where}.${name}`, value, attribute);
    const nested = schema.block_types?.[name];
    return nested ? wrongBlocks(`${where}.${name}`, value, nested) : [`${where}.${name}: unknown`];
  });
  const missing = [
    ...Object.entries(schema.attributes ?? {}).filter(([, { required }]) => required),
    ...Object.entries(schema.block_types ?? {}).filter(([, nested]) => nested.min_items),
  ].flatMap(([name]) => (name in block ? [] : [`${where}.${name}: missing`]));
  return [...given, ...missing];
}

function wrongAttribute(where: string, value: unknown, schema: AttributeSchema): string[] {
  if (!schema.required && !schema.optional) return [`${where}: read-only`];
  return hasType(value, schema.type)
    ? []
    : [`${where}: not of type ${JSON.stringify(schema.type)}`];
}

function wrongBlocks(where: string, value: unknown, { block, max_items }: NestedBlock): string[] {
  const blocks = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  const tooMany =
    max_items && blocks.length > max_items ? [`${where}: more than ${max_items}`] : [];
  return [
    ...tooMany,
    ...blocks.flatMap((inner, index) =>
      isObject(inner) ? errorsOf(`${where}[${index}]`, inner, block) : [`${where}: no block`],
    ),
  ];
}

/** An expression may be of any type, and Terraform turns numbers and booleans into text. */
function hasType(value: unknown, type: AttributeType | undefined): boolean {
  if (value === null || type === undefined || type === "dynamic") return true;
  if (typeof value === "string" && value.includes("${")) return true;
  if (typeof type === "string") {
    return type === "string" ? typeof value !== "object" : typeof value === convertible[type];
  }
  const [kind, inner] = type;
  if (kind === "list" || kind === "set") {
    return Array.isArray(value) && value.every((item) => hasType(item, inner as AttributeType));
  }
  if (!isObject(value)) return false;
  return kind === "map"
    ? Object.values(value).every((item) => hasType(item, inner as AttributeType))
    : Object.entries(value).every(
        ([name, item]) => isObject(inner) && name in inner && hasType(item, inner[name] as never),
      );
}

const convertible: Readonly<Record<string, string>> = { bool: "boolean", number: "number" };

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
