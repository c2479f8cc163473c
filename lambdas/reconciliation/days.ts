import { DateTime } from "luxon";

/** A day on the clock of a contact center, of 23, 24 or 25 hours. */
export interface LocalDay {
  /** As in 2026-03-29. */
  readonly name: string;
  readonly start: Date;
  /** Start of the next day. */
  readonly end: Date;
}

/** The days before a moment that are over, the last one first. */
export function closedDays(moment: Date, count: number, timeZone: string): readonly LocalDay[] {
  const today = DateTime.fromJSDate(moment, { zone: timeZone }).startOf("day");
  return Array.from({ length: count }, (_, number) => dayAt(today.minus({ days: number + 1 })));
}

function dayAt(start: DateTime): LocalDay {
  return {
    name: start.toFormat("yyyy-MM-dd"),
    start: start.toJSDate(),
    end: start.plus({ days: 1 }).toJSDate(),
  };
}
