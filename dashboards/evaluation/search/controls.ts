import type { SavedObject } from "../../objects/saved-object";
import type { VisState } from "../../visualizations/index";
import {
  UnsupportedVisualizationError,
  type DashboardFilter,
  type SearchContext,
  type SearchRequest,
} from "./context";
import { timeRangeOf } from "./query";
import type { SearchResponse } from "./read";
import { parseIndexPattern } from "./saved";

/** A list of a saved `input_control_vis`, to choose values of a field from. */
export interface ListControl {
  readonly id: string;
  readonly field: string;
  readonly label: string;
  readonly indexPattern: SavedObject<"index-pattern">;
}

/** Values that are chosen of a field. */
export interface Choice {
  readonly control: ListControl;
  readonly values: readonly string[];
}

interface SavedControl {
  readonly id: string;
  readonly indexPatternRefName: string;
  readonly fieldName: string;
  readonly parent: string;
  readonly label: string;
  readonly type: string;
  readonly options: Readonly<Record<string, unknown>>;
}

interface ControlsParams {
  readonly controls: readonly SavedControl[];
  readonly useTimeFilter: boolean;
}

/**
 * `autocompleteTimeout` and `autocompleteTerminateAfter` of Dashboards' settings, as they come: the
 * values offered are those of the first documents of each shard.
 */
const LIMITS = { timeout: "1000ms", terminate_after: 100_000 };

const PARAMETERS = { ignore_unavailable: "true", track_total_hits: "true" };

const AGGREGATION = "termsAgg";

/** What Dashboards escapes in a typed text before it becomes part of a regular expression. */
const SPECIAL = /[.?+*|{}[\]()"\\#@&<>~]/g;

/** The lists that a saved visualization offers. */
export function controlsOf(
  visualization: SavedObject<"visualization">,
  objects: readonly SavedObject[],
): readonly ListControl[] {
  const { type, params } = JSON.parse(visualization.attributes.visState) as VisState;
  if (type !== "input_control_vis") {
    throw new UnsupportedVisualizationError(`controls of a ${type}`, ["input_control_vis"]);
  }
  const { controls, useTimeFilter } = params as unknown as ControlsParams;
  if (!useTimeFilter) throw new UnsupportedVisualizationError("useTimeFilter: false", ["true"]);
  return controls.map((control) => {
    assertSupported(control);
    const reference = visualization.references.find(
      ({ name }) => name === control.indexPatternRefName,
    );
    const found = objects.find(({ type, id }) => type === "index-pattern" && id === reference?.id);
    if (!found) throw new Error(`The control ${control.id} refers to no index pattern.`);
    return {
      id: control.id,
      field: control.fieldName,
      label: control.label,
      indexPattern: found as SavedObject<"index-pattern">,
    };
  });
}

function assertSupported({ type, parent, options }: SavedControl): void {
  if (type !== "list") throw new UnsupportedVisualizationError(`control ${type}`, ["list"]);
  if (parent !== "")
    throw new UnsupportedVisualizationError("a control with a parent", ["no parent"]);
  if (options["dynamicOptions"] !== true || options["multiselect"] !== true) {
    throw new UnsupportedVisualizationError("a list of fixed or single values", [
      "dynamicOptions: true and multiselect: true",
    ]);
  }
}

/**
 * The search for the values that a list offers: the most frequent in the time range, among those that
 * contain the typed text. Dashboards does not say how many a list with dynamic options has, so the
 * server's default, 10, holds. Neither the dashboard's filters nor other lists matter.
 * @see https://github.com/opensearch-project/OpenSearch-Dashboards/tree/2.19/src/plugins/input_control_vis/public/control
 */
export function optionsRequest(
  { field, indexPattern }: ListControl,
  context: Pick<SearchContext, "timeRange">,
  typed = "",
): SearchRequest {
  const pattern = parseIndexPattern(indexPattern);
  const { type, aggregatable } = pattern.fields.get(field) ?? {};
  if (type !== "string" || !aggregatable) {
    throw new Error(
      `A list of ${field}: ${pattern.title} has no such text that can be aggregated.`,
    );
  }
  return {
    index: pattern.title,
    parameters: PARAMETERS,
    body: {
      ...LIMITS,
      size: 0,
      aggs: {
        [AGGREGATION]: {
          terms: {
            order: { _count: "desc" },
            field,
            ...(typed !== "" && { include: `.*${typed.replace(SPECIAL, "\\$&")}.*` }),
          },
        },
      },
      query: {
        bool: { must: [], filter: timeRangeOf(pattern, context), should: [], must_not: [] },
      },
    },
  };
}

/** The values in the order in which the list shows them. */
export function controlOptions({ aggregations }: SearchResponse): readonly string[] {
  const buckets = aggregations?.[AGGREGATION]?.buckets ?? [];
  return buckets
    .map(({ key }) => String(key))
    .sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase()));
}

/** The filters that choices make: of the whole dashboard, by field name. */
export function controlFilters(choices: readonly Choice[]): readonly DashboardFilter[] {
  return choices.filter(({ values }) => values.length > 0).map(filterOf);
}

function filterOf({ control: { id, field }, values }: Choice): DashboardFilter {
  const phrase = (value: string) => ({ match_phrase: { [field]: value } });
  const meta = { key: field, disabled: false, negate: false, controlledBy: id };
  const [value, ...others] = values;
  if (value !== undefined && others.length === 0) {
    return { meta: { ...meta, type: "phrase", params: { query: value } }, query: phrase(value) };
  }
  return {
    meta: { ...meta, type: "phrases", params: values },
    query: { bool: { should: values.map(phrase), minimum_should_match: 1 } },
  };
}
