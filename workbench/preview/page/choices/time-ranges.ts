import { DateTime } from "luxon";
import type { TimeRange } from "../../../../dashboards/objects/dashboard";
import { resolveTimeRange } from "../../../../dashboards/evaluation/search";

/** Ranges that are offered by name, as Dashboards writes them. */
export const TIME_RANGES = {
  thisMonth: { from: "now/M", to: "now/M" },
  lastMonth: { from: "now-1M/M", to: "now-1M/M" },
  today: { from: "now/d", to: "now/d" },
  yesterday: { from: "now-1d/d", to: "now-1d/d" },
  last7Days: { from: "now-7d", to: "now" },
  last24Hours: { from: "now-24h", to: "now" },
  last5Minutes: { from: "now-5m", to: "now" },
} as const satisfies Readonly<Record<string, TimeRange>>;

export type NamedRange = keyof typeof TIME_RANGES;

/** Offered to choose; the other names are for panels with a range of their own. */
export const OFFERED_RANGES: readonly NamedRange[] = [
  "thisMonth",
  "lastMonth",
  "today",
  "yesterday",
  "last7Days",
  "last24Hours",
];

export function nameOf({ from, to }: TimeRange): NamedRange | undefined {
  const names = Object.keys(TIME_RANGES) as NamedRange[];
  return names.find((name) => TIME_RANGES[name].from === from && TIME_RANGES[name].to === to);
}

/** First and last day, as a date field takes them. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** The days that a range touches in a zone. */
export function daysOf(range: TimeRange, now: number, timeZone: string): Days {
  const { gte, lte } = resolveTimeRange(range, new Date(now), timeZone);
  const day = (moment: string): string =>
    DateTime.fromISO(moment, { zone: timeZone }).toFormat("yyyy-MM-dd");
  return { first: day(gte), last: day(lte) };
}

/** From the first moment of the first day to the last of the last; undefined: no such days. */
export function rangeOfDays({ first, last }: Days, timeZone: string): TimeRange | undefined {
  const from = DateTime.fromISO(first, { zone: timeZone }).startOf("day");
  const to = DateTime.fromISO(last, { zone: timeZone }).endOf("day");
  if (!from.isValid || !to.isValid || from > to) return undefined;
  return { from: from.toUTC().toISO(), to: to.toUTC().toISO() };
}

/** A range that can be resolved: what stands in the address may be anything. */
export function readableRange(range: TimeRange | undefined): TimeRange | undefined {
  if (!range) return undefined;
  try {
    resolveTimeRange(range, new Date(0), "UTC");
    return range;
  } catch {
    return undefined;
  }
}
