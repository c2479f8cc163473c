import { indexPattern } from "../../../aws/names";
import { RECONCILIATION_ROTATION } from "../../../config/delivery-defaults";
import {
  agentEvent,
  contactRecord,
  queueDepth,
  queueHistory,
  reconciliation as reconciliationKind,
  type EventKind,
} from "../../../fields";
import type { ContactCenterContent, Retention } from "./props";

/** The indices of one event kind of one contact center. */
export interface IndexSpec {
  readonly center: ContactCenterContent;
  readonly kind: EventKind;
  /** Name that all its indices begin with. */
  readonly index: string;
  /** Pattern that all its indices match. */
  readonly pattern: string;
  /** @default none: documents are replaced in one index that is never rotated */
  readonly retention?: Retention;
  /** What Firehose delivers into it, through an ingest pipeline. @default none: a function writes into it */
  readonly deliverySource?: DeliverySource;
}

export type DeliverySource = "contact-record" | "agent-event";

/** The function writes nothing into an index of the history a day after the index's period. */
const HISTORY_MERGE_AFTER_DAYS = 1;
/** The function compares a day for the last time three days later. */
const RECONCILIATION_MERGE_AFTER_DAYS = 4;

export function indexSpecs(center: ContactCenterContent): readonly IndexSpec[] {
  const { agentEventIndex, contactRecordIndex, queueMetrics, reconciliation } = center;
  return [
    {
      ...specOf(center, contactRecord, contactRecordIndex),
      retention: center.contactRecordRetention,
      deliverySource: "contact-record",
    },
    {
      ...specOf(center, agentEvent, agentEventIndex),
      retention: center.agentEventRetention,
      deliverySource: "agent-event",
    },
    ...(queueMetrics
      ? [
          specOf(center, queueDepth, queueMetrics.index),
          {
            ...specOf(center, queueHistory, queueMetrics.historyIndex),
            retention: { ...queueMetrics.history, mergeAfterDays: HISTORY_MERGE_AFTER_DAYS },
          },
        ]
      : []),
    ...(reconciliation
      ? [
          {
            ...specOf(center, reconciliationKind, reconciliation.index),
            retention: {
              rotation: RECONCILIATION_ROTATION,
              retentionDays: reconciliation.retentionDays,
              mergeAfterDays: RECONCILIATION_MERGE_AFTER_DAYS,
            },
          },
        ]
      : []),
  ];
}

function specOf(center: ContactCenterContent, kind: EventKind, index: string): IndexSpec {
  return { center, kind, index, pattern: indexPattern(index) };
}

/**
 * OpenSearch refuses two templates, or two policies, of one priority whose patterns could match the
 * same index. The longer of two such patterns is the more specific one.
 */
export function priorityOf(pattern: string): number {
  return BASE_PRIORITY + pattern.length;
}

/** Above the priority of any catch-all template that a shared domain may have. */
const BASE_PRIORITY = 500;
