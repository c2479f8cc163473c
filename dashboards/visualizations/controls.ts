import type { EventKind, KeywordField } from "../../fields";
import type { SavedObject } from "../objects/saved-object";
import type { Source } from "./source";
import { plainVisualization, type VisualizationProps } from "./visualization";

export interface ControlsProps<K extends EventKind> extends VisualizationProps {
  readonly source: Source<K>;
  readonly lists: readonly { readonly field: KeywordField<K>; readonly label: string }[];
}

/**
 * Saved, as Dashboards always does, but not sent where the options are dynamic: the 10 most frequent
 * values are offered then, and typing searches among all of them.
 */
const SIZE = 100;

/** Lists to choose from. What is chosen becomes a filter of the whole dashboard, by field name. */
export function controls<K extends EventKind>(
  props: ControlsProps<K>,
): SavedObject<"visualization"> {
  const named = props.lists.map((list, n) => ({
    ...list,
    indexPatternRefName: `control_${n}_index_pattern`,
  }));
  return plainVisualization(
    props,
    {
      type: "input_control_vis",
      params: {
        controls: named.map(({ field, label, indexPatternRefName }) => ({
          id: `${props.id}-${field}`,
          indexPatternRefName,
          fieldName: field,
          parent: "",
          label,
          type: "list",
          options: {
            type: "terms",
            multiselect: true,
            dynamicOptions: true,
            size: SIZE,
            order: "desc",
          },
        })),
        updateFiltersOnChange: true,
        useTimeFilter: true,
        pinFilters: false,
      },
      aggs: [],
    },
    named.map(({ indexPatternRefName }) => ({
      name: indexPatternRefName,
      type: "index-pattern",
      id: props.source.indexPatternId,
    })),
  );
}
