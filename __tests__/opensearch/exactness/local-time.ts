/** The wall clock of a zone by Node.js's own tables, not by those of the Java in OpenSearch. */
const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(timestamp: string, timeZone: string): Readonly<Record<string, string>> {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      weekday: "short",
    });
    formats.set(timeZone, format);
  }
  const parts = format.formatToParts(new Date(timestamp));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

export function localDay(timestamp: string, timeZone: string): string {
  const { day = "", month = "", year = "" } = partsOf(timestamp, timeZone);
  return `${year}-${month}-${day}`;
}

export function localHour(timestamp: string, timeZone: string): string {
  return partsOf(timestamp, timeZone)["hour"] ?? "";
}

/** The start of the quarter of the hour, such as 09:15. */
export function localQuarter(timestamp: string, timeZone: string): string {
  const { hour = "", minute = "" } = partsOf(timestamp, timeZone);
  return `${hour}:${["00", "15", "30", "45"][Math.floor(Number(minute) / 15)]}`;
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Numbered from Monday, as `LocalWeekday` is. */
export function localWeekday(timestamp: string, timeZone: string): string {
  const { weekday = "" } = partsOf(timestamp, timeZone);
  return `${WEEKDAYS.indexOf(weekday) + 1} ${weekday}`;
}
