import type { IndexPatternField } from "../../../fields";
import type { SavedObject } from "../../objects/saved-object";
import type { AggregationState, UiState, VisState } from "../../visualizations/index";
import { UnsupportedVisualizationError, type DashboardFilter } from "./context";

/** A saved visualization and its index pattern, with the JSON inside of them parsed. */
export interface ParsedVisualization {
  readonly type: string;
  readonly aggs: readonly AggregationState[];
  readonly filters: readonly DashboardFilter[];
  /** Index of the column that the rows are sorted by, from the lowest. @default the order of the search */
  readonly sortColumn?: number;
}

export interface ParsedIndexPattern {
  readonly title: string;
  readonly timeField?: string;
  readonly fields: ReadonlyMap<string, IndexPatternField>;
}

const SEARCHING_TYPES = ["metric", "histogram", "line", "table", "heatmap"];
const HIERARCHICAL = ["showPartialRows", "showMetricsAtAllLevels"];

export function parseVisualization({
  attributes,
}: SavedObject<"visualization">): ParsedVisualization {
  const { type, params, aggs } = JSON.parse(attributes.visState) as VisState;
  if (!SEARCHING_TYPES.includes(type)) {
    throw new UnsupportedVisualizationError(`visualization type ${type}`, SEARCHING_TYPES);
  }
  const hierarchical = HIERARCHICAL.find((name) => params[name] === true);
  if (hierarchical) throw new UnsupportedVisualizationError(`${hierarchical}: true`, ["false"]);
  const { query, filter } = JSON.parse(attributes.kibanaSavedObjectMeta.searchSourceJSON) as {
    readonly query: { readonly query: string; readonly language: string };
    readonly filter: readonly DashboardFilter[];
  };
  assertEmptyQuery(query.query);
  const sortColumn = sortColumnOf(attributes.uiStateJSON);
  return {
    type,
    aggs: aggs.filter(({ enabled }) => enabled),
    filters: filter,
    ...(sortColumn !== undefined && { sortColumn }),
  };
}

function sortColumnOf(uiStateJSON: string): number | undefined {
  const uiState = JSON.parse(uiStateJSON) as { readonly vis?: Partial<UiState["vis"]> };
  const colIndex = uiState.vis?.sortColumn?.colIndex;
  const known: UiState =
    colIndex === undefined ? {} : { vis: { sortColumn: { colIndex, direction: "asc" } } };
  if (JSON.stringify(uiState) !== JSON.stringify(known)) {
    throw new UnsupportedVisualizationError(`state ${uiStateJSON}`, ["sortColumn, ascending"]);
  }
  return colIndex;
}

/** Query texts would need a parser of Dashboards' own language; panels say what they count by filters. */
export function assertEmptyQuery(query: string): void {
  if (query !== "")
    throw new UnsupportedVisualizationError(`query text "${query}"`, ["the empty query"]);
}

export function parseIndexPattern({
  attributes,
}: SavedObject<"index-pattern">): ParsedIndexPattern {
  const fields = JSON.parse(attributes.fields) as readonly IndexPatternField[];
  const { title, timeFieldName } = attributes;
  return {
    title,
    ...(timeFieldName !== undefined && { timeField: timeFieldName }),
    fields: new Map(fields.map((field) => [field.name, field])),
  };
}
