import { z } from "zod";
import { configurationSchema } from "./schema";

/** As much of JSON Schema as zod writes and we read. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly deprecated?: boolean;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The configuration's schema for editors, as a user writes the file: what has a default may be left out. */
export function configurationJsonSchema(): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(configurationSchema, { io: "input" });
  return {
    $schema,
    title: "Switchboard",
    description: "Configuration of Switchboard, switchboard.yaml.",
    ...schema,
  } as JsonSchema;
}

/** Every schema that could stand at a path of the file. */
export function schemasAt(path: readonly PropertyKey[]): readonly JsonSchema[] {
  return path.reduce<readonly JsonSchema[]>(
    (schemas, key) => schemas.flatMap((schema) => childOf(schema, key)),
    variantsOf(configurationJsonSchema()),
  );
}

function childOf(schema: JsonSchema, key: PropertyKey): readonly JsonSchema[] {
  const rest = schema.additionalProperties;
  const child =
    typeof key === "number"
      ? schema.items
      : (schema.properties?.[String(key)] ?? (typeof rest === "object" ? rest : undefined));
  return child ? variantsOf(child) : [];
}

/** A choice is described by what can be chosen. */
export function variantsOf(schema: JsonSchema): readonly JsonSchema[] {
  const choices = schema.anyOf ?? schema.oneOf;
  return choices ? choices.flatMap((choice) => variantsOf(choice)) : [schema];
}
