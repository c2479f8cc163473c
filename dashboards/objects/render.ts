import type { SavedObject } from "./saved-object";

/** A saved object as a document of the index that Dashboards keeps its objects in. */
export interface RawDocument {
  readonly _id: string;
  readonly _source: Readonly<Record<string, unknown>>;
}

/** The file that Dashboards imports: an object a line, what is referred to first. */
export function toNdjson(objects: readonly SavedObject[]): string {
  return inImportOrder(objects)
    .map((object) => `${JSON.stringify(object)}\n`)
    .join("");
}

/**
 * The document to write where the import API cannot be used. Keys that Dashboards adds itself
 * (`updated_at`, `namespaces`) are left out, because Terraform would compare them.
 */
export function toRawDocument(object: SavedObject): RawDocument {
  const { type, id, attributes, references, migrationVersion } = object;
  return {
    _id: `${type}:${id}`,
    _source: { [type]: attributes, type, references, migrationVersion },
  };
}

const IMPORT_ORDER = ["index-pattern", "visualization", "dashboard"] as const;

function inImportOrder(objects: readonly SavedObject[]): readonly SavedObject[] {
  return IMPORT_ORDER.flatMap((type) => objects.filter((object) => object.type === type));
}
