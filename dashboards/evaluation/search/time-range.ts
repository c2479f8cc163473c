import { DateTime, type DateTimeUnit, type DurationLikeObject } from "luxon";
import type { TimeRange } from "../../objects/dashboard";
import { UnsupportedVisualizationError, type AbsoluteRange } from "./context";

const UNITS: Readonly<Record<string, DateTimeUnit>> = {
  m: "minute",
  h: "hour",
  d: "day",
  w: "week",
  M: "month",
  y: "year",
};

/** `now`, `now-24h`, `now/M`, `now-1M/M` */
const EXPRESSION = /^now(?:([+-])(\d+)([mhdwMy]))?(?:\/([mhdwMy]))?$/;

/** `2026-03-01T00:00:00.000Z`, as Dashboards writes a moment into its address. */
const ABSOLUTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/**
 * The chosen range in absolute time. Dashboards rounds in the viewer's zone: down at the start, and up
 * to the last millisecond at the end. Luxon's weeks begin on Monday, those of Dashboards by setting.
 */
export function resolveTimeRange(
  { from, to }: TimeRange,
  now: Date,
  timeZone: string,
): AbsoluteRange {
  const zoned = DateTime.fromJSDate(now, { zone: timeZone });
  return {
    gte: instant(from, zoned, (time, unit) => time.startOf(unit)),
    lte: instant(to, zoned, (time, unit) => time.endOf(unit)),
  };
}

function instant(
  expression: string,
  now: DateTime,
  round: (time: DateTime, unit: DateTimeUnit) => DateTime,
): string {
  if (ABSOLUTE.test(expression) && !Number.isNaN(Date.parse(expression))) return expression;
  const [, sign, amount, unit, rounding] = EXPRESSION.exec(expression) ?? [];
  if (!EXPRESSION.test(expression)) {
    throw new UnsupportedVisualizationError(`time "${expression}"`, [
      "now",
      "now-24h",
      "now/M",
      "now-1M/M",
      "2026-03-01T00:00:00.000Z",
    ]);
  }
  const moved = unit === undefined ? now : now.plus(offset(sign, amount, unit));
  const rounded = rounding === undefined ? moved : round(moved, unitOf(rounding));
  return rounded.toUTC().toISO() ?? "";
}

function offset(sign = "+", amount = "0", unit: string): DurationLikeObject {
  return { [unitOf(unit)]: Number(`${sign}${amount}`) };
}

function unitOf(letter: string): DateTimeUnit {
  const unit = UNITS[letter];
  if (unit === undefined)
    throw new UnsupportedVisualizationError(`unit ${letter}`, Object.keys(UNITS));
  return unit;
}
