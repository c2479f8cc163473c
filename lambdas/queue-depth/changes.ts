import { rotatedIndex } from "../shared/rotated-index";
import { isEmptyRow, queueDocuments, TOTAL_ID, totalDocument } from "./documents";
import type { IdentifiedDocument } from "./documents";
import type { Settings } from "./settings";
import type { Snapshot } from "./snapshot";

/** One operation of a bulk request. */
export interface Change {
  readonly action: "index" | "delete";
  readonly index: string;
  readonly id: string;
  readonly document?: Readonly<Record<string, unknown>>;
}

/** State of the index before a snapshot is written. */
export interface PreviousState {
  /** Ids of the queue documents in the index. */
  readonly queueIds: readonly string[];
  /**
   * Time of the snapshot in the index, ISO 8601.
   * @default none: the index has no snapshot
   */
  readonly snapshotTime?: string;
}

/** Times that the total passes on to the next invocation, in milliseconds since 1970. */
export interface Expiries {
  /** From then on the next lease can be acquired. */
  readonly leaseExpiresAt: number;
  /** From then on the list of queues is stale. */
  readonly listingExpiresAt: number;
}

/**
 * All changes of a snapshot, for one bulk request. The total is the last: once it is written, so are
 * all others.
 */
export function changesOf(
  snapshot: Snapshot,
  before: PreviousState,
  { leaseExpiresAt: nextReadAfter, listingExpiresAt: listQueuesAfter }: Expiries,
  settings: Settings,
): Change[] {
  const queues = queueDocuments(snapshot, settings);
  const total = { id: TOTAL_ID, document: totalDocument(snapshot, settings) };
  const current = new Set(queues.map(({ id }) => id));
  const index = settings.depthIndex;
  return [
    ...queues.map((queue) => put(index, queue)),
    ...before.queueIds
      .filter((id) => !current.has(id))
      .map((id): Change => ({ action: "delete", index, id })),
    ...historyChanges(snapshot, before, [...queues, total], settings),
    put(index, {
      id: TOTAL_ID,
      document: {
        ...total.document,
        Queues: snapshot.queues.length,
        ListQueuesAfter: new Date(listQueuesAfter).toISOString(),
        NextReadAfter: new Date(nextReadAfter).toISOString(),
      },
    }),
  ];
}

/**
 * The history keeps every total, and the queues once a minute: at one snapshot a second, a hundred
 * queues would add thirty million documents a day. The id follows from document and time, so a repeated
 * write replaces the same document.
 */
export function historyChanges(
  { time }: Snapshot,
  before: Pick<PreviousState, "snapshotTime">,
  documents: readonly IdentifiedDocument[],
  { historyIndex, historyRotation }: Settings,
): Change[] {
  const index = rotatedIndex(historyIndex, historyRotation, time);
  const moment = time.toISOString();
  const isNewMinute =
    before.snapshotTime === undefined || minute(before.snapshotTime) < minute(moment);
  return documents
    .filter((entry) => entry.id === TOTAL_ID || (isNewMinute && !isEmptyRow(entry)))
    .map(({ id, document }) => {
      const at = id === TOTAL_ID ? moment : minute(moment);
      return put(index, { id: `${document.InstanceId}:${id}:${at}`, document });
    });
}

/** `2026-11-23T11:16` */
function minute(isoTime: string): string {
  return isoTime.slice(0, 16);
}

function put(index: string, { id, document }: IdentifiedDocument): Change {
  return { action: "index", index, id, document };
}
