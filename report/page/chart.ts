import type { ChartData, Series } from "../../dashboards/evaluation/chart-data";
import type { Chart } from "../report";
import { axisOf, type Axis } from "./axis";
import { COLORS } from "./colors";
import { markup, type Markup } from "./markup";

/** Units of the drawing; it is scaled to the width of the page. */
const WIDTH = 720;
const HEIGHT = 220;
const LEFT = 56;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 28;
/** Part of a day's place that its bar fills. */
const BAR = 0.7;
/** Width of a label such as 2026-10-01, with air around it. */
const LABEL_WIDTH = 84;
const FONT_SIZE = 12;

/** Where a value is on the drawing. */
interface Scale {
  readonly x: (place: number) => number;
  readonly y: (value: number) => number;
  readonly placeWidth: number;
}

/** Bars or lines as SVG, without a script and without a reference. */
export function chartSvg({ data, shape, title }: Chart): Markup {
  const values = data.series.flatMap((series) => series.values.filter((value) => value !== null));
  const axis = axisOf(Math.max(0, ...values));
  const scale = scaleOf(data, axis);
  const draw = shape === "bars" ? bars : line;
  return markup`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="100%" role="img" aria-label="${title}" font-family="sans-serif" font-size="${FONT_SIZE}">
${ticks(data, axis, scale)}
${data.series.map((series) => draw(series, scale))}
${places(data, scale)}
</svg>`;
}

function scaleOf({ axis: { places } }: ChartData, { top }: Axis): Scale {
  const placeWidth = (WIDTH - LEFT - RIGHT) / Math.max(1, places.length);
  const height = HEIGHT - TOP - BOTTOM;
  return {
    placeWidth,
    x: (place) => LEFT + (place + 0.5) * placeWidth,
    y: (value) => TOP + height * (1 - value / top),
  };
}

function ticks({ series }: ChartData, { steps }: Axis, { y }: Scale): readonly Markup[] {
  const format = series[0]?.format ?? String;
  return steps.map(
    (value) =>
      markup`<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(y(value))}" y2="${round(y(value))}" stroke="${COLORS.line}"/><text x="${LEFT - 6}" y="${round(y(value) + FONT_SIZE / 3)}" text-anchor="end" fill="${COLORS.subdued}">${format(value)}</text>`,
  );
}

/** So many labels as have room: each, or every second, third and so on. */
function places({ axis }: ChartData, { placeWidth, x }: Scale): readonly Markup[] {
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / placeWidth));
  return axis.places.flatMap(({ text }, place) =>
    place % every === 0
      ? [
          markup`<text x="${round(x(place))}" y="${HEIGHT - 8}" text-anchor="middle" fill="${COLORS.subdued}">${text}</text>`,
        ]
      : [],
  );
}

function bars({ values }: Series, { placeWidth, x, y }: Scale): readonly Markup[] {
  const width = placeWidth * BAR;
  return values.flatMap((value, place) =>
    value === null
      ? []
      : [
          markup`<rect x="${round(x(place) - width / 2)}" y="${round(y(value))}" width="${round(width)}" height="${round(y(0) - y(value))}" fill="${COLORS.series}"/>`,
        ],
  );
}

/** A place without a value interrupts the line. */
function line({ values }: Series, { x, y }: Scale): Markup {
  let isDrawing = false;
  const path = values.flatMap((value, place) => {
    if (value === null) {
      isDrawing = false;
      return [];
    }
    const command = isDrawing ? "L" : "M";
    isDrawing = true;
    return [`${command}${round(x(place))} ${round(y(value))}`];
  });
  const points = values.flatMap((value, place) =>
    value === null
      ? []
      : [
          markup`<circle cx="${round(x(place))}" cy="${round(y(value))}" r="3" fill="${COLORS.series}"/>`,
        ],
  );
  return markup`<path d="${path.join("")}" fill="none" stroke="${COLORS.series}" stroke-width="2"/>${points}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
