import { DateTime } from "luxon";
import type { AbsoluteRange } from "../dashboards/evaluation/search";

export const PERIOD_KINDS = ["month", "week"] as const;

export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A closed month, or a week from Monday to Sunday, on the clock of a contact center. */
export interface Period {
  readonly kind: PeriodKind;
  /** `2026-10`, or a week of ISO 8601 as `2026-W41`: part of the names of files. */
  readonly name: string;
  /** From the first to the last millisecond. */
  readonly range: AbsoluteRange;
  /** IANA time zone that the period begins and ends in. */
  readonly timeZone: string;
}

const NAME_FORMATS: Readonly<Record<PeriodKind, string>> = {
  month: "yyyy-MM",
  week: "kkkk-'W'WW",
};

/** The last period of a kind that had ended at a moment. */
export function closedPeriod(kind: PeriodKind, moment: Date, timeZone: string): Period {
  return before(periodAt(kind, DateTime.fromJSDate(moment, { zone: timeZone })));
}

/** The period that ends where this one begins. */
export function before({ kind, range, timeZone }: Period): Period {
  const start = DateTime.fromISO(range.gte, { zone: timeZone });
  return periodAt(kind, start.minus({ milliseconds: 1 }));
}

/** The period of a name; undefined: the text names none. */
export function parsePeriod(name: string, timeZone: string): Period | undefined {
  const start = DateTime.fromISO(name, { zone: timeZone });
  if (!start.isValid) return undefined;
  return PERIOD_KINDS.map((kind) => periodAt(kind, start)).find((period) => period.name === name);
}

/** The period in words, such as October 2026. */
export function periodText({ kind, range, timeZone }: Period, language: string): string {
  const [first, last] = [new Date(range.gte), new Date(range.lte)];
  if (kind === "month") {
    const month = { month: "long", year: "numeric", timeZone } as const;
    return new Intl.DateTimeFormat(language, month).format(first);
  }
  const days = { dateStyle: "medium", timeZone } as const;
  return new Intl.DateTimeFormat(language, days).formatRange(first, last);
}

function periodAt(kind: PeriodKind, moment: DateTime): Period {
  const start = moment.startOf(kind);
  return {
    kind,
    name: start.toFormat(NAME_FORMATS[kind]),
    range: { gte: start.toJSDate().toISOString(), lte: start.endOf(kind).toJSDate().toISOString() },
    timeZone: moment.zoneName ?? "UTC",
  };
}
