import type { EventKind } from "../../fields";
import type { SavedObject } from "../objects/saved-object";
import { aggregationStates, type Bucket, type Metric } from "./aggregations";
import { searchingVisualization, type SearchingProps } from "./visualization";

/** Large enough to read across a room, small enough for "12.34 Minutes" in a quarter of the width. */
const FONT_SIZE = 36;

export interface MetricProps<K extends EventKind> extends SearchingProps<K> {
  readonly metrics: readonly Metric<K>[];
  /** One card for each value; default: one card. */
  readonly cards?: Bucket<K>;
}

/** Numbers in large print. */
export function metric<K extends EventKind>(props: MetricProps<K>): SavedObject<"visualization"> {
  const buckets = props.cards ? [{ bucket: props.cards, schema: "group" as const }] : [];
  return searchingVisualization(props, {
    type: "metric",
    params: {
      addTooltip: true,
      addLegend: false,
      type: "metric",
      metric: {
        percentageMode: false,
        useRanges: false,
        colorSchema: "Green to Red",
        metricColorMode: "None",
        colorsRange: [{ from: 0, to: 10000 }],
        labels: { show: true },
        invertColors: false,
        style: {
          bgFill: "#000",
          bgColor: false,
          labelColor: false,
          subText: "",
          fontSize: FONT_SIZE,
        },
      },
    },
    aggs: aggregationStates(props.metrics, buckets),
  });
}
