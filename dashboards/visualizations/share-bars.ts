import type { AggregatableField, DateField, EventKind, NumberField } from "../../fields";
import type { SavedObject } from "../objects/saved-object";
import type { TitledSource } from "./source";
import { HIDE_WARNINGS, vegaUrl, vegaVisualization } from "./vega";
import type { VisualizationProps } from "./visualization";

export interface ShareBarsProps<K extends EventKind> extends VisualizationProps {
  readonly source: TitledSource<K>;
  /** A bar for each combination of values. */
  readonly bars: {
    readonly fields: readonly [AggregatableField<K>, ...(readonly AggregatableField<K>[])];
    readonly label: string;
    /** Bars that are read from the engine; names beyond are missing. */
    readonly size: number;
    /** Bars that are drawn, those with the largest share. */
    readonly drawn: number;
  };
  readonly part: { readonly field: NumberField<K>; readonly label: string };
  readonly whole: { readonly field: NumberField<K> };
  /** The difference between both. */
  readonly rest: { readonly label: string };
  readonly share: { readonly label: string };
  /**
   * A part is stored before the whole that it belongs to. Both belong to a period: parts of the newest period of a bar
   * count once the period has its whole.
   */
  readonly periods: { readonly start: DateField<K> };
}

/** What a reader of the saved object needs beside the specification; Vega-Lite ignores it. */
export interface ShareBarsMeta {
  readonly kind: "share-bars";
  readonly columns: readonly {
    readonly label: string;
    /** Field whose format applies. @default a percentage */
    readonly field?: string;
  }[];
  readonly drawn: number;
}

/** Pixels of the text beside a full bar. */
const TEXT_WIDTH = 50;
const BAR_COLOR = "#0077cc";

/**
 * Bars of a share: one sum divided by another. No other visualization of Dashboards divides sums, so this is a
 * specification of Vega-Lite. Dashboards adds its filters (`%context%`) and the time range (`%timefield%`) to the search.
 * @see https://github.com/opensearch-project/OpenSearch-Dashboards/tree/2.19/src/plugins/vis_type_vega
 */
export function shareBars<K extends EventKind>(
  props: ShareBarsProps<K>,
): SavedObject<"visualization"> {
  const { bars, part, rest, share, source } = props;
  const usermeta: ShareBarsMeta = {
    kind: "share-bars",
    columns: [
      { label: bars.label },
      { label: share.label },
      { label: part.label, field: part.field },
      { label: rest.label, field: part.field },
    ],
    drawn: bars.drawn,
  };
  const spec = {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    config: HIDE_WARNINGS,
    usermeta,
    padding: { left: 5, top: 5, bottom: 5, right: TEXT_WIDTH },
    data: { url: vegaUrl(source, { bars: barsOf(props) }) },
    transform: [
      // Without an index, such as before the first event, an answer has no aggregations.
      {
        calculate: "datum.aggregations != null ? datum.aggregations.bars.buckets : []",
        as: "buckets",
      },
      { flatten: ["buckets"], as: ["one"] },
      { filter: "datum.one != null" },
      {
        calculate: "isArray(datum.one.key) ? join(datum.one.key, ': ') : datum.one.key",
        as: "bar",
      },
      { calculate: "datum.one.whole.value", as: "whole" },
      {
        calculate:
          "datum.one.part.value - (length(datum.one.newest.buckets) > 0 ? datum.one.newest.buckets[0].open.part.value : 0)",
        as: "part",
      },
      { filter: "datum.whole > 0" },
      { calculate: "datum.part / datum.whole", as: "share" },
      { calculate: "datum.whole - datum.part", as: "rest" },
      {
        window: [{ op: "row_number", as: "place" }],
        sort: [
          { field: "share", order: "descending" },
          { field: "bar", order: "ascending" },
        ],
      },
      { filter: `datum.place <= ${bars.drawn}` },
      clockText("part"),
      clockText("rest"),
    ],
    encoding: {
      y: {
        field: "bar",
        type: "nominal",
        sort: { field: "place", op: "min", order: "ascending" },
        title: null,
        axis: { labelLimit: 200, ticks: false, domain: false },
      },
      x: {
        field: "share",
        type: "quantitative",
        title: null,
        scale: { domain: [0, 1] },
        axis: { format: ".0%", grid: true, tickCount: 5 },
      },
      tooltip: [
        { field: "bar", type: "nominal", title: bars.label },
        { field: "share", type: "quantitative", format: ".1%", title: share.label },
        { field: "partText", type: "nominal", title: part.label },
        { field: "restText", type: "nominal", title: rest.label },
      ],
    },
    layer: [
      { mark: { type: "bar", color: BAR_COLOR } },
      {
        mark: { type: "text", align: "left", dx: 4 },
        encoding: { text: { field: "share", type: "quantitative", format: ".1%" } },
      },
    ],
  };
  return vegaVisualization(props, spec);
}

/** Milliseconds as hours and minutes: `7:05`. */
function clockText(field: string) {
  const minutes = `round(datum.${field} / 60000)`;
  return {
    calculate: `floor(${minutes} / 60) + ':' + pad(${minutes} % 60, 2, '0', 'left')`,
    as: `${field}Text`,
  };
}

function barsOf<K extends EventKind>({ bars, part, periods, whole }: ShareBarsProps<K>) {
  const [field, ...others] = bars.fields;
  const terms = bars.fields.map((one) => ({ field: one }));
  const buckets = { size: bars.size, order: { _key: "asc" } };
  return {
    ...(others.length === 0
      ? { terms: { field, ...buckets } }
      : { multi_terms: { terms, ...buckets } }),
    aggs: {
      part: { sum: { field: part.field } },
      whole: { sum: { field: whole.field } },
      newest: {
        terms: { field: periods.start, size: 1, order: { _key: "desc" } },
        aggs: {
          // The document with a whole ends the period before.
          open: {
            filter: { bool: { must_not: [{ exists: { field: whole.field } }] } },
            aggs: { part: { sum: { field: part.field } } },
          },
        },
      },
    },
  };
}
