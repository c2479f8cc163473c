import type { Queue } from "../shared/connect/queue";
import type { RequestLimits } from "../shared/connect/connect-api";
import {
  compareDay,
  differingHours,
  differs,
  isCount,
  type Comparison,
  type HourComparison,
} from "./comparison";
import type { ConnectMetrics } from "./connect-metrics";
import type { LocalDay } from "./days";
import type { OwnMetrics } from "./own-metrics";

export interface ReconciledDay {
  readonly day: LocalDay;
  readonly comparisons: readonly Comparison[];
  /** Hours in which a count of the day differs. */
  readonly hours: readonly HourComparison[];
}

export interface Sources {
  readonly connect: ConnectMetrics;
  readonly own: OwnMetrics;
  /** Queues that are compared. */
  readonly queues: readonly Queue[];
  /** Service level threshold, in seconds, of a queue whose contact records name none. */
  readonly serviceLevelSeconds: number;
}

/** Compares a day; only where a count differs, its hours too. */
export async function reconcileDay(
  day: LocalDay,
  { connect, own, queues, serviceLevelSeconds }: Sources,
  limits: RequestLimits,
): Promise<ReconciledDay> {
  const { deadline } = limits;
  const named = await own.thresholds(day, deadline);
  const thresholdOf = (queueId: string): number => named.get(queueId) ?? serviceLevelSeconds;
  const thresholds = [...new Set([serviceLevelSeconds, ...named.values()])];
  const compared = new Set(queues.map(({ id }) => id));
  const isCompared = ({ queueId }: { readonly queueId: string }): boolean => compared.has(queueId);

  const theirs = await connect.day(
    day,
    queues.map(({ id }) => ({ queueId: id, serviceLevelSeconds: thresholdOf(id) })),
    limits,
  );
  const ours = await own.day(day, { thresholds, thresholdOf }, deadline);
  const comparisons = compareDay(theirs, ours.filter(isCompared));

  const differing = new Set(
    comparisons
      .filter(isCount)
      .filter(differs)
      .map(({ queueId }) => queueId),
  );
  if (differing.size === 0) return { day, comparisons, hours: [] };
  const hours = differingHours(
    await connect.hours(day, [...differing], limits),
    (await own.hours(day, deadline)).filter(({ queueId }) => differing.has(queueId)),
  );
  return { day, comparisons, hours };
}
