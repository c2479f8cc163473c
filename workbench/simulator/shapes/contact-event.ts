import type { Contact } from "../model/contact";
import type { Instance } from "./instance";

export type ContactEventType =
  | "INITIATED"
  | "CONNECTED_TO_SYSTEM"
  | "QUEUED"
  | "CONNECTED_TO_AGENT"
  | "DISCONNECTED"
  | "COMPLETED";

export type ContactEvent = ReturnType<typeof contactEventShape>;

/**
 * A contact event as EventBridge hands it on.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/contact-events.html
 */
export function contactEventShape(
  contact: Contact,
  { id, type, at }: { readonly id: string; readonly type: ContactEventType; readonly at: number },
  instance: Instance,
) {
  const time = new Date(at * 1000).toISOString();
  return {
    version: "0",
    id,
    "detail-type": "Amazon Connect Contact Event",
    source: "aws.connect",
    account: instance.accountId,
    time: `${time.slice(0, 19)}Z`,
    region: instance.region,
    resources: [`${instance.arn}/contact/${contact.id}`, instance.arn],
    detail: {
      eventType: type,
      contactId: contact.id,
      ...(contact.initialId !== null && { initialContactId: contact.initialId }),
      ...(contact.previousId !== null && { previousContactId: contact.previousId }),
      channel: contact.channel,
      instanceArn: instance.arn,
      initiationMethod: contact.method,
      initiationTimestamp: iso(contact.initiatedAt),
      ...(contact.disconnectedAt !== undefined && {
        disconnectTimestamp: iso(contact.disconnectedAt),
      }),
      ...queueInfo(contact),
      ...agentInfo(contact),
      tags: { "aws:connect:instanceId": instance.id },
    },
  };
}

function queueInfo({ queue, enqueuedAt }: Contact) {
  if (queue === undefined || enqueuedAt === undefined) return {};
  const info = {
    queueArn: queue.arn,
    queueType: queue.name === null ? "AGENT" : "STANDARD",
    enqueueTimestamp: iso(enqueuedAt),
  };
  return { queueInfo: info };
}

function agentInfo({ agent, connectedAt }: Contact) {
  if (agent === undefined || connectedAt === undefined) return {};
  return { agentInfo: { agentArn: agent.arn, connectedToAgentTimestamp: iso(connectedAt) } };
}

function iso(at: number): string {
  return new Date(at * 1000).toISOString();
}
