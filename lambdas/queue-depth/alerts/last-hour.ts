import type { EvaluatedAlert } from "../../../config/configuration";

const HOUR_MS = 3_600_000;
const PERCENT = 100;

/** Field whose mean is the share, as in the dashboard's panels. */
const SHARES: Readonly<Partial<Record<EvaluatedAlert["metric"], string>>> = {
  serviceLevelLastHourPercent: "ServiceLevel",
  abandonedLastHourPercent: "AbandonedShare",
};

/** The aggregation of one alert in an answer. */
interface ShareAnswer {
  readonly share?: { readonly value: number | null };
  readonly contacts?: { readonly value: number };
}

export type LastHourAnswer = Readonly<Record<string, ShareAnswer>>;

/** Whether the value of an alert comes from contact records. */
export function isOfLastHour({ metric }: Pick<EvaluatedAlert, "metric">): boolean {
  return SHARES[metric] !== undefined;
}

/**
 * One search for the shares of all alerts, each in an aggregation under the alert's name. Filters, time
 * field and means are those of the dashboard's panels with the time range of one hour, both ends included.
 */
export function lastHourSearch(alerts: readonly EvaluatedAlert[], end: Date): object {
  const range = {
    gte: new Date(end.getTime() - HOUR_MS).toISOString(),
    lte: end.toISOString(),
    format: "strict_date_optional_time",
  };
  const filter = [{ term: { Queued: true } }, { range: { InitiationTimestamp: range } }];
  const aggregations = alerts.map(({ metric, name, queue }) => {
    const field = SHARES[metric];
    return [
      name,
      {
        filter: queue === undefined ? { match_all: {} } : { term: { "Queue.Name": queue } },
        aggs: { share: { avg: { field } }, contacts: { value_count: { field } } },
      },
    ] as const;
  });
  return { size: 0, query: { bool: { filter } }, aggs: Object.fromEntries(aggregations) };
}

/** Percentage in an answer; undefined: the hour has too few contacts, or none. */
export function shareIn(
  { atLeastContacts = 1, name }: EvaluatedAlert,
  answer: LastHourAnswer,
): number | undefined {
  const { contacts, share } = answer[name] ?? {};
  if (share === undefined || share.value === null) return undefined;
  return (contacts?.value ?? 0) < atLeastContacts ? undefined : PERCENT * share.value;
}
