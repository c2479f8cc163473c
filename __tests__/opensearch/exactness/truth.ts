import type { AbsoluteRange } from "../../../dashboards/evaluation/search";
import type { AgentEvent } from "../../../workbench/simulator/shapes/agent-event";
import type { ContactRecord } from "../../../workbench/simulator/shapes/contact-record";
import { acwSeconds, interactionSeconds, isHandled, isOutbound, mean } from "./contact-facts";
import { byKey, grouped } from "./grouped";
import { localDay } from "./local-time";

/**
 * What the panels should show, computed from the raw records and the design's definitions alone: no
 * pipeline, no mapping and no aggregation takes part in it.
 */
export interface Truth {
  readonly numberOfCalls: number;
  readonly callsPerDay: readonly (readonly [string, number])[];
  readonly averageAcw: number | null;
  readonly averageCallDuration: number | null;
}

export function truthOf(
  records: readonly ContactRecord[],
  range: AbsoluteRange,
  timeZone: string,
): Truth {
  const contacts = newestCopies(records).filter(({ InitiationTimestamp }) =>
    isWithin(InitiationTimestamp, range),
  );
  const handledNotOutbound = contacts.filter(
    (contact) => isHandled(contact) && !isOutbound(contact),
  );
  return {
    numberOfCalls: new Set(contacts.map(({ ContactId }) => ContactId)).size,
    callsPerDay: byKey(
      grouped(contacts, ({ InitiationTimestamp }) => localDay(InitiationTimestamp, timeZone)),
    ).map(([day, of]) => [day, of.length]),
    averageAcw: mean(handledNotOutbound.map(acwSeconds)),
    averageCallDuration: mean(
      handledNotOutbound.map(interactionSeconds).filter((seconds) => seconds !== null),
    ),
  };
}

/** Any event but a heartbeat sent while offline. */
export function isActivity({ CurrentAgentSnapshot, EventType }: AgentEvent): boolean {
  return !(EventType === "HEART_BEAT" && CurrentAgentSnapshot.AgentStatus.Type === "OFFLINE");
}

/** Distinct agents with any activity in the range. */
export function activeAgents(events: readonly AgentEvent[], range: AbsoluteRange): number {
  const active = events.filter(
    (event) => isWithin(event.EventTimestamp, range) && isActivity(event),
  );
  return new Set(active.map(({ AgentARN }) => AgentARN)).size;
}

/** AWS's own rule: of the copies of a contact, the one with the greatest LastUpdateTimestamp. */
export function newestCopies(records: readonly ContactRecord[]): readonly ContactRecord[] {
  const newest = new Map<string, ContactRecord>();
  for (const record of records) {
    const known = newest.get(record.ContactId);
    if (!known || record.LastUpdateTimestamp >= known.LastUpdateTimestamp) {
      newest.set(record.ContactId, record);
    }
  }
  return [...newest.values()];
}

export function isWithin(timestamp: string, { gte, lte }: AbsoluteRange): boolean {
  const at = Date.parse(timestamp);
  return at >= Date.parse(gte) && at <= Date.parse(lte);
}
