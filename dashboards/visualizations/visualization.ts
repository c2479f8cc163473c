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

/** A visualization of documents. */
export function searchingVisualization<K extends EventKind>(
  props: SearchingProps<K>,
  state: VisState,
): SavedObject<"visualization"> {
  const { json, references } = searchSource(props.source, props.filters ?? []);
  return visualizationObject(props, state, json, references);
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
): SavedObject<"visualization"> {
  return savedObject(
    "visualization",
    id,
    {
      title,
      description,
      visState: JSON.stringify({ title, type, params, aggs }),
      uiStateJSON: "{}",
      version: 1,
      kibanaSavedObjectMeta: { searchSourceJSON },
    },
    references,
  );
}
