import { DateTime } from "luxon";
import { DAY_MS } from "../../aws/index-rotation";
import type { ConnectApiStandIn } from "./connect-api";
import { invalid } from "./connect-errors";
import type { SimulatedInstance } from "./connect-instance";
import { pageOf, type PagedInput } from "./connect-paging";
import type { ContactRecord } from "./shapes/contact-record";

const MOST_FILTERS = 5;
const MOST_FILTER_VALUES = 100;
const HOUR_MS = 3_600_000;
/** Three months at least. */
const AVAILABLE_DAYS = 90;
/** The difference between start and end is below so many days. */
const LONGEST_DAYS = { HOUR: 3, DAY: 35 } as const;

export interface HistoricalMetricsInput extends PagedInput {
  readonly ResourceArn?: string;
  /** Seconds since 1970. */
  readonly StartTime?: number;
  readonly EndTime?: number;
  readonly Interval?: {
    readonly TimeZone?: string;
    readonly IntervalPeriod?: keyof typeof LONGEST_DAYS;
  };
  readonly Filters?: readonly FilterInput[];
  readonly Groupings?: readonly string[];
  readonly Metrics?: readonly MetricInput[];
}

interface FilterInput {
  readonly FilterKey: string;
  readonly FilterValues: readonly string[];
}

interface MetricInput {
  readonly Name: string;
  readonly Threshold?: readonly {
    readonly Comparison: string;
    readonly ThresholdValue: number;
  }[];
}

interface Interval {
  readonly start: number;
  readonly end: number;
}

/**
 * Definitions of the administrator guide, read off raw contact records.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/metrics-definitions.html
 */
const isQueued = ({ Queue }: ContactRecord): boolean => Queue !== null;
const isHandled = ({ Agent }: ContactRecord): boolean => Agent !== null;
/** Disconnected by the customer in a queue; who waits for a callback is not counted. */
const isAbandoned = (record: ContactRecord): boolean =>
  isQueued(record) &&
  !isHandled(record) &&
  record.DisconnectReason === "CUSTOMER_DISCONNECT" &&
  record.NextContactId === null;

const interaction = ({ Agent }: ContactRecord): number | null =>
  Agent?.AgentInteractionDuration ?? null;
const afterContactWork = ({ Agent }: ContactRecord): number =>
  (Agent !== null && "AfterContactWorkDuration" in Agent
    ? Agent.AfterContactWorkDuration
    : undefined) ?? 0;
const handleTime = (record: ContactRecord): number =>
  (interaction(record) ?? 0) + (record.Agent?.CustomerHoldDuration ?? 0) + afterContactWork(record);

type Evaluate = (records: readonly ContactRecord[], metric: MetricInput) => number | null;

const METRICS: Readonly<Record<string, Evaluate>> = {
  CONTACTS_QUEUED: (records) => records.filter(isQueued).length,
  CONTACTS_HANDLED: (records) => records.filter(isHandled).length,
  CONTACTS_ABANDONED: (records) => records.filter(isAbandoned).length,
  SERVICE_LEVEL: serviceLevel,
  AVG_HANDLE_TIME: (records) => mean(records.filter(isHandled).map(handleTime)),
  AVG_INTERACTION_TIME: (records) => mean(records.flatMap((record) => interaction(record) ?? [])),
  AVG_AFTER_CONTACT_WORK_TIME: (records) => mean(records.filter(isHandled).map(afterContactWork)),
};

/** @see https://docs.aws.amazon.com/connect/latest/APIReference/API_GetMetricDataV2.html */
export function answerHistoricalMetrics(
  api: ConnectApiStandIn,
  instance: SimulatedInstance,
  input: HistoricalMetricsInput,
): object {
  check(input, api.now());
  const { next, rows } = pageOf(api, instance.id, input, () => rowsOf(instance, input, api.now()));
  return { MetricResults: rows, ...next };
}

function check(input: HistoricalMetricsInput, now: number): void {
  const { EndTime = 0, Groupings = [], Interval, Metrics = [], StartTime = 0 } = input;
  const filters = input.Filters ?? [];
  if (filters.length < 1 || filters.length > MOST_FILTERS) throw invalid("Use 1 to 5 filters");
  const values = filters.flatMap(({ FilterKey, FilterValues }) =>
    FilterKey === "CHANNEL" ? [] : FilterValues,
  );
  if (values.length < 1 || values.length > MOST_FILTER_VALUES) {
    throw invalid("Use 1 to 100 values of filters, channels not counted");
  }
  if (Groupings.join() !== "QUEUE,CHANNEL") throw invalid("This stand-in groups by both");
  const days = (EndTime - StartTime) / (DAY_MS / 1_000);
  const period = Interval?.IntervalPeriod;
  if (period === undefined || !(period in LONGEST_DAYS)) throw invalid("DAY or HOUR");
  if (days <= 0 || days >= LONGEST_DAYS[period]) throw invalid(`${period} for ${days} days`);
  if (EndTime * 1_000 > now) throw invalid("EndTime cannot be later than the current timestamp");
  if (StartTime * 1_000 < now - AVAILABLE_DAYS * DAY_MS) throw invalid("StartTime is too early");
  for (const { Name, Threshold } of Metrics) {
    if (!METRICS[Name]) throw invalid(`The metric ${Name} is not known here`);
    const comparison = Threshold?.[0]?.Comparison ?? "";
    if (Name === "SERVICE_LEVEL" && !["LT", "LTE"].includes(comparison)) {
      throw invalid("SERVICE_LEVEL needs LT or LTE");
    }
  }
}

function rowsOf(
  instance: SimulatedInstance,
  { EndTime = 0, Filters = [], Interval, Metrics = [], StartTime = 0 }: HistoricalMetricsInput,
  now: number,
): readonly object[] {
  const of = (key: string): readonly string[] =>
    Filters.find(({ FilterKey }) => FilterKey === key)?.FilterValues ?? [];
  const records = newestCopies(instance.contactRecords, now);
  const period = Interval?.IntervalPeriod ?? "DAY";
  const all = { start: StartTime * 1_000, end: EndTime * 1_000 };
  return of("QUEUE").flatMap((queue) => {
    if (!instance.queues.has(queue)) throw invalid(`The queue ${queue} does not exist`);
    const ofQueue = records.filter(({ Queue }) => Queue?.ARN.endsWith(`/queue/${queue}`));
    return of("CHANNEL").flatMap((channel) =>
      intervalsOf(all, period, Interval?.TimeZone ?? "UTC").flatMap((interval) => {
        const within = ofQueue.filter(
          (record) => record.Channel === channel && endsIn(record, interval),
        );
        // "The request cannot find any data": no row.
        return within.length === 0
          ? []
          : [rowOf(within, Metrics, { queue, channel, period, interval })];
      }),
    );
  });
}

function rowOf(
  records: readonly ContactRecord[],
  metrics: readonly MetricInput[],
  {
    channel,
    interval,
    period,
    queue,
  }: {
    readonly queue: string;
    readonly channel: string;
    readonly period: string;
    readonly interval: Interval;
  },
): object {
  return {
    Dimensions: { QUEUE: queue, CHANNEL: channel },
    MetricInterval: {
      Interval: period,
      StartTime: interval.start / 1_000,
      EndTime: interval.end / 1_000,
    },
    Collections: metrics.map((Metric) => ({
      Metric,
      Value: METRICS[Metric.Name]?.(records, Metric) ?? null,
    })),
  };
}

function intervalsOf({ end, start }: Interval, period: string, zone: string): readonly Interval[] {
  const next = (from: number): number =>
    period === "HOUR"
      ? from + HOUR_MS
      : DateTime.fromMillis(from, { zone }).plus({ days: 1 }).toMillis();
  const intervals: Interval[] = [];
  for (let from = start; from < end; from = next(from)) {
    intervals.push({ start: from, end: next(from) });
  }
  return intervals;
}

/** Historical metrics are of contacts that ended: they count in the interval of their end. */
function endsIn({ DisconnectTimestamp }: ContactRecord, { end, start }: Interval): boolean {
  const at = Date.parse(DisconnectTimestamp ?? "");
  return at >= start && at < end;
}

function newestCopies(records: readonly ContactRecord[], now: number): readonly ContactRecord[] {
  const newest = new Map<string, ContactRecord>();
  for (const record of records) {
    if (Date.parse(record.LastUpdateTimestamp) <= now) newest.set(record.ContactId, record);
  }
  return [...newest.values()];
}

/** Removed from the queue within the threshold: answered, abandoned or queued for a callback. */
function serviceLevel(
  records: readonly ContactRecord[],
  { Threshold }: MetricInput,
): number | null {
  const { Comparison, ThresholdValue = 0 } = Threshold?.[0] ?? {};
  const queued = records.filter(isQueued);
  const removed = queued.filter(({ Queue }) => {
    const seconds = Queue?.Duration ?? Infinity;
    return Comparison === "LT" ? seconds < ThresholdValue : seconds <= ThresholdValue;
  });
  return queued.length === 0 ? null : (100 * removed.length) / queued.length;
}

function mean(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
