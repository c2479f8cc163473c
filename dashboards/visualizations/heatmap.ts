import type { EventKind } from "../../fields";
import type { SavedObject } from "../objects/saved-object";
import { aggregationStates, type Bucket, type Metric } from "./aggregations";
import { searchingVisualization, type SearchingProps } from "./visualization";

export interface HeatmapProps<K extends EventKind> extends SearchingProps<K> {
  readonly metric: Metric<K>;
  readonly x: Bucket<K>;
  readonly y: Bucket<K>;
}

/** One cell for each pair of values, its number written in it: the color alone says nothing. */
export function heatmap<K extends EventKind>(props: HeatmapProps<K>): SavedObject<"visualization"> {
  return searchingVisualization(props, {
    type: "heatmap",
    params: {
      type: "heatmap",
      addTooltip: true,
      addLegend: true,
      enableHover: false,
      legendPosition: "right",
      times: [],
      colorsNumber: 6,
      colorSchema: "Blues",
      setColorRange: false,
      colorsRange: [],
      invertColors: false,
      percentageMode: false,
      valueAxes: [
        {
          show: false,
          id: "ValueAxis-1",
          type: "value",
          scale: { type: "linear", defaultYExtents: false },
          labels: { show: true, rotate: 0, overwriteColor: false, color: "black" },
        },
      ],
    },
    aggs: aggregationStates(
      [props.metric],
      [
        { bucket: props.x, schema: "segment" },
        { bucket: props.y, schema: "group" },
      ],
    ),
  });
}
