import type { WallLimits } from "../config/wall-limits";
import type { Language } from "./texts";

/** A contact center as its dashboard shows it. */
export interface DashboardContactCenter {
  /** Id of the dashboard and prefix of the ids of its other saved objects. */
  readonly dashboardId: string;
  /** Name that the dashboard shows. */
  readonly title: string;
  /** Language of every text on the dashboard. */
  readonly language: Language;
  /** IANA time zone of `LocalDay`, `LocalHour` and `LocalWeekday`; the header names it. */
  readonly timeZone: string;
  /** Waiting time, in seconds, up to which a contact counts towards the service level; the header names it. */
  readonly serviceLevelSeconds: number;
  /** Thresholds of the queues that have another, in seconds by queue name; the header says so. @default {} */
  readonly serviceLevelSecondsByQueue?: Readonly<Record<string, number>>;
  /**
   * Thresholds, in seconds from the lowest, at which a table shows the service level of each queue. Over all contact
   * centers it has those of all. @default there is no such table
   */
  readonly serviceLevelThresholds?: readonly number[];
  /**
   * Waiting time, in seconds, up to which an abandoned contact counts in neither share; the header names it.
   * @default every abandoned contact counts
   */
  readonly shortAbandonSeconds?: number;
  /** Limits of the numbers on the wall. @default {@link DEFAULT_WALL_LIMITS} */
  readonly wallLimits?: WallLimits;
  /** Name that all indices of its contact records begin with. */
  readonly contactRecordIndex: string;
  /** Name that all indices of its agent events begin with. */
  readonly agentEventIndex: string;
  /** Indices of its queue metrics. @default the dashboard has no queue panels */
  readonly queueMetrics?: QueueMetricsIndices;
  /** Indices of its reconciliation. @default the dashboard has no panel of it */
  readonly reconciliation?: ReconciliationIndices;
}

export interface QueueMetricsIndices {
  /** Name of the index of the current metrics. */
  readonly index: string;
  /** Name that all indices of the history begin with. */
  readonly historyIndex: string;
}

export interface ReconciliationIndices {
  /** Name that all its indices begin with. */
  readonly index: string;
}
