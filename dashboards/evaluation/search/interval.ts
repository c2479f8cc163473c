import { UnsupportedVisualizationError, type AbsoluteRange, type Json } from "./context";

/** `histogram:barTarget` and `histogram:maxBars` of Dashboards' settings, as they come. */
const BAR_TARGET = 50;
const MAX_BARS = 100;

type Unit = "ms" | "s" | "m" | "h" | "d" | "w" | "M" | "y";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Months and years as long as Dashboards takes them to be when it compares lengths. */
const LENGTHS: Readonly<Record<Unit, number>> = {
  ms: 1,
  s: SECOND,
  m: MINUTE,
  h: HOUR,
  d: DAY,
  w: 7 * DAY,
  M: 30 * DAY,
  y: 365 * DAY,
};

interface Interval {
  readonly count: number;
  readonly unit: Unit;
}

const of = (count: number, unit: Unit): Interval => ({ count, unit });
const length = ({ count, unit }: Interval): number => count * LENGTHS[unit];

/** From the longest: an interval is used for bars that should be shorter than the bound. */
const ROUNDING: readonly { readonly bound: number; readonly interval: Interval }[] = [
  { bound: Infinity, interval: of(1, "y") },
  { bound: LENGTHS.y, interval: of(1, "M") },
  { bound: 3 * LENGTHS.w, interval: of(1, "w") },
  { bound: LENGTHS.w, interval: of(1, "d") },
  { bound: DAY, interval: of(12, "h") },
  { bound: 6 * HOUR, interval: of(3, "h") },
  { bound: 2 * HOUR, interval: of(1, "h") },
  { bound: 45 * MINUTE, interval: of(30, "m") },
  { bound: 20 * MINUTE, interval: of(10, "m") },
  { bound: 9 * MINUTE, interval: of(5, "m") },
  { bound: 3 * MINUTE, interval: of(1, "m") },
  { bound: 45 * SECOND, interval: of(30, "s") },
  { bound: 15 * SECOND, interval: of(10, "s") },
  { bound: 7.5 * SECOND, interval: of(5, "s") },
  { bound: 5 * SECOND, interval: of(1, "s") },
  { bound: 500, interval: of(100, "ms") },
];

const FIXED: Readonly<Record<string, Interval>> = {
  m: of(1, "m"),
  h: of(1, "h"),
  d: of(1, "d"),
};

/** The interval of a date histogram, as Dashboards derives it from what is saved and what is chosen. */
export function intervalOf(saved: string, range: AbsoluteRange, isTimeField: boolean): Json {
  return written(chosen(saved, range, isTimeField));
}

/** How long it is. */
export function intervalMilliseconds(...interval: Parameters<typeof intervalOf>): number {
  return length(chosen(...interval));
}

function chosen(saved: string, range: AbsoluteRange, isTimeField: boolean): Interval {
  const milliseconds = lengthOf(range);
  if (saved === "auto") return automatic(milliseconds / BAR_TARGET);
  const fixed = FIXED[saved];
  if (!fixed)
    throw new UnsupportedVisualizationError(`interval ${saved}`, ["auto", ...Object.keys(FIXED)]);
  const tooManyBars = isTimeField && milliseconds / length(fixed) > MAX_BARS;
  return tooManyBars ? atMost(milliseconds / MAX_BARS) : fixed;
}

function automatic(target: number): Interval {
  const next = ROUNDING.findIndex(({ bound }) => bound <= target);
  return ROUNDING[next - 1]?.interval ?? of(Math.max(Math.floor(target), 1), "ms");
}

function atMost(target: number): Interval {
  const found = ROUNDING.find(({ interval }) => length(interval) <= target);
  return found?.interval ?? of(Math.max(Math.floor(target), 1), "ms");
}

function written({ count, unit }: Interval): Json {
  const expression = `${count}${unit}`;
  const calendar = count === 1 && unit !== "ms" && unit !== "s";
  return calendar ? { calendar_interval: expression } : { fixed_interval: expression };
}

function lengthOf({ gte, lte }: AbsoluteRange): number {
  return Date.parse(lte) - Date.parse(gte);
}
