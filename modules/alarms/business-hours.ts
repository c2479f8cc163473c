import { WEEKDAYS } from "../../config/weekdays";

const HOURS_A_DAY = 24;
const HOURS_A_WEEK = HOURS_A_DAY * WEEKDAYS.length;
const MINUTES_AN_HOUR = 60;

/** Hours of the week in which calls are expected, in the contact center's time zone. */
export interface BusinessHours {
  /** Days on which calls are expected. */
  readonly days: readonly (typeof WEEKDAYS)[number][];
  /** Start of the first hour, a full hour: `09:00`. */
  readonly from: string;
  /** End of the last hour, a full hour: `17:00`. */
  readonly to: string;
  /** Minutes without a contact record after which the alarm goes off, 5 to 1,440. */
  readonly silentMinutes: number;
}

/**
 * Business hours as a CloudWatch metric math condition on the time of a metric.
 *
 * Metric math has UTC only, without daylight saving. An hour is open if all of it lies within the business
 * hours under every offset that the zone has in a year. A point of the metric has the start of its period as
 * time, at any minute, and counts the records of the whole period: the condition holds if every hour that
 * such a period can overlap is open. The alarm therefore has no false positive; it may start an hour late and
 * end an hour or two early.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 * @param metric Id of the metric whose time is compared; its period is `silentMinutes`.
 * @returns A condition, or undefined if no period lies within business hours all year.
 */
export function businessHoursCondition(
  hours: BusinessHours,
  timeZone: string,
  metric: string,
): string | undefined {
  const offsets = offsetsOf(timeZone);
  const open = Array.from({ length: HOURS_A_WEEK }, (_, utcHour) =>
    offsets.every((offset) => isOpen(hours, utcHour * MINUTES_AN_HOUR + offset)),
  );
  const reach = Math.ceil(hours.silentMinutes / MINUTES_AN_HOUR);
  const evaluated = open.map((_, start) =>
    Array.from(
      { length: reach + 1 },
      (_unused, later) => open[(start + later) % HOURS_A_WEEK],
    ).every(Boolean),
  );
  const conditions = [...byHours(evaluated)].map(
    ([span, days]) => `(${daysCondition(days, metric)} AND ${hoursCondition(span, metric)})`,
  );
  return conditions.length === 0 ? undefined : conditions.join(" OR ");
}

/** Every offset of the zone from UTC within a year, in minutes. */
export function offsetsOf(timeZone: string, year = 2024): readonly number[] {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const offsets = Array.from({ length: 12 }, (_, month) => {
    const name = format
      .formatToParts(new Date(Date.UTC(year, month, 1)))
      .find(({ type }) => type === "timeZoneName")?.value;
    const [, sign, hour, minute] = /GMT([+-])(\d{2}):(\d{2})/.exec(name ?? "") ?? [];
    const minutes = Number(hour ?? 0) * MINUTES_AN_HOUR + Number(minute ?? 0);
    return sign === "-" ? -minutes : minutes;
  });
  return [...new Set(offsets)];
}

/** Whether the hour that starts at that local minute of the week (Monday 00:00 is 0) is open throughout. */
function isOpen(hours: BusinessHours, localMinute: number): boolean {
  const week = HOURS_A_WEEK * MINUTES_AN_HOUR;
  const minute = ((localMinute % week) + week) % week;
  const day = WEEKDAYS[Math.floor(minute / (HOURS_A_DAY * MINUTES_AN_HOUR))];
  const minuteOfDay = minute % (HOURS_A_DAY * MINUTES_AN_HOUR);
  return (
    day !== undefined &&
    hours.days.includes(day) &&
    minuteOfDay >= minutesOf(hours.from) &&
    minuteOfDay + MINUTES_AN_HOUR <= minutesOf(hours.to)
  );
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * MINUTES_AN_HOUR;
}

/** Groups the days that are open in the same span of UTC hours: `8-15` → [1, 2, 3, 4, 5]. */
function byHours(open: readonly boolean[]): Map<string, number[]> {
  const spans = new Map<string, number[]>();
  WEEKDAYS.forEach((_, day) => {
    const openHours = Array.from({ length: HOURS_A_DAY }, (_unused, hour) => hour).filter(
      (hour) => open[day * HOURS_A_DAY + hour],
    );
    for (const span of runsOf(openHours)) spans.set(span, [...(spans.get(span) ?? []), day + 1]);
  });
  return spans;
}

function runsOf(hours: readonly number[]): string[] {
  const starts = hours.filter((hour) => !hours.includes(hour - 1));
  const ends = hours.filter((hour) => !hours.includes(hour + 1));
  return starts.map((start, index) => `${start}-${ends[index] ?? start}`);
}

/** CloudWatch counts Monday as 1. */
function daysCondition(days: readonly number[], metric: string): string {
  const [first = 1] = days;
  const last = days.at(-1) ?? first;
  const inARow = last - first === days.length - 1;
  return inARow
    ? `DAY(${metric}) >= ${first} AND DAY(${metric}) <= ${last}`
    : `(${days.map((day) => `DAY(${metric}) == ${day}`).join(" OR ")})`;
}

function hoursCondition(span: string, metric: string): string {
  const [from, to] = span.split("-");
  return `HOUR(${metric}) >= ${from} AND HOUR(${metric}) <= ${to}`;
}
