import type { EventKind } from "../../fields";
import { savedObject, type Reference, type SavedObject } from "../objects/saved-object";
import type { AggregationState } from "./aggregations";
import { searchSource, type Filter, type Source } from "./source";

/** What every visualization has, whatever its type. */
export interface VisualizationProps {
  readonly id: string;
  readonly title: string;
  /** Shown from the panel's header: what the number means. */
  readonly description: string;
}

export interface SearchingProps<K extends EventKind> extends VisualizationProps {
  readonly source: Source<K>;
  readonly filters?: readonly Filter<K>[];
}

export interface VisState {
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly aggs: readonly AggregationState[];
}

/** What a viewer can change of a visualization, as it is at first. */
export interface UiState {
  readonly vis?: {
    /** Column that Dashboards sorts the rows of a table by, after the search. */
    readonly sortColumn: {
      /** From 0; columns of buckets come before those of metrics. */
      readonly colIndex: number;
      readonly direction: "asc";
    };
  };
}

/** A visualization of documents. */
export function searchingVisualization<K extends EventKind>(
  props: SearchingProps<K>,
  state: VisState,
  uiState: UiState = {},
): SavedObject<"visualization"> {
  const { json, references } = searchSource(props.source, props.filters ?? []);
  return visualizationObject(props, state, json, references, uiState);
}

/** A visualization that sends no search of its own. */
export function plainVisualization(
  props: VisualizationProps,
  state: VisState,
  references: readonly Reference[] = [],
): SavedObject<"visualization"> {
  const nothing = JSON.stringify({ query: { query: "", language: "kuery" }, filter: [] });
  return visualizationObject(props, state, nothing, references);
}

function visualizationObject(
  { id, title, description }: VisualizationProps,
  { type, params, aggs }: VisState,
  searchSourceJSON: string,
  references: readonly Reference[],
  uiState: UiState = {},
): SavedObject<"visualization"> {
  return savedObject(
    "visualization",
    id,
    {
      title,
      description,
      visState: JSON.stringify({ title, type, params, aggs }),
      uiStateJSON: JSON.stringify(uiState),
      version: 1,
      kibanaSavedObjectMeta: { searchSourceJSON },
    },
    references,
  );
}
