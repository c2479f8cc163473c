import { DAYS_PER_MONTH } from "../../aws/prices";
import { STREAM_LOADS } from "../../config/stream-capacity";

/** 160 hours of work with 6 contacts an hour. */
const WORKING_HOURS = 160;
const CONTACTS_OF_AN_AGENT = 960;
/** Connect writes a contact again after later changes: 1.2 records a contact, as in the simulated month. */
const RECORDS_OF_A_CONTACT = 1.2;
/** Contact events that request a refresh, in a simulated day: 20,990 of 3,867 contacts. */
const EVENTS_OF_A_CONTACT = 5.4;

/** Agents that the estimate assumes where the configuration does not have their number. */
export const DEFAULT_AGENTS = 100;

/** What a contact center processes in a month. */
export interface Workload {
  readonly agents: number;
  readonly contactsPerDay: number;
}

/** Workload of a number of agents. @param contactsPerDay Default: 960 contacts for each agent and month. */
export function workloadOf(agents: number, contactsPerDay?: number): Workload {
  return {
    agents,
    contactsPerDay: contactsPerDay ?? Math.round((agents * CONTACTS_OF_AN_AGENT) / DAYS_PER_MONTH),
  };
}

/** Records of a stream in a month. */
export interface StreamVolume {
  readonly records: number;
  readonly recordBytes: number;
}

export function contactRecordVolume({ contactsPerDay }: Workload): StreamVolume {
  return {
    records: contactsPerDay * DAYS_PER_MONTH * RECORDS_OF_A_CONTACT,
    recordBytes: STREAM_LOADS.contactRecords.recordBytes,
  };
}

export function agentEventVolume({ agents }: Workload): StreamVolume {
  const { recordBytes, recordsPerSecond } = STREAM_LOADS.agentEvents;
  return { records: agents * WORKING_HOURS * 3600 * recordsPerSecond, recordBytes };
}

/** Contact events in a month that request a refresh of the queues. */
export function refreshRequests({ contactsPerDay }: Workload): number {
  return contactsPerDay * DAYS_PER_MONTH * EVENTS_OF_A_CONTACT;
}
