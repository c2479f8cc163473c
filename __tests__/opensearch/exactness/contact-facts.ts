import type { ContactCenter } from "../../../config/configuration";
import type { ContactRecord } from "../../../workbench/simulator/shapes/contact-record";

/** A contact and where it was: service levels and clocks are the contact center's own. */
export interface Leg {
  readonly record: ContactRecord;
  readonly center: ContactCenter;
}

/** The definitions of docs/dashboard.md, read off the raw record. */
const isSupervision = ({ InitiationMethod }: ContactRecord): boolean =>
  InitiationMethod === "MONITOR";

export const isHandled = (contact: ContactRecord): boolean =>
  Boolean(contact.Agent?.ConnectedToAgentTimestamp) && !isSupervision(contact);

const OUTBOUND: readonly string[] = [
  "OUTBOUND",
  "EXTERNAL_OUTBOUND",
  "AGENT_REPLY",
  "FLOW",
  "CAMPAIGN_PREVIEW",
];

export function isOutbound(contact: ContactRecord): boolean {
  const { InitiationMethod: method } = contact;
  return OUTBOUND.includes(method) || (method === "API" && isOutboundByApi(contact));
}

/** What the contact says goes first; a call that says nothing was placed, anything else came in. */
function isOutboundByApi({ Campaign, Channel, SegmentAttributes }: ContactRecord): boolean {
  const said = SegmentAttributes?.["connect:Direction"].ValueString;
  if (Campaign.CampaignId !== null || said === "OUTBOUND") return true;
  return said === undefined && Channel === "VOICE";
}

export const isQueued = (contact: ContactRecord): boolean =>
  Boolean(contact.Queue?.EnqueueTimestamp) && !isSupervision(contact);

/** By the customer, in the queue: the simulator knows three others who end a wait. */
export const isAbandoned = (contact: ContactRecord): boolean =>
  isQueued(contact) &&
  !isHandled(contact) &&
  contact.NextContactId === null &&
  contact.TransferredToEndpoint === null &&
  contact.DisconnectReason === "CUSTOMER_DISCONNECT";

/** The row of the contact in a table of queues. */
export function queueRowOf({ Queue }: ContactRecord): string {
  if (Queue === null) return "__missing__";
  return Queue.Name ?? "(agent queues)";
}

export const waitSeconds = ({ Queue }: ContactRecord): number => Queue?.Duration ?? 0;

export const interactionSeconds = ({ Agent }: ContactRecord): number | null =>
  Agent?.AgentInteractionDuration ?? null;

export function acwSeconds({ Agent }: ContactRecord): number {
  const work = Agent as { readonly AfterContactWorkDuration?: number } | null;
  return work?.AfterContactWorkDuration ?? 0;
}

export function handleSeconds(contact: ContactRecord): number {
  const hold = contact.Agent?.CustomerHoldDuration ?? 0;
  return (interactionSeconds(contact) ?? 0) + hold + acwSeconds(contact);
}

/** The threshold of the contact's queue, else of the contact center. */
export function thresholdOf({ center, record }: Leg): number {
  const queue = center.queues[queueRowOf(record)];
  return queue?.serviceLevelSeconds ?? center.serviceLevelSeconds;
}

export function serviceLevelOf(
  legs: readonly Leg[],
  threshold: (leg: Leg) => number = thresholdOf,
): number | null {
  return shareOfQueued(
    legs,
    (leg) => isHandled(leg.record) && waitSeconds(leg.record) <= threshold(leg),
  );
}

export function abandonedShareOf(legs: readonly Leg[]): number | null {
  return shareOfQueued(legs, ({ record }) => isAbandoned(record));
}

export function averageHandleOf(legs: readonly Leg[]): number | null {
  return mean(
    legs
      .map(({ record }) => record)
      .filter((record) => isHandled(record) && !isOutbound(record))
      .map(handleSeconds),
  );
}

/** Abandoned so soon that it counts in no share. */
export const isShortAbandon = ({ center, record }: Leg): boolean =>
  isAbandoned(record) && waitSeconds(record) <= (center.shortAbandonSeconds ?? -1);

/** The contacts that the shares are of. */
export const isOffered = (leg: Leg): boolean => isQueued(leg.record) && !isShortAbandon(leg);

/** null: there is nothing to take a share of. */
function shareOfQueued(legs: readonly Leg[], is: (leg: Leg) => boolean): number | null {
  const counted = legs.filter(isOffered);
  return counted.length === 0 ? null : counted.filter(is).length / counted.length;
}

/** null: there is nothing to take the mean of. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
