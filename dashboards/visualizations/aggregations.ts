import type { AggregatableField, DateField, EventKind, NumberField } from "../../fields";

/** A number that a visualization computes. Only fields that allow it can be named. */
export type Metric<K extends EventKind> = { readonly label: string } & (
  | { readonly type: "count" }
  | {
      readonly type: "avg" | "sum";
      readonly field: NumberField<K>;
      /** Computes the value that counts in place of the field's, in documents that have the field. */
      readonly script?: MetricScript;
    }
  | { readonly type: "max" | "min"; readonly field: NumberField<K> | DateField<K> }
  | { readonly type: "cardinality"; readonly field: AggregatableField<K> }
  | {
      readonly type: "percentiles";
      readonly field: NumberField<K>;
      readonly percents: readonly number[];
    }
  | {
      /** The field's value in the newest document. */
      readonly type: "latest";
      readonly field: AggregatableField<K>;
      readonly by: DateField<K>;
    }
);

/** An expression of Painless, the same for all its parameters: OpenSearch compiles it once. */
export interface MetricScript {
  readonly source: string;
  readonly params: Readonly<Record<string, number>>;
}

/** What a visualization splits by. */
export type Bucket<K extends EventKind> = { readonly label: string } & (
  | {
      readonly type: "terms";
      readonly field: AggregatableField<K>;
      readonly size: number;
      /** key: alphabetically, from the first; metric: by the first metric, from the highest. */
      readonly orderBy: "key" | "metric";
      /** Called so, documents without the field have a bucket too. Default: they have none. */
      readonly missing?: string;
      /**
       * Every value of the field in the indices has a bucket, also without a document in the search. Dashboards puts the rows
       * of a heat map in the order in which they first appear: only a full grid keeps them in the order of their keys.
       * @default false: a value without a document has no bucket
       */
      readonly keepEmpty?: boolean;
    }
  | {
      readonly type: "date_histogram";
      readonly field: DateField<K>;
      readonly interval: "auto" | "m" | "h" | "d";
    }
);

/** What the aggregation is for in a type of visualization, such as `metric` or `segment`. */
export type Schema = "metric" | "segment" | "group" | "bucket";

/** An aggregation as `visState` holds it. */
export interface AggregationState {
  readonly id: string;
  readonly enabled: true;
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly schema: Schema;
}

/**
 * The most that OpenSearch takes. Up to this many distinct values the estimate is as good as exact.
 * @see https://docs.opensearch.org/2.19/aggregations/metric/cardinality/
 */
const PRECISION_THRESHOLD = 40_000;

/**
 * How many terms each shard hands over where the order is by a metric: all that it has, so that what is
 * added up over several indices is exact. With the default, 1.5 times the size, a term counts only in the
 * indices in which it is among the first. Below 65,535, the buckets that a search may have.
 * @see https://docs.opensearch.org/2.19/aggregations/bucket/terms/
 */
const TERMS_OF_A_SHARD = 65_000;

/**
 * With the default of 100, OpenSearch 3.x misses ranks by far more than 2.19: it has another t-digest. With
 * 1,000 both stay within docs/dashboard.md, which holds the measurements.
 * @see https://docs.opensearch.org/2.19/aggregations/metric/percentile/
 */
const TDIGEST_COMPRESSION = 1000;

/**
 * The newest value comes from the field's doc_values alone. By default Dashboards requests the source as well: with
 * 1,000 agents and six such columns, OpenSearch 2.19 then decompresses 6,000 documents (528 ms, without 195 ms).
 * @see https://docs.opensearch.org/2.19/aggregations/metric/top-hits/
 */
const WITHOUT_SOURCE = { _source: false, stored_fields: "_none_" };

/** The conventional order: metrics first, then buckets, numbered through. */
export function aggregationStates<K extends EventKind>(
  metrics: readonly Metric<K>[],
  buckets: readonly { readonly bucket: Bucket<K>; readonly schema: Schema }[],
): readonly AggregationState[] {
  return [
    ...metrics.map((metric, n) => metricState(metric, String(n + 1))),
    ...buckets.map(({ bucket, schema }, n) =>
      bucketState(bucket, String(metrics.length + n + 1), schema, metrics[0]),
    ),
  ];
}

function metricState<K extends EventKind>(metric: Metric<K>, id: string): AggregationState {
  const customLabel = metric.label;
  const state = (type: string, params: AggregationState["params"]): AggregationState => ({
    id,
    enabled: true,
    type,
    params: { ...params, customLabel },
    schema: "metric",
  });
  switch (metric.type) {
    case "count":
      return state("count", {});
    case "avg":
    case "sum":
      return state(metric.type, {
        field: metric.field,
        ...(metric.script && {
          json: JSON.stringify({ script: { lang: "painless", ...metric.script } }),
        }),
      });
    case "max":
    case "min":
      return state(metric.type, { field: metric.field });
    case "cardinality":
      return state("cardinality", {
        field: metric.field,
        json: JSON.stringify({ precision_threshold: PRECISION_THRESHOLD }),
      });
    case "percentiles":
      return state("percentiles", {
        field: metric.field,
        percents: metric.percents,
        json: JSON.stringify({ tdigest: { compression: TDIGEST_COMPRESSION } }),
      });
    case "latest":
      return state("top_hits", {
        field: metric.field,
        aggregate: "concat",
        size: 1,
        sortField: metric.by,
        sortOrder: "desc",
        json: JSON.stringify(WITHOUT_SOURCE),
      });
  }
}

function bucketState<K extends EventKind>(
  bucket: Bucket<K>,
  id: string,
  schema: Schema,
  first: Metric<K> | undefined,
): AggregationState {
  const customLabel = bucket.label;
  const common = { id, enabled: true, schema } as const;
  switch (bucket.type) {
    case "terms":
      return {
        ...common,
        type: "terms",
        params: {
          field: bucket.field,
          ...order(bucket.orderBy, first),
          size: bucket.size,
          otherBucket: false,
          otherBucketLabel: "Other",
          missingBucket: bucket.missing !== undefined,
          missingBucketLabel: bucket.missing ?? "Missing",
          ...jsonOf({
            ...(bucket.orderBy === "metric" && { shard_size: TERMS_OF_A_SHARD }),
            ...(bucket.keepEmpty === true && { min_doc_count: 0 }),
          }),
          customLabel,
        },
      };
    case "date_histogram":
      return {
        ...common,
        type: "date_histogram",
        params: {
          field: bucket.field,
          useNormalizedOpenSearchInterval: true,
          scaleMetricValues: false,
          interval: bucket.interval,
          drop_partials: false,
          min_doc_count: 1,
          extended_bounds: {},
          customLabel,
        },
      };
  }
}

/** The advanced JSON of an aggregation, which goes over its parameters; absent if there is none. */
function jsonOf(json: Readonly<Record<string, number>>): { readonly json?: string } {
  return Object.keys(json).length > 0 ? { json: JSON.stringify(json) } : {};
}

/** OpenSearch cannot order terms by percentiles as a whole, nor by the newest document. */
function order<K extends EventKind>(by: "key" | "metric", first: Metric<K> | undefined) {
  if (by === "key") return { orderBy: "_key", order: "asc" };
  const sortable = first !== undefined && first.type !== "percentiles" && first.type !== "latest";
  if (!sortable) {
    throw new Error(
      "Terms can only be ordered by a first metric that is one number: put a count, mean, sum, maximum, minimum or distinct count first, or order by key.",
    );
  }
  return { orderBy: "1", order: "desc" };
}
