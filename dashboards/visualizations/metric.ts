import type { EventKind } from "../../fields";
import type { SavedObject } from "../objects/saved-object";
import { aggregationStates, type Bucket, type Metric } from "./aggregations";
import { searchingVisualization, type SearchingProps } from "./visualization";

/** Large enough to read across a room, small enough for six digits in a fifth of the width. */
const FONT_SIZE = 36;

export interface MetricProps<K extends EventKind> extends SearchingProps<K> {
  readonly metrics: readonly Metric<K>[];
  /** One card for each value; default: one card. */
  readonly cards?: Bucket<K>;
  /** Points. @default 36 */
  readonly fontSize?: number;
  /**
   * For shares, between 0 and 1: numbers from here on are green, lower ones red. Dashboards takes a number that is absent
   * for 0. @default no colors
   */
  readonly target?: number;
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
        ...colors(props.target),
        labels: { show: true },
        style: {
          bgFill: "#000",
          bgColor: false,
          labelColor: props.target !== undefined,
          subText: "",
          fontSize: props.fontSize ?? FONT_SIZE,
        },
      },
    },
    aggs: aggregationStates(props.metrics, buckets),
  });
}

/** Dashboards gives the ranges the colors of the schema in turn; inverted, the lowest is red. */
function colors(target: number | undefined) {
  if (target === undefined) {
    return {
      metricColorMode: "None",
      colorsRange: [{ from: 0, to: 10000 }],
      invertColors: false,
    };
  }
  return {
    metricColorMode: "Labels",
    colorsRange: [
      { from: 0, to: target },
      { from: target, to: 1 },
    ],
    invertColors: true,
  };
}
