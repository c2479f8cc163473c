import { DAY_MS } from "../../aws/index-rotation";
import type { LocalDay } from "./days";

/**
 * A contact of today may have begun long ago: a task lasts up to 90 days.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/tasks.html
 */
const LONGEST_CONTACT_DAYS = 90;
/** More than the quota of queues of any instance. */
const EVERY_QUEUE = 10_000;
const EVERY_CHANNEL = 10;
const HOUR_MS = 3_600_000;

/** Parts of Connect's handle time. */
const HANDLE_TIME = {
  interaction: "Agent.AgentInteractionDuration",
  hold: "Agent.CustomerHoldDuration",
  afterContactWork: "Agent.AfterContactWorkDuration",
  pause: "Agent.AgentPauseDuration",
} as const;

export type HandleTimePart = keyof typeof HANDLE_TIME;
export const HANDLE_TIME_PARTS = Object.keys(HANDLE_TIME) as readonly HandleTimePart[];

type Aggregations = Readonly<Record<string, object>>;

/** The counts of Connect, each as the records that it counts. */
const COUNTS = {
  queued: { filter: { exists: { field: "Queue.EnqueueTimestamp" } } },
  handled: { filter: { exists: { field: "Agent.ConnectedToAgentTimestamp" } } },
  abandoned: { filter: { term: { Abandoned: true } } },
} as const;

/** The service level threshold by which the contacts of each queue were stored. */
export function thresholdSearch(day: LocalDay): object {
  return ofDay(day, byQueue({ threshold: { max: { field: "ServiceLevelSeconds" } } }));
}

/** All numbers of a day by queue and channel, with the contacts that left the queue within each threshold. */
export function daySearch(day: LocalDay, thresholds: readonly number[]): object {
  const handled = {
    ...COUNTS.handled,
    aggs: Object.fromEntries(
      Object.entries(HANDLE_TIME).map(([part, field]) => [part, { stats: { field } }]),
    ),
  };
  const removed = thresholds.map((seconds) => [removedWithin(seconds), leftQueue(seconds)]);
  const numbers = { ...COUNTS, handled, ...Object.fromEntries(removed) } as Aggregations;
  return ofDay(day, byQueue(byChannel(numbers)));
}

/** The counts of each hour of a day, by queue and channel. */
export function hourSearch(day: LocalDay): object {
  const hours = {
    date_histogram: {
      field: "DisconnectTimestamp",
      fixed_interval: "1h",
      // Days of some time zones begin at half past an hour of UTC.
      offset: `${day.start.getTime() % HOUR_MS}ms`,
      min_doc_count: 1,
    },
    aggs: COUNTS,
  };
  return ofDay(day, byQueue(byChannel({ hours })));
}

/** Name of the aggregation of contacts that left the queue within so many seconds. */
export function removedWithin(seconds: number): string {
  return `removed within ${seconds}`;
}

function leftQueue(seconds: number): object {
  const filter = [COUNTS.queued.filter, { range: { "Queue.Duration": { lte: seconds } } }];
  return { filter: { bool: { filter } } };
}

/**
 * Contacts that ended on the day. The range of initiation, which has an index, leaves out whole indices; the range of the
 * end reads doc_values, as an aggregation does on every engine.
 */
function ofDay({ end, start }: LocalDay, aggs: Aggregations): object {
  const since = new Date(start.getTime() - LONGEST_CONTACT_DAYS * DAY_MS);
  return {
    size: 0,
    track_total_hits: false,
    query: {
      range: { InitiationTimestamp: { gte: since.toISOString(), lt: end.toISOString() } },
    },
    aggs: {
      day: {
        date_range: {
          field: "DisconnectTimestamp",
          ranges: [{ from: start.toISOString(), to: end.toISOString() }],
        },
        aggs,
      },
    },
  };
}

function byQueue(aggs: Aggregations): Aggregations {
  return { queues: { terms: { field: "Queue.ARN", size: EVERY_QUEUE }, aggs } };
}

function byChannel(aggs: Aggregations): Aggregations {
  return { channels: { terms: { field: "Channel", size: EVERY_CHANNEL }, aggs } };
}
