import type { SavedObject } from "../../objects/saved-object";
import { aggregationsOf } from "./aggregations";
import type { SearchContext, SearchRequest } from "./context";
import { intervalMilliseconds } from "./interval";
import { filterClauses, queryOf, timeRangeOf } from "./query";
import { parseIndexPattern, parseVisualization, type ParsedIndexPattern } from "./saved";
import { vegaBody, vegaSpec } from "./vega";

/** With all hits tracked, the number of hits is exact and not "at least 10,000". */
const PARAMETERS = { ignore_unavailable: "true", track_total_hits: "true", timeout: "30000ms" };

/**
 * The search request that OpenSearch Dashboards 2.x sends for a saved visualization, from the saved
 * objects alone. Whatever it does not know it refuses, so that a number computed through it is the
 * number that the panel shows.
 * @see https://github.com/opensearch-project/OpenSearch-Dashboards/tree/2.19/src/plugins/data/common/search
 */
export function searchRequest(
  visualization: SavedObject<"visualization">,
  indexPattern: SavedObject<"index-pattern">,
  context: SearchContext,
): SearchRequest {
  const pattern = parseIndexPattern(indexPattern);
  const vega = vegaSpec(visualization);
  if (vega) {
    const range = vega.url["%timefield%"] === undefined ? [] : timeRangeOf(pattern, context);
    const body = vegaBody(vega, filterClauses([], context), range);
    return { index: vega.url.index, parameters: PARAMETERS, body };
  }
  const parsed = parseVisualization(visualization);
  return {
    index: pattern.title,
    parameters: PARAMETERS,
    body: {
      aggs: aggregationsOf(parsed.aggs, pattern, context),
      size: 0,
      stored_fields: ["*"],
      script_fields: {},
      docvalue_fields: dateFields(pattern),
      _source: { excludes: [] },
      query: queryOf(parsed, pattern, context),
    },
  };
}

/** The index pattern that a visualization reads through, among other saved objects. */
export function indexPatternOf(
  visualization: SavedObject<"visualization">,
  objects: readonly SavedObject[],
): SavedObject<"index-pattern"> {
  const vega = vegaSpec(visualization);
  if (vega) return indexPatternWithTitle(vega.url.index, objects);
  const reference = visualization.references.find(({ type }) => type === "index-pattern");
  const found = objects.find(({ type, id }) => type === "index-pattern" && id === reference?.id);
  if (!found) throw new Error(`${visualization.id} refers to no index pattern among the objects.`);
  return found as SavedObject<"index-pattern">;
}

/** Dashboards finds the index pattern of a specification of Vega-Lite by its title. */
function indexPatternWithTitle(
  title: string,
  objects: readonly SavedObject[],
): SavedObject<"index-pattern"> {
  const found = objects.find(
    (object): object is SavedObject<"index-pattern"> =>
      object.type === "index-pattern" &&
      (object as SavedObject<"index-pattern">).attributes.title === title,
  );
  if (!found) throw new Error(`No index pattern among the objects has the title ${title}.`);
  return found;
}

/** How long each bucket of a date histogram over a field is; undefined: the field has none. */
export function bucketInterval(
  visualization: SavedObject<"visualization">,
  indexPattern: SavedObject<"index-pattern">,
  field: string,
  { timeRange }: Pick<SearchContext, "timeRange">,
): number | undefined {
  if (vegaSpec(visualization)) return undefined;
  const histogram = parseVisualization(visualization).aggs.find(
    ({ type, params }) => type === "date_histogram" && params["field"] === field,
  );
  const isTimeField = indexPattern.attributes.timeFieldName === field;
  return (
    histogram && intervalMilliseconds(String(histogram.params["interval"]), timeRange, isTimeField)
  );
}

function dateFields(pattern: ParsedIndexPattern) {
  return [...pattern.fields.values()]
    .filter(({ type }) => type === "date")
    .map(({ name }) => ({ field: name, format: "date_time" }));
}
