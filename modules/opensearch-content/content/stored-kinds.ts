import type { ContactCenter, Delivery } from "../../../config/configuration";
import { indexPattern } from "../../../aws/names";
import type { Rotation } from "../../../aws/index-rotation";
import {
  agentEvent,
  contactRecord,
  queueDepth,
  queueHistory,
  type EventKind,
} from "../../../fields";

/** How an event kind of one contact center is stored. */
export interface StoredKind {
  readonly center: ContactCenter;
  readonly kind: EventKind;
  /** Name that all its indices begin with. */
  readonly index: string;
  readonly pattern: string;
  /** Absent: documents are replaced, never kept for long. */
  readonly keeping?: Keeping;
  /** Firehose delivers it as this, and an ingest pipeline decides where it goes; absent: it is written by us. */
  readonly delivered?: Delivered;
}

export type Delivered = "contact-record" | "agent-event";

export type Keeping = Pick<
  Delivery,
  "rotation" | "retentionDays" | "mergeAfterDays" | "warmAfterDays" | "coldAfterDays"
>;

/** The day after a day of queue numbers, nothing is written into its index any more. */
const HISTORY_MERGE_AFTER_DAYS = 1;

export function storedKinds(center: ContactCenter): readonly StoredKind[] {
  const { names, queueDepth: queues } = center;
  const records = stored(center, contactRecord, names.contactRecordIndex);
  const events = stored(center, agentEvent, names.agentEventIndex);
  return [
    { ...records, keeping: center.contactRecords, delivered: "contact-record" },
    { ...events, keeping: center.agentEvents, delivered: "agent-event" },
    ...(queues
      ? [
          stored(center, queueDepth, names.queueDepthIndex),
          {
            ...stored(center, queueHistory, names.queueDepthHistoryIndex),
            keeping: historyKeeping(queues.historyRotation, queues.historyRetentionDays),
          },
        ]
      : []),
  ];
}

function stored(center: ContactCenter, kind: EventKind, index: string): StoredKind {
  return { center, kind, index, pattern: indexPattern(index) };
}

function historyKeeping(rotation: Rotation, retentionDays: number): Keeping {
  return { rotation, retentionDays, mergeAfterDays: HISTORY_MERGE_AFTER_DAYS };
}

/**
 * OpenSearch refuses two templates, or two policies, of one priority whose patterns could match the
 * same index. The longer of two such patterns is the more particular one.
 */
export function priorityOf(pattern: string): number {
  return BASE_PRIORITY + pattern.length;
}

/** Above whatever catch-all template a shared domain may have. */
const BASE_PRIORITY = 500;
