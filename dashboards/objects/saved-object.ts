/**
 * Saved objects of OpenSearch Dashboards, as its export writes them. The format is the same in every
 * 2.x and 3.x version.
 */
export interface SavedObject<T extends SavedObjectType = SavedObjectType> {
  readonly type: T;
  readonly id: string;
  readonly attributes: Attributes[T];
  readonly references: readonly Reference[];
  readonly migrationVersion: Readonly<Partial<Record<SavedObjectType, string>>>;
}

export type SavedObjectType = "index-pattern" | "visualization" | "dashboard";

export interface Reference {
  readonly name: string;
  readonly type: SavedObjectType;
  readonly id: string;
}

/**
 * The newest version that each type has migrations for. An object below it makes Dashboards migrate
 * its whole index at the next start; one above it is refused.
 */
export const MIGRATION_VERSIONS: Readonly<Record<SavedObjectType, string>> = {
  "index-pattern": "7.6.0",
  visualization: "7.10.0",
  dashboard: "7.9.3",
};

/** Attributes by type; the index of Dashboards is strictly mapped and refuses any other. */
export interface Attributes {
  readonly "index-pattern": IndexPatternAttributes;
  readonly visualization: VisualizationAttributes;
  readonly dashboard: DashboardAttributes;
}

export interface IndexPatternAttributes {
  readonly title: string;
  readonly timeFieldName?: string;
  /** JSON. */
  readonly fields: string;
  /** JSON. */
  readonly fieldFormatMap: string;
}

interface SearchSourceMeta {
  readonly searchSourceJSON: string;
}

export interface VisualizationAttributes {
  readonly title: string;
  readonly description: string;
  /** JSON. */
  readonly visState: string;
  /** JSON. */
  readonly uiStateJSON: string;
  readonly version: 1;
  readonly kibanaSavedObjectMeta: SearchSourceMeta;
}

export interface DashboardAttributes {
  readonly title: string;
  readonly description: string;
  readonly hits: 0;
  /** JSON. */
  readonly panelsJSON: string;
  /** JSON. */
  readonly optionsJSON: string;
  readonly version: 1;
  readonly timeRestore: boolean;
  readonly timeFrom?: string;
  readonly timeTo?: string;
  readonly refreshInterval?: { readonly pause: boolean; readonly value: number };
  readonly kibanaSavedObjectMeta: SearchSourceMeta;
}

export function savedObject<T extends SavedObjectType>(
  type: T,
  id: string,
  attributes: Attributes[T],
  references: readonly Reference[] = [],
): SavedObject<T> {
  return {
    type,
    id,
    attributes,
    references,
    migrationVersion: { [type]: MIGRATION_VERSIONS[type] },
  };
}
