import type { ContactRecord } from "../../../workbench/simulator/shapes/contact-record";
import { isAbandoned, isHandled, isOutbound, isQueued } from "./contact-facts";

/** Expects contacts of every initiation method, and of every fate often enough to move a number. */
export function expectVariety(contacts: readonly ContactRecord[]): void {
  expect(contacts.length).toBeGreaterThan(50_000);
  expect([...new Set(contacts.map(({ InitiationMethod }) => InitiationMethod))].sort()).toEqual([
    "AGENT_REPLY",
    "API",
    "CALLBACK",
    "CAMPAIGN_PREVIEW",
    "DISCONNECT",
    "EXTERNAL_OUTBOUND",
    "FLOW",
    "INBOUND",
    "MONITOR",
    "OUTBOUND",
    "QUEUE_TRANSFER",
    "TRANSFER",
    "WEBRTC_API",
  ]);
  const count = (is: (contact: ContactRecord) => boolean): number => contacts.filter(is).length;
  expect(count(({ Agent }) => Agent === null)).toBeGreaterThan(1000);
  expect(
    count(({ Agent }) => Agent !== null && !("AfterContactWorkDuration" in Agent)),
  ).toBeGreaterThan(1000);
  expect(count(({ Agent }) => Agent?.AgentInteractionDuration === null)).toBeGreaterThan(100);
  // The cases that were counted wrong once: each must be there often enough to move a number.
  const byAgentQueue = contacts.filter(({ Queue }) => Queue !== null && Queue.Name === null);
  expect(byAgentQueue.filter(isHandled).length).toBeGreaterThan(50);
  expect(byAgentQueue.filter((contact) => !isHandled(contact)).length).toBeGreaterThan(50);
  expect(
    count((contact) => contact.InitiationMethod === "API" && isOutbound(contact)),
  ).toBeGreaterThan(500);
  expect(
    count((contact) => contact.InitiationMethod === "API" && !isOutbound(contact)),
  ).toBeGreaterThan(200);
  const ended = contacts.filter((contact) => isQueued(contact) && !isHandled(contact));
  expect(
    ended.filter(({ TransferredToEndpoint }) => TransferredToEndpoint !== null).length,
  ).toBeGreaterThan(50);
  expect(
    ended.filter(({ DisconnectReason }) => DisconnectReason === "CONTACT_FLOW_DISCONNECT").length,
  ).toBeGreaterThan(50);
  expect(ended.filter(isAbandoned).length).toBeGreaterThan(500);
}
