import type { AlertHours } from "../../../config/configuration";

const HOUR_CYCLE = { hour: "2-digit", hourCycle: "h23", weekday: "short" } as const;

/**
 * Whether a moment is within hours of the week. The clock of the time zone decides, so the hours are the
 * same before and after a change to daylight saving time.
 */
export function isWithin(hours: AlertHours, timeZone: string, moment: Date): boolean {
  const parts = new Intl.DateTimeFormat("en-US", { ...HOUR_CYCLE, timeZone }).formatToParts(moment);
  const part = (type: "weekday" | "hour"): string =>
    parts.find((candidate) => candidate.type === type)?.value ?? "";
  const day = part("weekday").toLowerCase();
  // Business hours begin and end at full hours.
  const clock = `${part("hour")}:00`;
  return hours.days.some((open) => open === day) && clock >= hours.from && clock < hours.to;
}
