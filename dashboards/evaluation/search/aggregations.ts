import type { IndexPatternField } from "../../../fields";
import type { AggregationState } from "../../visualizations/index";
import { UnsupportedVisualizationError, type Json, type SearchContext } from "./context";
import { intervalOf } from "./interval";
import type { ParsedIndexPattern } from "./saved";

interface Translation {
  readonly pattern: ParsedIndexPattern;
  readonly context: SearchContext;
  readonly all: readonly AggregationState[];
}

/** What Dashboards calls the bucket of documents without the field. */
export const MISSING = "__missing__";

const BUCKET_TYPES = ["terms", "date_histogram"];

/** Parameters that say how a result is shown, or that Dashboards does not send. */
const UNSENT = ["customLabel", "json"];

/** The parameters that each aggregation is known with. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  count: [],
  avg: ["field"],
  sum: ["field"],
  max: ["field"],
  min: ["field"],
  cardinality: ["field"],
  percentiles: ["field", "percents"],
  top_hits: ["field", "aggregate", "size", "sortField", "sortOrder"],
  terms: [
    "field",
    "orderBy",
    "order",
    "size",
    "otherBucket",
    "otherBucketLabel",
    "missingBucket",
    "missingBucketLabel",
  ],
  date_histogram: [
    "field",
    "useNormalizedOpenSearchInterval",
    "scaleMetricValues",
    "interval",
    "drop_partials",
    "min_doc_count",
    "extended_bounds",
  ],
};

export function isBucket({ type }: AggregationState): boolean {
  return BUCKET_TYPES.includes(type);
}

/** The `aggs` of the request: buckets inside each other in their order, the metrics in the innermost. */
export function aggregationsOf(
  aggs: readonly AggregationState[],
  pattern: ParsedIndexPattern,
  context: SearchContext,
): Json {
  for (const agg of aggs) assertSupported(agg);
  const translation = { pattern, context, all: aggs };
  const metrics = aggs.filter((agg) => !isBucket(agg) && agg.type !== "count");
  const innermost = Object.fromEntries(
    metrics.map((metric) => [metric.id, metricOf(metric, translation)]),
  );
  return aggs
    .filter(isBucket)
    .reduceRight<Json>(
      (inner, bucket) => ({ [bucket.id]: bucketOf(bucket, inner, translation) }),
      innermost,
    );
}

function assertSupported({ type, params }: AggregationState): void {
  const known = PARAMETERS[type];
  if (!known)
    throw new UnsupportedVisualizationError(`aggregation ${type}`, Object.keys(PARAMETERS));
  const unknown = Object.keys(params).find((name) => ![...known, ...UNSENT].includes(name));
  if (unknown) throw new UnsupportedVisualizationError(`parameter ${unknown} of ${type}`, known);
  for (const flag of ["otherBucket", "scaleMetricValues", "drop_partials"]) {
    if (params[flag] === true) throw new UnsupportedVisualizationError(`${flag}: true`, ["false"]);
  }
}

function metricOf(agg: AggregationState, { pattern }: Translation): Json {
  const numeric = ["number"];
  switch (agg.type) {
    case "avg":
    case "sum":
      return withJson(agg, { field: fieldOf(agg, pattern, numeric).name });
    case "max":
    case "min":
      return withJson(agg, { field: fieldOf(agg, pattern, [...numeric, "date"]).name });
    case "cardinality":
      return withJson(agg, { field: fieldOf(agg, pattern).name });
    case "percentiles":
      return withJson(agg, {
        field: fieldOf(agg, pattern, numeric).name,
        percents: agg.params["percents"],
        keyed: false,
      });
    case "top_hits":
      return withJson(agg, topHits(agg, fieldOf(agg, pattern)));
    default:
      throw new UnsupportedVisualizationError(`metric ${agg.type}`, Object.keys(PARAMETERS));
  }
}

/** Every field that can be aggregated has doc_values. */
function topHits({ params }: AggregationState, field: IndexPatternField): Json {
  if (params["size"] !== 1 || params["aggregate"] !== "concat") {
    throw new UnsupportedVisualizationError("top_hits of several documents", [
      "size 1, aggregate concat",
    ]);
  }
  const format = field.type === "date" ? { format: "date_time" } : {};
  return {
    docvalue_fields: [{ field: field.name, ...format }],
    _source: field.name,
    size: 1,
    sort: [{ [String(params["sortField"])]: { order: params["sortOrder"] } }],
  };
}

function bucketOf(agg: AggregationState, inner: Json, translation: Translation): Json {
  const { params } = agg;
  if (agg.type === "terms") {
    const { name: field, type } = fieldOf(agg, translation.pattern);
    const withMissing = params["missingBucket"] === true && type === "string";
    const { order, subAggs } = orderOf(agg, translation);
    return {
      ...withJson(agg, {
        field,
        order,
        size: params["size"],
        ...(withMissing && { missing: MISSING }),
      }),
      ...nested({ ...subAggs, ...inner }),
    };
  }
  const { name: field } = fieldOf(agg, translation.pattern, ["date"]);
  const { timeRange, timeZone } = translation.context;
  const isTimeField = field === translation.pattern.timeField;
  return {
    ...withJson(agg, {
      field,
      ...intervalOf(String(params["interval"]), timeRange, isTimeField),
      time_zone: timeZone,
      // Dashboards leaves out what is falsy; without it the server's default, 0, holds.
      ...(params["min_doc_count"] !== 0 && { min_doc_count: params["min_doc_count"] }),
    }),
    ...nested(inner),
  };
}

function nested(aggs: Json): Json {
  return Object.keys(aggs).length > 0 ? { aggs } : {};
}

/** Ordering by a metric needs the metric at this level, even where more buckets follow. */
function orderOf(
  { params }: AggregationState,
  translation: Translation,
): { readonly order: Json; readonly subAggs?: Json } {
  const by = String(params["orderBy"]);
  const direction = params["order"];
  if (by === "_key") return { order: { _key: direction } };
  const metric = translation.all.find(({ id }) => id === by);
  if (!metric || isBucket(metric))
    throw new UnsupportedVisualizationError(`order by ${by}`, ["_key", "a metric"]);
  if (metric.type === "count") return { order: { _count: direction } };
  return { order: { [by]: direction }, subAggs: { [by]: metricOf(metric, translation) } };
}

/** Dashboards refuses a field that is not listed, not aggregatable or of the wrong type. */
function fieldOf(
  { type, params }: AggregationState,
  pattern: ParsedIndexPattern,
  types?: readonly string[],
): IndexPatternField {
  const name = String(params["field"]);
  const field = pattern.fields.get(name);
  if (!field)
    throw new Error(`${type} of ${name}: the index pattern ${pattern.title} lists no such field.`);
  if (!field.aggregatable) throw new Error(`${type} of ${name}: the field cannot be aggregated.`);
  if (types && !types.includes(field.type)) {
    throw new Error(
      `${type} of ${name}: the field is a ${field.type}; ${types.join(" or ")} is needed.`,
    );
  }
  return field;
}

/** The advanced JSON of an aggregation goes over its parameters. */
function withJson({ type, params }: AggregationState, sent: Json): Json {
  const json = params["json"];
  const over = typeof json === "string" && json !== "" ? (JSON.parse(json) as Json) : {};
  return { [type]: { ...sent, ...over } };
}
