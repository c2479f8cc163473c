import { resourceIdOf } from "../../aws/arns";
import type { Channel } from "../../aws/channels";
import type { HourlyCounts, HourRow, Numbers, Row } from "./numbers";
import { HANDLE_TIME_PARTS, removedWithin, type HandleTimePart } from "./own-search";

interface Count {
  readonly doc_count: number;
}

interface Stats {
  readonly count: number;
  readonly sum: number;
}

interface Counts {
  readonly queued: Count;
  readonly handled: Count;
  readonly abandoned: Count;
}

interface Buckets<T> {
  readonly buckets: readonly T[];
}

type QueueBucket<T> = T & { readonly key: string };
type ChannelBucket<T> = T & { readonly key: Channel };

/** Answer to a search of a day. */
export interface DayAnswer<T> {
  readonly aggregations?: { readonly day: Buckets<{ readonly queues: Buckets<QueueBucket<T>> }> };
}

interface Channels<T> {
  readonly channels: Buckets<ChannelBucket<T>>;
}

export type ThresholdAnswer = DayAnswer<{ readonly threshold: { readonly value: number | null } }>;

type DayNumbers = Omit<Counts, "handled"> & {
  readonly handled: Count & Readonly<Record<HandleTimePart, Stats>>;
} & Readonly<Record<string, unknown>>;

export type NumbersAnswer = DayAnswer<Channels<DayNumbers>>;

export type HoursAnswer = DayAnswer<
  Channels<{ readonly hours: Buckets<Counts & { readonly key: number }> }>
>;

/** Service level threshold by queue id, in seconds; a queue without a record that names one is absent. */
export function readThresholds(answer: ThresholdAnswer): ReadonlyMap<string, number> {
  return new Map(
    queuesOf(answer).flatMap(({ key, threshold: { value } }) =>
      value === null ? [] : [[resourceIdOf(key), value] as const],
    ),
  );
}

/** @param thresholdOf Service level threshold of a queue, one of those that were searched for. */
export function readNumbers(
  answer: NumbersAnswer,
  thresholdOf: (queueId: string) => number,
): readonly Row<Numbers>[] {
  return rowsOf(answer).map(({ bucket, channel, queueId }) => ({
    queueId,
    channel,
    values: numbersOf(bucket, thresholdOf(queueId)),
  }));
}

export function readHours(answer: HoursAnswer): readonly HourRow[] {
  return rowsOf(answer).flatMap(({ bucket, channel, queueId }) =>
    bucket.hours.buckets.map((hour) => ({
      queueId,
      channel,
      hour: hour.key,
      values: countsOf(hour),
    })),
  );
}

function numbersOf(bucket: DayNumbers, threshold: number): Numbers {
  const { handled, queued } = bucket;
  const removed = bucket[removedWithin(threshold)] as Count;
  const handleTime = HANDLE_TIME_PARTS.reduce((sum, part) => sum + handled[part].sum, 0);
  return {
    ...countsOf(bucket),
    ...(queued.doc_count > 0 && { SERVICE_LEVEL: (100 * removed.doc_count) / queued.doc_count }),
    ...(handled.doc_count > 0 && { AVG_HANDLE_TIME: handleTime / handled.doc_count }),
    ...mean("AVG_INTERACTION_TIME", handled.interaction),
    ...mean("AVG_AFTER_CONTACT_WORK_TIME", handled.afterContactWork),
  };
}

function countsOf({ abandoned, handled, queued }: Counts): HourlyCounts {
  return {
    CONTACTS_QUEUED: queued.doc_count,
    CONTACTS_HANDLED: handled.doc_count,
    CONTACTS_ABANDONED: abandoned.doc_count,
  };
}

function mean(
  metric: "AVG_INTERACTION_TIME" | "AVG_AFTER_CONTACT_WORK_TIME",
  { count, sum }: Stats,
): Numbers {
  return count === 0 ? {} : { [metric]: sum / count };
}

function rowsOf<T>(answer: DayAnswer<Channels<T>>) {
  return queuesOf(answer).flatMap(({ channels, key: arn }) =>
    channels.buckets.map((bucket) => ({
      queueId: resourceIdOf(arn),
      channel: bucket.key,
      bucket,
    })),
  );
}

/** None where no index exists yet. */
function queuesOf<T>({ aggregations }: DayAnswer<T>): readonly QueueBucket<T>[] {
  return aggregations?.day.buckets.flatMap(({ queues }) => queues.buckets) ?? [];
}
