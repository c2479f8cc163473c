import type { EventKind } from "./event-kind";
import type { Field } from "./field";

export interface ObjectMapping {
  readonly properties: Readonly<Record<string, PropertyMapping>>;
}

export type PropertyMapping = ObjectMapping | Readonly<Record<string, string | number | boolean>>;

/**
 * Connect and we write ISO 8601. OpenSearch's default would also take a bare number for milliseconds
 * since 1970, and so index a broken record under a wrong date.
 */
const DATE_FORMAT = "strict_date_optional_time";

/** The mapping's properties: the dotted names as nested objects. */
export function mappingOf(kind: EventKind): ObjectMapping {
  return objectOf(Object.entries(kind.fields));
}

function objectOf(fields: readonly (readonly [string, Field])[]): ObjectMapping {
  const properties: Record<string, PropertyMapping> = {};
  for (const [name, field] of fields) {
    const [head = name] = name.split(".");
    if (head === name) {
      properties[name] = propertyOf(field);
    } else if (!(head in properties)) {
      const below = fields.filter(([other]) => other.startsWith(`${head}.`));
      properties[head] = objectOf(
        below.map(([other, theirs]) => [other.slice(head.length + 1), theirs] as const),
      );
    }
  }
  return { properties };
}

function propertyOf({ type, aliasOf }: Field): PropertyMapping {
  if (aliasOf !== undefined) return { type: "alias", path: aliasOf };
  return type === "date" ? { type, format: DATE_FORMAT } : { type };
}
