import type { ContactCenter } from "../../../config/configuration";
import type { Cell } from "../../../dashboards/evaluation/search";
import type { ContactRecord } from "../../../workbench/simulator/shapes/contact-record";
import {
  acwSeconds,
  handleSeconds,
  interactionSeconds,
  isAbandoned,
  isHandled,
  isQueued,
  mean,
  thresholdOf,
  waitSeconds,
} from "../exactness/contact-facts";
import { byKey, grouped } from "../exactness/grouped";
import { localDay } from "../exactness/local-time";
import { newestCopies } from "../exactness/truth";

type Row = readonly Cell[];
type Numbers = readonly (readonly [metric: string, value: number | null])[];

/** Rows of the panel Reconciliation, from what Connect counts and from what was delivered, both as raw records. */
export function reconciliationRows(
  center: ContactCenter,
  connect: readonly ContactRecord[],
  delivered: readonly ContactRecord[],
): readonly Row[] {
  const [theirs, ours] = [connect, delivered].map((records) => groupsOf(center, records));
  return byKey(theirs ?? new Map()).flatMap(([key, records]) => {
    const own = new Map(numbersOf(center, ours?.get(key) ?? []));
    return numbersOf(center, records).map(([metric, value]): Row => {
      const ownValue = own.get(metric) ?? null;
      const difference = value === null || ownValue === null ? null : ownValue - value;
      const numbers = [value, ownValue, difference].map(stored);
      return [...(JSON.parse(key) as string[]), metric, ...numbers];
    });
  });
}

/** By day of the end, queue and channel; the queues of single agents are not compared. */
function groupsOf({ timeZone }: ContactCenter, records: readonly ContactRecord[]) {
  return grouped(newestCopies(records), ({ Channel, DisconnectTimestamp, Queue }) =>
    Queue?.Name == null
      ? undefined
      : JSON.stringify([localDay(DisconnectTimestamp ?? "", timeZone), Queue.Name, Channel]),
  );
}

/** In the order of the names. */
function numbersOf(center: ContactCenter, records: readonly ContactRecord[]): Numbers {
  const handled = records.filter(isHandled);
  const queued = records.filter(isQueued);
  const removed = queued.filter(
    (record) => waitSeconds(record) <= thresholdOf({ record, center }),
  ).length;
  return [
    ["AVG_AFTER_CONTACT_WORK_TIME", mean(handled.map(acwSeconds))],
    ["AVG_HANDLE_TIME", mean(handled.map(handleSeconds))],
    ["AVG_INTERACTION_TIME", mean(handled.flatMap((record) => interactionSeconds(record) ?? []))],
    ["CONTACTS_ABANDONED", records.filter(isAbandoned).length],
    ["CONTACTS_HANDLED", handled.length],
    ["CONTACTS_QUEUED", queued.length],
    ["SERVICE_LEVEL", queued.length === 0 ? null : (100 * removed) / queued.length],
  ];
}

/** A float in the index. */
function stored(value: number | null): number | null {
  return value === null ? null : Math.fround(value);
}
