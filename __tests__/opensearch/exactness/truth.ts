import type { AbsoluteRange } from "../../../dashboards/search";
import type { AgentEvent } from "../../../simulator/shapes/agent-event";
import type { ContactRecord } from "../../../simulator/shapes/contact-record";

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
  const handledInbound = contacts.filter(
    ({ Agent, InitiationMethod }) =>
      Boolean(Agent?.ConnectedToAgentTimestamp) &&
      InitiationMethod !== "OUTBOUND" &&
      InitiationMethod !== "EXTERNAL_OUTBOUND",
  );
  return {
    numberOfCalls: new Set(contacts.map(({ ContactId }) => ContactId)).size,
    callsPerDay: countedByDay(contacts, timeZone),
    averageAcw: mean(handledInbound.map(acwSeconds)),
    averageCallDuration: mean(
      handledInbound
        .map(({ Agent }) => Agent?.AgentInteractionDuration)
        .filter((duration) => typeof duration === "number"),
    ),
  };
}

/** Distinct agents with any event in the range but a heartbeat sent while offline. */
export function activeAgents(events: readonly AgentEvent[], range: AbsoluteRange): number {
  const active = events.filter(
    ({ CurrentAgentSnapshot, EventTimestamp, EventType }) =>
      isWithin(EventTimestamp, range) &&
      !(EventType === "HEART_BEAT" && CurrentAgentSnapshot.AgentStatus.Type === "OFFLINE"),
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

function acwSeconds({ Agent }: ContactRecord): number {
  const work = Agent as { readonly AfterContactWorkDuration?: number } | null;
  return work?.AfterContactWorkDuration ?? 0;
}

function countedByDay(
  contacts: readonly ContactRecord[],
  timeZone: string,
): readonly (readonly [string, number])[] {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone });
  const counts = new Map<string, number>();
  for (const { InitiationTimestamp } of contacts) {
    const day = format.format(new Date(InitiationTimestamp));
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}

export function isWithin(timestamp: string, { gte, lte }: AbsoluteRange): boolean {
  const at = Date.parse(timestamp);
  return at >= Date.parse(gte) && at <= Date.parse(lte);
}

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
