import type { EventKind } from "../../fields";
import type { SavedObject } from "../objects/saved-object";
import { aggregationStates, type Bucket, type Metric } from "./aggregations";
import { searchingVisualization, type SearchingProps } from "./visualization";

export interface ChartProps<K extends EventKind> extends SearchingProps<K> {
  readonly shape: keyof typeof SHAPES;
  readonly metrics: readonly Metric<K>[];
  readonly x: Bucket<K>;
  /** One color for each value. Default: one color. */
  readonly colors?: Bucket<K>;
  readonly yTitle: string;
}

const SHAPES = {
  bars: { type: "histogram", mode: "stacked" },
  // Side by side: maxima do not add up either.
  groupedBars: { type: "histogram", mode: "normal" },
  // Lines never add up: the sum of percentiles or means has no meaning.
  lines: { type: "line", mode: "normal" },
} as const;

/** Bars or lines over an axis. */
export function chart<K extends EventKind>(props: ChartProps<K>): SavedObject<"visualization"> {
  const { type, mode } = SHAPES[props.shape];
  const seriesCount = props.metrics.length;
  return searchingVisualization(props, {
    type,
    params: {
      type,
      grid: { categoryLines: false, valueAxis: "ValueAxis-1" },
      categoryAxes: [CATEGORY_AXIS],
      valueAxes: [valueAxis(props.yTitle)],
      seriesParams: props.metrics.map(({ label }, n) => ({
        show: true,
        type,
        mode,
        data: { label, id: String(n + 1) },
        valueAxis: "ValueAxis-1",
        drawLinesBetweenPoints: true,
        lineWidth: 2,
        showCircles: true,
      })),
      addTooltip: true,
      addLegend: props.colors !== undefined || seriesCount > 1 || hasPercentiles(props.metrics),
      legendPosition: "right",
      times: [],
      addTimeMarker: false,
      labels: { show: false },
      thresholdLine: { show: false, value: 10, width: 1, style: "full", color: "#E7664C" },
    },
    aggs: aggregationStates(props.metrics, [
      { bucket: props.x, schema: "segment" },
      ...(props.colors ? [{ bucket: props.colors, schema: "group" as const }] : []),
    ]),
  });
}

const CATEGORY_AXIS = {
  id: "CategoryAxis-1",
  type: "category",
  position: "bottom",
  show: true,
  style: {},
  scale: { type: "linear" },
  labels: { show: true, filter: true, truncate: 100 },
  title: {},
} as const;

function valueAxis(text: string) {
  return {
    id: "ValueAxis-1",
    name: "LeftAxis-1",
    type: "value",
    position: "left",
    show: true,
    style: {},
    scale: { type: "linear", mode: "normal" },
    labels: { show: true, rotate: 0, filter: false, truncate: 100 },
    title: { text },
  };
}

function hasPercentiles<K extends EventKind>(metrics: readonly Metric<K>[]): boolean {
  return metrics.some(({ type }) => type === "percentiles");
}
