import { keyword } from "./field";

/** Monday first, as ISO 8601 counts; the number in front makes the names sort. */
export const LOCAL_WEEKDAYS = [
  "1 Mon",
  "2 Tue",
  "3 Wed",
  "4 Thu",
  "5 Fri",
  "6 Sat",
  "7 Sun",
] as const;

/** Intervals of workforce management; two or four of them are its other usual ones. */
export const INTERVAL_MINUTES = 15;

/**
 * The day, hour and weekday on the contact center's own wall clock. Dashboards would cut days in the
 * viewer's zone, so these are written with the document and are the same for everybody.
 */
export function localTime(of: string) {
  return {
    LocalDay: keyword(`Day of \`${of}\` in the contact center's time zone, such as 2026-03-29.`),
    LocalHour: keyword(`Hour of \`${of}\` in the contact center's time zone, 00 to 23.`),
    LocalWeekday: keyword(
      `Weekday of \`${of}\` in the contact center's time zone, numbered from Monday.`,
      { values: LOCAL_WEEKDAYS },
    ),
  };
}

export const contactCenterField = {
  ContactCenter: keyword("Alias of the contact center, from the configuration."),
};
