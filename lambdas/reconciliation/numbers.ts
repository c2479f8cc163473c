import type { Channel } from "../../aws/channels";
import type { ReconciledCount, ReconciledMetric } from "../../fields";

/** Metrics of one queue and channel; a mean of no contact is absent. */
export type Numbers = Readonly<Partial<Record<ReconciledMetric, number>>>;

/** Counts of one queue and channel in one hour. */
export type HourlyCounts = Readonly<Partial<Record<ReconciledCount, number>>>;

/** A queue and channel with its values. */
export interface Row<T> {
  readonly queueId: string;
  readonly channel: Channel;
  readonly values: T;
}

/** The same, of an hour. */
export interface HourRow extends Row<HourlyCounts> {
  /** Start of the hour, in milliseconds since 1970. */
  readonly hour: number;
}
