import type { Channel } from "../../aws/channels";
import {
  RECONCILED_COUNTS,
  RECONCILED_METRICS,
  type ReconciledCount,
  type ReconciledMetric,
} from "../../fields";
import { queueKey } from "../shared/connect/queue";
import type { HourRow, Numbers, Row } from "./numbers";

/** A number of Connect beside ours. */
export interface Comparison {
  readonly queueId: string;
  readonly channel: Channel;
  readonly metric: ReconciledMetric;
  /** @default Connect has no mean: no contact counts in it */
  readonly connect?: number;
  /** @default the contact records have no mean */
  readonly own?: number;
}

/** A count that differs in one hour. */
export interface HourComparison extends Comparison {
  readonly metric: ReconciledCount;
  /** Start of the hour, in milliseconds since 1970. */
  readonly hour: number;
}

const COUNTS: ReadonlySet<ReconciledMetric> = new Set(RECONCILED_COUNTS);

/** Every metric of every queue and channel that either side has; a count that one side lacks is 0. */
export function compareDay(
  connect: readonly Row<Numbers>[],
  own: readonly Row<Numbers>[],
): readonly Comparison[] {
  return pairs(connect, own, ({ channel, queueId }) => queueKey(queueId, channel)).flatMap(
    ([theirs, ours, { channel, queueId }]) =>
      RECONCILED_METRICS.map((metric) => ({
        queueId,
        channel,
        metric,
        ...valueOf("connect", metric, theirs?.values),
        ...valueOf("own", metric, ours?.values),
      })),
  );
}

/** Of the hours of both sides, the counts that differ. */
export function differingHours(
  connect: readonly HourRow[],
  own: readonly HourRow[],
): readonly HourComparison[] {
  const keyOf = ({ channel, hour, queueId }: HourRow): string =>
    `${queueKey(queueId, channel)}:${hour}`;
  return pairs(connect, own, keyOf)
    .flatMap(([theirs, ours, { channel, hour, queueId }]) =>
      RECONCILED_COUNTS.map((metric) => ({
        queueId,
        channel,
        hour,
        metric,
        connect: theirs?.values[metric] ?? 0,
        own: ours?.values[metric] ?? 0,
      })),
    )
    .filter(differs);
}

/** Whether a metric counts contacts. */
export function isCount({ metric }: Pick<Comparison, "metric">): boolean {
  return COUNTS.has(metric);
}

export function differs(comparison: Comparison): boolean {
  return (differenceOf(comparison) ?? 0) !== 0;
}

/** Ours less Connect's; undefined: one side has no number. */
export function differenceOf({ connect, own }: Comparison): number | undefined {
  return connect === undefined || own === undefined ? undefined : own - connect;
}

/** The largest difference among counts, in percent of the larger of both numbers: 0 to 100. */
export function largestDifferencePercent(comparisons: readonly Comparison[]): number {
  const shares = comparisons.filter(isCount).map(({ connect = 0, own = 0 }) => {
    const larger = Math.max(connect, own);
    return larger === 0 ? 0 : (100 * Math.abs(own - connect)) / larger;
  });
  return Math.max(0, ...shares);
}

type Pair<T> = readonly [theirs: T | undefined, ours: T | undefined, either: T];

function pairs<T>(
  connect: readonly T[],
  own: readonly T[],
  keyOf: (row: T) => string,
): readonly Pair<T>[] {
  const theirs = new Map(connect.map((row) => [keyOf(row), row]));
  const ours = new Map(own.map((row) => [keyOf(row), row]));
  const either = new Map([...theirs, ...ours]);
  return [...either].map(([key, row]) => [theirs.get(key), ours.get(key), row]);
}

function valueOf(
  side: "connect" | "own",
  metric: ReconciledMetric,
  values: Numbers | undefined,
): Pick<Comparison, "connect" | "own"> {
  const value = values?.[metric] ?? (COUNTS.has(metric) ? 0 : undefined);
  return value === undefined ? {} : { [side]: value };
}
