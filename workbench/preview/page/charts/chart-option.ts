import { DateTime } from "luxon";
import type { CellFormat } from "../../../../dashboards/evaluation/format";
import { colorsOf } from "./colors";
import { textWidth, widestOf } from "./text-width";
import { frame, GRID, textStyle, tooltipStyle, type Drawing } from "./drawing";
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
export function chartOption(drawing: Drawing): EChartsCoreOption {
  const { vis, data, theme } = drawing;
  const { addLegend } = paramsOf(drawing);
  const format = formatOf(drawing);
  const hasLegend = addLegend && data.series.length > 1;
  const beside = legendPlace(drawing);
  const common = frame(drawing);
  return {
    ...common,
    // Moments are moved into the viewer's zone, so that ticks fall on the viewer's hours.
    useUTC: true,
    color: [...colorsOf(theme).series],
    aria: { ...common.aria, decal: { show: hasLegend && vis.type === "histogram" } },
    grid: { ...GRID, right: halfOfLastLabel(drawing), ...(hasLegend && beside.grid) },
    tooltip: {
      ...tooltipStyle(theme),
      trigger: "axis",
      axisPointer: { type: vis.type === "line" ? "line" : "shadow" },
      valueFormatter: (value: unknown) => (typeof value === "number" ? format(value) : "–"),
    },
    legend: { show: hasLegend, ...legend(theme), ...beside.legend },
    xAxis: xAxis(drawing),
    yAxis: yAxis(drawing),
    series: series(drawing),
  };
}

function paramsOf({ vis }: Drawing): ChartParams {
  return vis.params as unknown as ChartParams;
}

function formatOf({ data }: Drawing): CellFormat {
  return data.series[0]?.format ?? String;
}

function legend(theme: Drawing["theme"]) {
  const { text } = colorsOf(theme);
  return {
    type: "scroll",
    textStyle: { ...textStyle(theme), width: WIDEST_LEGEND, overflow: "truncate" },
    tooltip: { show: true },
    pageTextStyle: { color: text },
    pageIconColor: text,
  };
}

/** Where a legend is, and what it leaves for the drawing. */
function legendPlace({ data, isNarrow }: Drawing) {
  if (isNarrow) return { legend: { top: 0, left: 0, right: 0 }, grid: { top: 60 } };
  const widest = Math.min(widestOf(data.series.map(({ name }) => name)), WIDEST_LEGEND);
  return {
    legend: { orient: "vertical", right: 0, top: 24, bottom: 8 },
    grid: { right: widest + BESIDE_NAME },
  };
}

/** A label in the middle of the last bar reaches beyond the axis. */
function halfOfLastLabel({ data: { axis } }: Drawing): number {
  const last = axis.isTime ? "" : (axis.places.at(-1)?.text ?? "");
  return Math.max(GRID.right, textWidth(last) / 2);
}

function xAxis({ data: { axis }, theme }: Drawing) {
  const { subdued } = colorsOf(theme);
  return {
    type: axis.isTime ? "time" : "category",
    ...(!axis.isTime && { data: axis.places.map(({ text }) => text) }),
    axisLabel: { color: subdued, hideOverlap: true },
    axisLine: { lineStyle: { color: subdued } },
    axisTick: { alignWithLabel: true },
    splitLine: { show: false },
  };
}

function yAxis(drawing: Drawing) {
  const { subdued, line } = colorsOf(drawing.theme);
  const format = formatOf(drawing);
  const isWhole = drawing.data.series.every(({ values }) =>
    values.every((value) => Number.isInteger(value ?? 0)),
  );
  return {
    type: "value",
    name: paramsOf(drawing).valueAxes[0]?.title.text ?? "",
    nameGap: 12,
    nameTextStyle: { color: subdued, align: "left" },
    minInterval: isWhole ? 1 : 0,
    axisLabel: { color: subdued, formatter: (value: number) => format(value) },
    splitLine: { lineStyle: { color: line } },
  };
}

function series(drawing: Drawing) {
  const { seriesParams } = paramsOf(drawing);
  const { axis } = drawing.data;
  const moments = axis.isTime
    ? axis.places.map(({ key }) => inZone(Number(key), drawing.timeZone))
    : undefined;
  return drawing.data.series.map(({ name, values }, n) => {
    // Of a metric with several numbers, such as percentiles, only one is saved.
    const params = seriesParams[n] ?? seriesParams[0];
    return {
      name,
      data: moments ? values.map((value, n) => [moments[n], value]) : values,
      ...(params?.type === "line" ? line(n, params.lineWidth) : bar(params?.mode === "stacked")),
    };
  });
}

function bar(isStacked: boolean) {
  return { type: "bar", barMaxWidth: WIDEST_BAR, ...(isStacked && { stack: "all" }) };
}

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
