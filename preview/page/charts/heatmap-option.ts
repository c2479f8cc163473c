import { BLUES, colorsOf } from "./colors";
import { FONT, FONT_SIZE, GRID, type Drawing } from "./drawing";
import { encodeHTML, type EChartsCoreOption } from "./echarts";

/** Below the axis. */
const LEGEND_HEIGHT = 40;

/** Four digits still fit into a cell. */
const SMALLER_FROM = 1000;

interface HeatmapParams {
  readonly valueAxes: readonly { readonly labels: { readonly show: boolean } }[];
  readonly addLegend: boolean;
}

/** Cells from white to dark blue; their numbers are written where the saved object says so. */
export function heatmapOption({ vis, data, theme, description }: Drawing): EChartsCoreOption {
  const { valueAxes, addLegend } = vis.params as unknown as HeatmapParams;
  const colors = colorsOf(theme);
  const format = data.series[0]?.format ?? String;
  const text = { fontFamily: FONT, fontSize: FONT_SIZE, color: colors.text };
  const highest = Math.max(1, ...data.series.flatMap(({ values }) => values.map(Number)));
  const bounds = BLUES.map((_, n) => (highest * (n + 1)) / BLUES.length);
  const rows = [...data.series].sort((a, b) => (a.name < b.name ? -1 : 1));
  const axis = {
    type: "category",
    axisLabel: { color: colors.subdued },
    axisLine: { show: false },
    axisTick: { show: false },
  };
  return {
    animation: false,
    textStyle: text,
    aria: { enabled: true, label: { description } },
    grid: { ...GRID, top: 8, ...(addLegend && { bottom: LEGEND_HEIGHT }) },
    tooltip: {
      confine: true,
      backgroundColor: colors.surface,
      borderColor: colors.line,
      textStyle: text,
      formatter: ({ value }: { readonly value: readonly [number, number, number] }) =>
        encodeHTML(
          [rows[value[1]]?.name, data.axis.places[value[0]]?.text, format(value[2])].join(" · "),
        ),
    },
    xAxis: { ...axis, data: data.axis.places.map((place) => place.text) },
    // The first on top, as it is read.
    yAxis: { ...axis, inverse: true, data: rows.map(({ name }) => name) },
    visualMap: {
      show: addLegend,
      type: "piecewise",
      orient: "horizontal",
      left: "center",
      bottom: 0,
      itemWidth: 14,
      textGap: 4,
      padding: 0,
      textStyle: text,
      itemSymbol: "rect",
      pieces: bounds.map((bound, n) => ({
        gte: bounds[n - 1] ?? 0,
        ...(n < BLUES.length - 1 && { lt: bound }),
        color: BLUES[n]?.color,
        label: `≤ ${format(Math.floor(bound))}`,
      })),
    },
    series: [
      {
        type: "heatmap",
        itemStyle: { borderColor: colors.surface, borderWidth: 1 },
        label: {
          show: valueAxes[0]?.labels.show ?? false,
          fontSize: highest < SMALLER_FROM ? 10 : 9,
          formatter: ({ value }: { readonly value: readonly [number, number, number] }) =>
            format(value[2]),
        },
        emphasis: { disabled: true },
        data: rows.flatMap(({ values }, y) =>
          values.flatMap((value, x) => {
            if (value === null) return [];
            const step = Math.min(Math.floor((value / highest) * BLUES.length), BLUES.length - 1);
            return [{ value: [x, y, value], label: { color: BLUES[step]?.label } }];
          }),
        ),
      },
    ],
  };
}
