import type { ContactCenter } from "../../../config/configuration";
import type { AbsoluteRange } from "../../../dashboards/search";
import type { ContactRecord } from "../../../simulator/shapes/contact-record";
import { isWithin, mean, newestCopies } from "./truth";

/** What the panels about service should show, again from the raw records alone. */
export interface ServiceTruth {
  readonly serviceLevel: number | null;
  readonly abandonedShare: number | null;
  readonly averageWait: number | null;
  /** Hour, weekday, contacts. */
  readonly busyHours: readonly (readonly [string, string, number])[];
}

export function serviceTruth(
  records: readonly ContactRecord[],
  range: AbsoluteRange,
  { timeZone, serviceLevelSeconds }: ContactCenter,
): ServiceTruth {
  const contacts = newestCopies(records).filter(({ InitiationTimestamp }) =>
    isWithin(InitiationTimestamp, range),
  );
  const queued = contacts.filter(({ Queue }) => Queue?.EnqueueTimestamp);
  const answered = queued.filter(({ Agent }) => Agent?.ConnectedToAgentTimestamp);
  const abandoned = queued.filter(
    ({ Agent, NextContactId }) => !Agent?.ConnectedToAgentTimestamp && !NextContactId,
  );
  const waits = answered.map(({ Queue }) => Queue?.Duration ?? 0);
  return {
    serviceLevel: waits.filter((wait) => wait <= serviceLevelSeconds).length / queued.length,
    abandonedShare: abandoned.length / queued.length,
    averageWait: mean(waits),
    busyHours: countedByHour(contacts, timeZone),
  };
}

const WEEKDAY_NUMBERS: Readonly<Record<string, number>> = {
  Mon: 1,
  Tue: 2,
  Wed: 3,
  Thu: 4,
  Fri: 5,
  Sat: 6,
  Sun: 7,
};

function countedByHour(
  contacts: readonly ContactRecord[],
  timeZone: string,
): ServiceTruth["busyHours"] {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", weekday: "short" });
  const counts = new Map<string, number>();
  for (const { InitiationTimestamp } of contacts) {
    const parts = format.formatToParts(new Date(InitiationTimestamp));
    const part = (wanted: string): string => parts.find(({ type }) => type === wanted)?.value ?? "";
    const key = `${part("hour")}|${WEEKDAY_NUMBERS[part("weekday")] ?? 0} ${part("weekday")}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, count]) => {
      const [hour = "", weekday = ""] = key.split("|");
      return [hour, weekday, count] as const;
    });
}
