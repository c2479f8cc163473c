import { DateTime } from "luxon";
import type { Cell } from "../search";
import { NO_VALUE } from "./no-value";
import { UnsupportedFormatError } from "./unsupported-format-error";

/** `dateFormat` of Dashboards' settings, as it comes. */
const DEFAULT_PATTERN = "MMM D, YYYY @ HH:mm:ss.SSS";

/** Patterns of Dashboards (Moment), and what Luxon calls them. */
const PATTERNS: Readonly<Record<string, string>> = {
  [DEFAULT_PATTERN]: "MMM d, yyyy @ HH:mm:ss.SSS",
  "MM-DD HH:mm:ss": "MM-dd HH:mm:ss",
  "YYYY-MM-DD HH:mm:ss": "yyyy-MM-dd HH:mm:ss",
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `dateFormat:scaled`: how the start of an interval is written, from the longest. */
const SCALED = [
  { from: 365 * DAY, format: "yyyy" },
  { from: DAY, format: "yyyy-MM-dd" },
  { from: HOUR, format: "yyyy-MM-dd HH:mm" },
  { from: MINUTE, format: "HH:mm" },
  { from: SECOND, format: "HH:mm:ss" },
  { from: 0, format: "HH:mm:ss.SSS" },
] as const;

/** A moment in the viewer's zone. Month names are those of Dashboards' own language, English. */
export function date(timeZone: string, pattern = DEFAULT_PATTERN): (value: Cell) => string {
  const format = PATTERNS[pattern];
  if (format === undefined)
    throw new UnsupportedFormatError(`date pattern ${pattern}`, Object.keys(PATTERNS));
  return (value) => written(value, timeZone, format);
}

/** The start of an interval: as precise as the interval is short. */
export function intervalStart(
  timeZone: string,
  intervalMilliseconds: number,
): (value: Cell) => string {
  const scale = SCALED.find(({ from }) => from <= intervalMilliseconds);
  return (value) => written(value, timeZone, scale?.format ?? "HH:mm:ss.SSS");
}

function written(value: Cell, timeZone: string, format: string): string {
  if (value === null) return NO_VALUE;
  const options = { zone: timeZone, locale: "en-US" };
  const moment =
    typeof value === "number"
      ? DateTime.fromMillis(value, options)
      : DateTime.fromISO(value, options);
  return moment.isValid ? moment.toFormat(format) : String(value);
}
