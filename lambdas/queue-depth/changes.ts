import { rotatedIndex } from "../shared/rotated-index";
import { isSilent, queueDocuments, TOTAL_ID, totalDocument } from "./documents";
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

export interface Before {
  /** Ids of the queue documents in the index. */
  readonly queueIds: readonly string[];
  /** Time of the snapshot in the index; absent: there is none. */
  readonly snapshotTime?: string;
}

/** What the next invocation has to know. */
export interface ForTheNext {
  readonly nextReadAfter: number;
  readonly listQueuesAfter: number;
}

/**
 * Everything that a snapshot changes, for one bulk request. The total comes last: once it is new, so
 * is the rest.
 */
export function changesOf(
  snapshot: Snapshot,
  before: Before,
  { nextReadAfter, listQueuesAfter }: ForTheNext,
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
 * The trend keeps every total, and the queues once a minute: at one snapshot a second a hundred
 * queues would otherwise add thirty million documents a day. An id that follows from document and time
 * makes a repeated write the same document.
 */
export function historyChanges(
  { time }: Snapshot,
  before: Pick<Before, "snapshotTime">,
  documents: readonly IdentifiedDocument[],
  { historyIndex, historyRotation }: Settings,
): Change[] {
  const index = rotatedIndex(historyIndex, historyRotation, time);
  const moment = time.toISOString();
  const newMinute =
    before.snapshotTime === undefined || minute(before.snapshotTime) < minute(moment);
  return documents
    .filter((entry) => entry.id === TOTAL_ID || (newMinute && !isSilent(entry)))
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
