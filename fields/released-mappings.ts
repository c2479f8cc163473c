import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { EventKind } from "./event-kind";
import { mappingOf, type ObjectMapping, type PropertyMapping } from "./mapping";

/** A file for each mapping that indices may have begun with, numbered from the oldest. */
export const RELEASED_MAPPINGS = join(__dirname, "released-mappings");

export interface ReleasedMapping {
  /** The first commit with these parameters. */
  readonly commit: string;
  /** By name of the event kind. */
  readonly mappings: Readonly<Record<string, ObjectMapping>>;
}

let kept: readonly ReleasedMapping[] | undefined;

/** Oldest first; the last has the parameters of today's declaration. */
export function releasedMappings(): readonly ReleasedMapping[] {
  kept ??= readdirSync(RELEASED_MAPPINGS)
    .sort()
    .map((file) => readFileSync(join(RELEASED_MAPPINGS, file), "utf8"))
    .map((text) => JSON.parse(text) as ReleasedMapping);
  return kept;
}

/**
 * The properties that an index of some released mapping lacks and every index takes. OpenSearch refuses
 * a whole mapping request for one property that the index has with other parameters, so a property
 * whose parameters have changed since is left out.
 * @returns undefined where every index has all fields
 */
export function propertiesToAdd(
  kind: EventKind,
  released = releasedMappings(),
): ObjectMapping | undefined {
  const before = released.flatMap(({ mappings }) => {
    const mapping = mappings[kind.name];
    return mapping ? [parametersOf(mapping)] : [];
  });
  const isNew = (path: string, parameters: string): boolean =>
    before.some((fields) => !fields.has(path)) &&
    before.every((fields) => (fields.get(path) ?? parameters) === parameters);
  return only(mappingOf(kind), isNew);
}

/** Fields that two mappings have with different parameters, by dotted path: OpenSearch changes no parameter of a field. */
export function changedFields(before: ObjectMapping, after: ObjectMapping): readonly string[] {
  const later = parametersOf(after);
  return [...parametersOf(before)]
    .filter(([path, parameters]) => (later.get(path) ?? parameters) !== parameters)
    .map(([path]) => path);
}

/** Parameters of every field of a mapping, as text, by dotted path. */
export function parametersOf(mapping: ObjectMapping, parent = ""): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(mapping.properties).flatMap(([name, property]) =>
      isObject(property)
        ? [...parametersOf(property, `${parent}${name}.`)]
        : [[`${parent}${name}`, JSON.stringify(property)] as const],
    ),
  );
}

function only(
  mapping: ObjectMapping,
  wanted: (path: string, parameters: string) => boolean,
  parent = "",
): ObjectMapping | undefined {
  const properties = Object.entries(mapping.properties).flatMap(([name, property]) => {
    const path = `${parent}${name}`;
    const kept = isObject(property)
      ? only(property, wanted, `${path}.`)
      : wanted(path, JSON.stringify(property)) && property;
    return kept ? [[name, kept] as const] : [];
  });
  return properties.length === 0 ? undefined : { properties: Object.fromEntries(properties) };
}

function isObject(property: PropertyMapping): property is ObjectMapping {
  return "properties" in property;
}
