/**
 * The state that applying a plan would leave, as far as the plan says: the provider's planned values,
 * and placeholders for what only AWS decides (ARNs, ids). Planned again and again over its own state, a
 * release converges to a plan without a change; that state stands for an installation of the release.
 */

/** @see https://developer.hashicorp.com/terraform/internals/json-format#plan-representation */
export interface Plan {
  readonly resource_changes?: readonly ResourceChange[];
  readonly configuration: {
    readonly provider_config: Readonly<Record<string, unknown>>;
    readonly root_module: {
      readonly resources?: readonly {
        readonly mode: string;
        readonly type: string;
        readonly name: string;
        readonly provider_config_key: string;
      }[];
    };
  };
}

export interface ResourceChange {
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  readonly provider_name: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Values | null;
    readonly after: Values | null;
    readonly after_unknown: Unknown;
  };
}

/** `terraform providers schema -json`. */
export interface Schemas {
  readonly provider_schemas: Readonly<
    Record<
      string,
      {
        readonly resource_schemas: Readonly<
          Record<string, { readonly version: number; readonly block: Block }>
        >;
      }
    >
  >;
}

interface Block {
  readonly attributes?: Readonly<
    Record<string, { readonly type: Type; readonly optional?: boolean }>
  >;
  readonly block_types?: Readonly<
    Record<string, { readonly nesting_mode: string; readonly block: Block }>
  >;
}

type Type = string | readonly [string, Type | Readonly<Record<string, Type>>];
type Values = Readonly<Record<string, unknown>>;
type Unknown = true | Readonly<Record<string, unknown>>;
type Placeholder = (path: string) => string;

/** Ids of which the provider checks the shape. */
const IDS: Readonly<Record<string, string>> = {
  aws_cognito_identity_pool: "eu-central-1:11111111-2222-3333-4444-555555555555",
  aws_cognito_user_pool: "eu-central-1_Abcdefghi",
};

/** What the provider stores where a plan leaves an attribute open that nothing refers to. */
const STORED: Readonly<Record<string, unknown>> = {
  "aws_s3_bucket_lifecycle_configuration.expected_bucket_owner": "",
};

/** Attributes that other resources refer to, even where a configuration may set them. */
const REFERRED = /(^|_)(arn|id|url|name|endpoint)$/;

/** @see https://developer.hashicorp.com/terraform/language/state */
interface StateResource {
  readonly mode: "managed";
  readonly type: string;
  readonly name: string;
  readonly provider: string;
  readonly instances: object[];
}

export function stateOfPlan(plan: Plan, { provider_schemas }: Schemas, serial: number): object {
  const resources = new Map<string, StateResource>();
  for (const change of plan.resource_changes ?? []) {
    const { after, after_unknown } = change.change;
    if (change.mode !== "managed" || after === null) continue;
    const schema = provider_schemas[change.provider_name]?.resource_schemas[change.type];
    if (!schema) throw new Error(`${change.provider_name} has no ${change.type}.`);
    const address = `${change.type}.${change.name}`;
    const resource: StateResource = resources.get(address) ?? {
      mode: "managed",
      type: change.type,
      name: change.name,
      provider: providerOf(plan, change),
      instances: [],
    };
    resource.instances.push({
      ...(change.index !== undefined && { index_key: change.index }),
      schema_version: schema.version,
      attributes: {
        ...blockOf(schema.block, after, after_unknown, placeholders(change, after)),
        ...storedOf(change.type),
      },
    });
    resources.set(address, resource);
  }
  return {
    version: 4,
    terraform_version: "1.11.4",
    serial,
    lineage: "00000000-0000-0000-0000-000000000000",
    outputs: {},
    resources: [...resources.values()],
    check_results: null,
  };
}

function providerOf(
  { configuration }: Plan,
  { name, provider_name, type }: ResourceChange,
): string {
  const declared = configuration.root_module.resources?.find(
    (resource) => resource.mode === "managed" && resource.type === type && resource.name === name,
  );
  const [, alias] = declared?.provider_config_key.split(".") ?? [];
  return `provider["${provider_name}"]${alias ? `.${alias}` : ""}`;
}

/** Placeholders of the shape that AWS gives: an ARN is an ARN, an id is the name where there is one. */
function placeholders({ name, type }: ResourceChange, after: Values): Placeholder {
  const label = name.toLowerCase();
  const named = [after.name, after.bucket, after.function_name].find(
    (value) => typeof value === "string",
  );
  const service = type.split("_")[1] ?? "";
  return (path) => {
    if (/(^|[-_])arn$/.test(path)) {
      return `arn:aws:${service}:eu-central-1:111122223333:${String(named ?? label)}`;
    }
    const id = IDS[type];
    if (id !== undefined && path === "id") return id;
    return path === "id" || path.endsWith("_id") ? String(named ?? label) : `${label}-${path}`;
  };
}

function blockOf(
  block: Block,
  after: Values | undefined,
  unknown: Unknown | undefined,
  placeholder: Placeholder,
  path = "",
): Values {
  const values: Record<string, unknown> = {};
  const unknownOf = (name: string): unknown => (unknown === true ? true : unknown?.[name]);
  for (const [name, { optional = false, type }] of Object.entries(block.attributes ?? {})) {
    if (unknownOf(name) !== true) {
      const value = filled(after?.[name] ?? null, unknownOf(name), placeholder, path + name);
      values[name] = type === "dynamic" && value !== null ? dynamic(value) : value;
    } else if (!optional || typeof type !== "string" || REFERRED.test(name)) {
      values[name] = valueOf(type, placeholder, path + name);
    }
  }
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    const below = (value: unknown, missing: unknown): Values =>
      blockOf(nested.block, value as Values, missing as Unknown, placeholder, `${path}${name}-`);
    const value = after?.[name];
    const missing = unknownOf(name);
    if (["single", "group"].includes(nested.nesting_mode)) {
      values[name] = value === null || value === undefined ? null : below(value, missing);
    } else {
      values[name] = Array.isArray(value)
        ? value.map((element, index) =>
            below(element, Array.isArray(missing) ? missing[index] : undefined),
          )
        : [];
    }
  }
  return withoutNulls(values);
}

/** A collection of which single elements are unknown. */
function filled(value: unknown, unknown: unknown, placeholder: Placeholder, path: string): unknown {
  if (unknown === true) return placeholder(path);
  if (!unknown || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((element, index) =>
      filled(element, (unknown as readonly unknown[])[index], placeholder, path),
    );
  }
  if (typeof value !== "object") return value;
  const missing = unknown as Values;
  const names = [...new Set([...Object.keys(value), ...Object.keys(missing)])];
  return Object.fromEntries(
    names.map((name) => [
      name,
      filled((value as Values)[name] ?? null, missing[name], placeholder, `${path}-${name}`),
    ]),
  );
}

/** An attribute of any type, such as `terraform_data.input`, stands with its type in the state. */
function dynamic(value: unknown): object {
  if (typeof value !== "string") throw new Error(`${JSON.stringify(value)} is no text.`);
  return { value, type: "string" };
}

/** A value of the type for an attribute that is unknown as a whole. */
function valueOf(type: Type, placeholder: Placeholder, path: string): unknown {
  if (type === "string") return placeholder(path);
  if (type === "number") return 1;
  if (type === "bool") return false;
  if (type === "dynamic") return dynamic(placeholder(path));
  const [collection, element] = type;
  if (collection !== "object") return collection === "map" ? {} : [];
  return Object.fromEntries(
    Object.entries(element as Readonly<Record<string, Type>>).map(([name, each]) => [
      name,
      valueOf(each, placeholder, `${path}-${name}`),
    ]),
  );
}

function storedOf(type: string): Values {
  const beginning = `${type}.`;
  return Object.fromEntries(
    Object.entries(STORED)
      .filter(([attribute]) => attribute.startsWith(beginning))
      .map(([attribute, value]) => [attribute.slice(beginning.length), value]),
  );
}

/** Terraform reads an absent attribute as null. */
function withoutNulls(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
