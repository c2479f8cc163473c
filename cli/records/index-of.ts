import type { ContactCenter } from "../../config/configuration";
import { rotatedIndex } from "../../lambdas/shared/rotated-index";
import type { FoundRecord } from "./record-of";

/** The index that a record is sent to, or the problem that it has none. */
export type IndexOf = (
  record: FoundRecord,
) => { readonly index: string } | { readonly problem: string };

/**
 * The contact center of a record: the one that is named, the one with its instance, or the only one.
 * An instance that the configuration creates has no id before it exists.
 */
export function centerOf(
  { instanceId }: FoundRecord,
  centers: readonly ContactCenter[],
  alias?: string,
): ContactCenter | undefined {
  if (alias !== undefined) return named(alias, centers);
  const adopted = centers.find(
    ({ instance }) => instance.kind === "adopted" && instance.id === instanceId,
  );
  if (adopted) return adopted;
  const [only, ...others] = centers;
  const mayBe = instanceId === undefined || only?.instance.kind === "created";
  return others.length === 0 && mayBe ? only : undefined;
}

/** @throws if there is no such contact center */
function named(alias: string, centers: readonly ContactCenter[]): ContactCenter {
  const center = centers.find((one) => one.alias === alias);
  if (center) return center;
  throw new Error(`There is no contact center ${alias}, use one of ${aliasesOf(centers)}.`);
}

function aliasesOf(centers: readonly ContactCenter[]): string {
  return centers.map(({ alias }) => alias).join(", ");
}

/**
 * An index that Firehose named stays; other records get the one that Firehose would name at this moment.
 * @param centers Called for the first record without an index.
 */
export function indexOf(centers: () => readonly ContactCenter[], alias?: string): IndexOf {
  return (record) => {
    if (record.index !== undefined) return { index: record.index };
    const center = centerOf(record, centers(), alias);
    if (!center) return { problem: noCenter(record, centers()) };
    const { agentEvents, contactRecords, names } = center;
    const isEvent = record.kind === "agent-event";
    const name = isEvent ? names.agentEventIndex : names.contactRecordIndex;
    const { rotation } = isEvent ? agentEvents : contactRecords;
    return { index: rotatedIndex(name, rotation, new Date()) };
  };
}

function noCenter({ instanceId }: FoundRecord, centers: readonly ContactCenter[]): string {
  const of = instanceId === undefined ? "no instance" : `the instance ${instanceId}`;
  return `a record of ${of}, which no contact center of the configuration has: name one of ${aliasesOf(centers)} with --contact-center`;
}
