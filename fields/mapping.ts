import type { EventKind } from "./event-kind";
import { FIELD_TYPES, type Field } from "./field";

export interface ObjectMapping {
  readonly properties: Readonly<Record<string, PropertyMapping>>;
}

export type PropertyMapping = ObjectMapping | Readonly<Record<string, string | number | boolean>>;

/**
 * Connect and we write RFC 3339. OpenSearch's default would also take a bare number for milliseconds
 * since 1970, and so index a broken record under a wrong date. This format has a parser of its own, many
 * times as fast as any other, but only while it stands alone (docs/decisions/0014).
 */
const DATE_FORMAT = "rfc3339_lenient";

/** Queries use this field, and may leave out the zone. The first format parses stored values faster. */
const TIME_FIELD_FORMAT = "strict_date_time||strict_date_optional_time";

type Mapped = (path: string, field: Field) => PropertyMapping;

/** The mapping's properties: the dotted names as nested objects. */
export function mappingOf({ fields, timeField }: EventKind): ObjectMapping {
  return objectOf(Object.entries(fields), (path, field) => propertyOf(field, path === timeField));
}

function objectOf(
  fields: readonly (readonly [string, Field])[],
  mapped: Mapped,
  parent = "",
): ObjectMapping {
  const properties: Record<string, PropertyMapping> = {};
  for (const [name, field] of fields) {
    const [head = name] = name.split(".");
    if (head === name) {
      properties[name] = mapped(parent + name, field);
    } else if (!(head in properties)) {
      const below = fields.filter(([other]) => other.startsWith(`${head}.`));
      properties[head] = objectOf(
        below.map(([other, theirs]) => [other.slice(head.length + 1), theirs] as const),
        mapped,
        `${parent}${head}.`,
      );
    }
  }
  return { properties };
}

/**
 * Every search has a range of the time field. Other dates, numbers and ids are mostly aggregated and rarely
 * queried; such a query reads their doc_values, and they have no index of their own (docs/decisions/0014).
 */
function propertyOf(field: Field, isTimeField: boolean): PropertyMapping {
  const { aliasOf, indexed = true, type } = field;
  if (aliasOf !== undefined) return { type: "alias", path: aliasOf };
  const isDate = type === "date";
  const isNumber = FIELD_TYPES[type].dashboards === "number";
  const isIndexed = indexed && !isNumber && (!isDate || isTimeField);
  const format = isTimeField ? TIME_FIELD_FORMAT : DATE_FORMAT;
  return { type, ...(isDate && { format }), ...(!isIndexed && { index: false }) };
}
