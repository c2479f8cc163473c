import type { CellFormat } from "../../../../dashboards/evaluation/format";
import { BLUES, colorsOf } from "./colors";
import { frame, GRID, textStyle, tooltipStyle, type Drawing } from "./drawing";
import { encodeHTML, type EChartsCoreOption } from "./echarts";

/** Below the axis. */
const LEGEND_HEIGHT = 40;

/** Four digits still fit into a cell. */
const SMALLER_FROM = 1000;

interface HeatmapParams {
  readonly valueAxes: readonly { readonly labels: { readonly show: boolean } }[];
  readonly addLegend: boolean;
}

/** Cells from light to dark blue; their numbers are written where the saved object says so. */
export function heatmapOption(drawing: Drawing): EChartsCoreOption {
  const { data, theme } = drawing;
  const { addLegend } = paramsOf(drawing);
  const format = formatOf(drawing);
  const places = data.axis.places.map(({ text }) => text);
  const axis = {
    type: "category",
    axisLabel: { color: colorsOf(theme).subdued },
    axisLine: { show: false },
    axisTick: { show: false },
  };
  return {
    ...frame(drawing),
    grid: { ...GRID, top: 8, ...(addLegend && { bottom: LEGEND_HEIGHT }) },
    tooltip: {
      ...tooltipStyle(theme),
      formatter: ({ value: [x, y, value] }: { readonly value: Point }) =>
        encodeHTML([data.series[y]?.name, places[x], format(value)].join(" · ")),
    },
    xAxis: { ...axis, data: places },
    // The first on top, as it is read.
    yAxis: { ...axis, inverse: true, data: data.series.map(({ name }) => name) },
    visualMap: { show: addLegend, ...legend(drawing) },
    series: [cells(drawing)],
  };
}

type Point = readonly [x: number, y: number, value: number];

function paramsOf({ vis }: Drawing): HeatmapParams {
  return vis.params as unknown as HeatmapParams;
}

function formatOf({ data }: Drawing): CellFormat {
  return data.series[0]?.format ?? String;
}

function highestOf({ data }: Drawing): number {
  return Math.max(1, ...data.series.flatMap(({ values }) => values.map(Number)));
}

function legend(drawing: Drawing) {
  const highest = highestOf(drawing);
  const format = formatOf(drawing);
  const bounds = BLUES.map((_, n) => (highest * (n + 1)) / BLUES.length);
  return {
    type: "piecewise",
    orient: "horizontal",
    left: "center",
    bottom: 0,
    itemWidth: 14,
    textGap: 4,
    padding: 0,
    textStyle: textStyle(drawing.theme),
    itemSymbol: "rect",
    pieces: bounds.map((bound, n) => ({
      gte: bounds[n - 1] ?? 0,
      ...(n < BLUES.length - 1 && { lt: bound }),
      color: BLUES[n]?.color,
      label: `≤ ${format(Math.floor(bound))}`,
    })),
  };
}

function cells(drawing: Drawing) {
  const highest = highestOf(drawing);
  const format = formatOf(drawing);
  const labelColor = (value: number): string | undefined =>
    BLUES[Math.min(Math.floor((value / highest) * BLUES.length), BLUES.length - 1)]?.label;
  return {
    type: "heatmap",
    itemStyle: { borderColor: colorsOf(drawing.theme).surface, borderWidth: 1 },
    label: {
      show: paramsOf(drawing).valueAxes[0]?.labels.show ?? false,
      fontSize: highest < SMALLER_FROM ? 10 : 9,
      formatter: ({ value: [, , value] }: { readonly value: Point }) => format(value),
    },
    emphasis: { disabled: true },
    data: drawing.data.series.flatMap(({ values }, y) =>
      values.flatMap((value, x) =>
        value === null ? [] : [{ value: [x, y, value], label: { color: labelColor(value) } }],
      ),
    ),
  };
}
