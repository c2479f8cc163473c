import { DateTime } from "luxon";
import type { ReconciliationDocument } from "../../fields";
import { queueKey } from "../shared/connect/queue";
import { rotatedIndex } from "../shared/rotated-index";
import { RECONCILIATION_ROTATION } from "../../config/delivery-defaults";
import { differenceOf, type Comparison, type HourComparison } from "./comparison";
import type { LocalDay } from "./days";

export interface StoredDocument {
  readonly index: string;
  /** The same for the same day, queue, channel, metric and hour: a repeated run replaces the document. */
  readonly id: string;
  readonly document: ReconciliationDocument;
}

export interface DocumentOptions {
  /** Alias of the contact center. */
  readonly contactCenter: string;
  /** Prefix of the names of the indices. */
  readonly indexName: string;
  readonly queueName: (queueId: string) => string;
  /** IANA time zone of the hours. */
  readonly timeZone: string;
}

/** A document for each comparison of a day, and for each hour in which a count differs. */
export function documentsOf(
  day: LocalDay,
  comparisons: readonly Comparison[],
  hours: readonly HourComparison[],
  options: DocumentOptions,
): readonly StoredDocument[] {
  return [
    ...comparisons.map((comparison) =>
      stored(day, comparison, { ...options, scope: "day", start: day.start }),
    ),
    ...hours.map((comparison) =>
      stored(day, comparison, { ...options, scope: "hour", start: new Date(comparison.hour) }),
    ),
  ];
}

/** Name of the index of a day. */
export function indexOf(indexName: string, { start }: LocalDay): string {
  return rotatedIndex(indexName, RECONCILIATION_ROTATION, start);
}

function stored(
  day: LocalDay,
  comparison: Comparison,
  {
    contactCenter,
    indexName,
    queueName,
    scope,
    start,
    timeZone,
  }: DocumentOptions & {
    readonly scope: ReconciliationDocument["Scope"];
    readonly start: Date;
  },
): StoredDocument {
  const { channel, connect, metric, own, queueId } = comparison;
  const difference = differenceOf(comparison);
  const key = `${queueKey(queueId, channel)}:${metric}`;
  return {
    index: indexOf(indexName, day),
    id: scope === "day" ? `${day.name}:${key}` : `${start.toISOString()}:${key}`,
    document: {
      ContactCenter: contactCenter,
      Scope: scope,
      PeriodStart: start.toISOString(),
      LocalDay: day.name,
      ...(scope === "hour" && { LocalHour: localHour(start, timeZone) }),
      QueueId: queueId,
      QueueName: queueName(queueId),
      Channel: channel,
      Metric: metric,
      ...(connect !== undefined && { ConnectValue: connect }),
      ...(own !== undefined && { OwnValue: own }),
      ...(difference !== undefined && { Difference: difference }),
    },
  };
}

/** With the offset, an hour that the clock repeats has two names. */
function localHour(start: Date, zone: string): string {
  return DateTime.fromJSDate(start, { zone }).toFormat("HH:mmZZ");
}
