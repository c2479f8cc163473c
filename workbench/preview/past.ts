import { DateTime } from "luxon";

/** At the beginning of a month there is little to see of it: then of the week before. */
const AT_LEAST_DAYS = 8;

/** From when the past is filled: the month so far, in whichever zone it began first. */
export function pastBegins(now: number, timeZones: readonly string[]): Date {
  const zoned = ["UTC", ...timeZones].map((zone) => DateTime.fromMillis(now, { zone }));
  const earliest = zoned.flatMap((time) => [
    time.startOf("month").toMillis(),
    time.minus({ days: AT_LEAST_DAYS }).startOf("day").toMillis(),
  ]);
  return new Date(Math.min(...earliest));
}
