import type { EventKind } from "./event-kind";
import type { FieldFormat, FieldType } from "./field";
import { FIELD_TYPES } from "./field";

/** A field as a saved index pattern of Dashboards lists it. */
export interface IndexPatternField {
  readonly name: string;
  readonly type: string;
  readonly esTypes: readonly string[];
  readonly count: 0;
  readonly scripted: false;
  readonly searchable: boolean;
  readonly aggregatable: boolean;
  readonly readFromDocValues: boolean;
}

/** Fields that OpenSearch itself gives every document, as Dashboards lists them. */
const META_FIELDS: readonly IndexPatternField[] = [
  entry("_id", "string", "_id", { aggregatable: true }),
  entry("_index", "string", "_index", { aggregatable: true }),
  entry("_score", "number", undefined, { searchable: false }),
  entry("_source", "_source", "_source", { searchable: false }),
];

/**
 * The complete field list, sorted as Dashboards does. With a list that is complete, Dashboards never
 * asks the cluster for one and never saves the object back.
 */
export function indexPatternFields(kind: EventKind): readonly IndexPatternField[] {
  const declared = Object.entries(kind.fields).map(([name, field]) =>
    declaredEntry(name, field.type),
  );
  return [...META_FIELDS, ...declared].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Display formats by field name. */
export function fieldFormats(kind: EventKind): Readonly<Record<string, FieldFormat>> {
  return Object.fromEntries(
    Object.entries(kind.fields).flatMap(([name, { format }]) => (format ? [[name, format]] : [])),
  );
}

function declaredEntry(name: string, type: FieldType): IndexPatternField {
  const { dashboards, aggregatable, docValues } = FIELD_TYPES[type];
  return entry(name, dashboards, type, { aggregatable, readFromDocValues: docValues });
}

function entry(
  name: string,
  type: string,
  esType: string | undefined,
  abilities: Partial<Pick<IndexPatternField, "searchable" | "aggregatable" | "readFromDocValues">>,
): IndexPatternField {
  return {
    name,
    type,
    esTypes: esType === undefined ? [] : [esType],
    count: 0,
    scripted: false,
    searchable: true,
    aggregatable: false,
    readFromDocValues: false,
    ...abilities,
  };
}
