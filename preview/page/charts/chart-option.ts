import { DateTime } from "luxon";
import { colorsOf } from "./colors";
import { widestOf } from "./text-width";
import { FONT, FONT_SIZE, GRID, type Drawing } from "./drawing";
import type { EChartsCoreOption } from "./echarts";

/** Marks and dashes that tell lines apart where colors do not. */
const SYMBOLS = ["circle", "rect", "triangle", "diamond", "pin", "arrow"] as const;
const DASHES = ["solid", "dashed", "dotted"] as const;

const WIDEST_BAR = 48;
const WIDEST_LEGEND = 240;
/** Of a legend: the mark in front of a name, and air. */
const BESIDE_NAME = 48;

interface SeriesParams {
  readonly type: string;
  readonly mode: string;
  readonly lineWidth: number;
}

interface ChartParams {
  readonly seriesParams: readonly SeriesParams[];
  readonly valueAxes: readonly { readonly title: { readonly text: string } }[];
  readonly addLegend: boolean;
}

/** Bars or lines, as the saved object says. */
export function chartOption({
  vis,
  data,
  theme,
  timeZone,
  description,
  isNarrow,
}: Drawing): EChartsCoreOption {
  const { seriesParams, valueAxes, addLegend } = vis.params as unknown as ChartParams;
  const colors = colorsOf(theme);
  const [first] = data.series;
  const format = first?.format ?? String;
  const beside = isNarrow ? ON_TOP : onTheRight(data.series.map(({ name }) => name));
  const hasLegend = addLegend && data.series.length > 1;
  const text = { fontFamily: FONT, fontSize: FONT_SIZE, color: colors.text };
  return {
    animation: false,
    // Moments are moved into the viewer's zone, so that ticks fall on the viewer's hours.
    useUTC: true,
    color: [...colors.series],
    textStyle: text,
    aria: {
      enabled: true,
      label: { description },
      decal: { show: hasLegend && vis.type === "histogram" },
    },
    grid: { ...GRID, ...(hasLegend && beside.grid) },
    tooltip: {
      trigger: "axis",
      confine: true,
      axisPointer: { type: vis.type === "line" ? "line" : "shadow" },
      backgroundColor: colors.surface,
      borderColor: colors.line,
      textStyle: text,
      valueFormatter: (value: unknown) => (typeof value === "number" ? format(value) : "–"),
    },
    legend: {
      show: hasLegend,
      type: "scroll",
      ...beside.legend,
      textStyle: { ...text, width: WIDEST_LEGEND, overflow: "truncate" },
      tooltip: { show: true },
      pageTextStyle: { color: colors.text },
      pageIconColor: colors.text,
    },
    xAxis: {
      type: data.axis.isTime ? "time" : "category",
      ...(!data.axis.isTime && { data: data.axis.places.map((place) => place.text) }),
      axisLabel: { color: colors.subdued, hideOverlap: true },
      axisLine: { lineStyle: { color: colors.subdued } },
      axisTick: { alignWithLabel: true },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      name: valueAxes[0]?.title.text ?? "",
      nameGap: 12,
      nameTextStyle: { color: colors.subdued, align: "left" },
      minInterval: isWhole(data) ? 1 : 0,
      axisLabel: { color: colors.subdued, formatter: (value: number) => format(value) },
      splitLine: { lineStyle: { color: colors.line } },
    },
    series: data.series.map(({ name, values }, n) => {
      const { type, mode, lineWidth } = seriesParams[n] ?? seriesParams[0] ?? DEFAULT_SERIES;
      const points = data.axis.isTime
        ? values.map((value, place) => [
            inZone(Number(data.axis.places[place]?.key), timeZone),
            value,
          ])
        : values;
      return {
        name,
        data: points,
        ...(type === "line"
          ? line(n, lineWidth)
          : { type: "bar", barMaxWidth: WIDEST_BAR, ...(mode === "stacked" && { stack: "all" }) }),
      };
    }),
  };
}

/** Where a legend is, and what it leaves for the drawing. */
const ON_TOP = { legend: { top: 0, left: 0, right: 0 }, grid: { top: 60 } };

function onTheRight(names: readonly string[]) {
  const width = Math.min(widestOf(names), WIDEST_LEGEND) + BESIDE_NAME;
  return {
    legend: { orient: "vertical", right: 0, top: 24, bottom: 8 },
    grid: { right: width },
  };
}

const DEFAULT_SERIES: SeriesParams = { type: "histogram", mode: "normal", lineWidth: 2 };

function line(n: number, width: number) {
  return {
    type: "line",
    symbol: SYMBOLS[n % SYMBOLS.length],
    symbolSize: 6,
    showAllSymbol: true,
    lineStyle: { width, type: DASHES[n % DASHES.length] },
  };
}

/** The moment at which a clock in UTC shows what a clock in the zone shows. */
function inZone(moment: number, timeZone: string): number {
  return moment + DateTime.fromMillis(moment, { zone: timeZone }).offset * 60_000;
}

function isWhole({ series }: Drawing["data"]): boolean {
  return series.every(({ values }) => values.every((value) => Number.isInteger(value ?? 0)));
}
