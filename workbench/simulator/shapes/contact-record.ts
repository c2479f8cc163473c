import { createHash } from "node:crypto";
import type { Contact } from "../model/contact";
import type { Instance } from "./instance";

export type ContactRecord = ReturnType<typeof contactRecordShape>;

/**
 * A contact as Connect publishes it.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/ctr-data-model.html
 */
export function contactRecordShape(contact: Contact, instance: Instance, updatedAt: number) {
  return {
    AWSAccountId: instance.accountId,
    AWSContactTraceRecordFormatVersion: "2017-03-10",
    Agent: agentShape(contact),
    AgentConnectionAttempts: contact.attempts,
    AnsweringMachineDetectionStatus: null,
    Attributes: contact.attributes,
    Campaign: { CampaignId: contact.campaignId ?? null },
    Channel: contact.channel,
    ChatMetrics: chatMetricsShape(contact),
    ConnectedToSystemTimestamp: seconds(contact.initiatedAt),
    ContactDetails: {},
    ContactId: contact.id,
    CustomerEndpoint: { Address: contact.customer, Type: "TELEPHONE_NUMBER" },
    DisconnectReason: contact.disconnectReason ?? null,
    DisconnectTimestamp: secondsOrNull(contact.disconnectedAt),
    InitialContactId: contact.initialId,
    InitiationMethod: contact.method,
    InitiationTimestamp: seconds(contact.initiatedAt),
    InstanceARN: instance.arn,
    LastUpdateTimestamp: seconds(updatedAt),
    MediaStreams: [{ Type: contact.channel === "VOICE" ? "AUDIO" : "CHAT" }],
    NextContactId: contact.nextId,
    PreviousContactId: contact.previousId,
    QualityMetrics: qualityMetricsShape(contact),
    Queue: queueShape(contact),
    Recording: null,
    Recordings: null,
    References: [],
    ScheduledTimestamp: null,
    SegmentAttributes:
      contact.says === undefined ? null : { "connect:Direction": { ValueString: contact.says } },
    SystemEndpoint: { Address: "+15555550101", Type: "TELEPHONE_NUMBER" },
    Tags: { "aws:connect:instanceId": instance.id },
    TransferCompletedTimestamp: secondsOrNull(contact.transferredAt),
    TransferredToEndpoint:
      contact.transferredTo === undefined
        ? null
        : { Address: contact.transferredTo, Type: "TELEPHONE_NUMBER" },
    VoiceIdResult: null,
  };
}

function agentShape(contact: Contact) {
  const { agent, connectedAt, disconnectedAt } = contact;
  if (agent === undefined || connectedAt === undefined || disconnectedAt === undefined) return null;
  const { holdSeconds } = contact;
  return {
    ARN: agent.arn,
    ...afterContactWork(contact, disconnectedAt),
    AgentInteractionDuration: contact.interactionKnown
      ? disconnectedAt - connectedAt - holdSeconds
      : null,
    ConnectedToAgentTimestamp: seconds(connectedAt),
    CustomerHoldDuration: holdSeconds,
    HierarchyGroups: null,
    LongestHoldDuration: holdSeconds,
    NumberOfHolds: holdSeconds > 0 ? 1 : 0,
    RoutingProfile: { ARN: agent.routingProfile.arn, Name: agent.routingProfile.name },
    Username: agent.username,
  };
}

/** Connect leaves the fields out of contacts without after-contact work. */
function afterContactWork({ acwEndedAt, acwKnown }: Contact, startedAt: number) {
  if (acwEndedAt === undefined || !acwKnown) return {};
  return {
    AfterContactWorkDuration: acwEndedAt - startedAt,
    AfterContactWorkEndTimestamp: seconds(acwEndedAt),
    AfterContactWorkStartTimestamp: seconds(startedAt),
  };
}

function queueShape({ queue, enqueuedAt, dequeuedAt }: Contact) {
  if (queue === undefined || enqueuedAt === undefined) return null;
  return {
    ARN: queue.arn,
    DequeueTimestamp: secondsOrNull(dequeuedAt),
    Duration: dequeuedAt === undefined ? null : dequeuedAt - enqueuedAt,
    EnqueueTimestamp: seconds(enqueuedAt),
    Name: queue.name,
  };
}

/** Of chats that an agent took. */
function chatMetricsShape({ agent, channel, id }: Contact) {
  if (channel !== "CHAT" || agent === undefined) return null;
  return {
    ChatContactMetrics: {
      AgentFirstResponseTimeInMillis: 1_000 + drawn(id, 0, 60_000),
      ConversationTurnCount: 1 + drawn(id, 1, 12),
      MultiParty: false,
      TotalMessages: 2 + drawn(id, 2, 30),
    },
  };
}

/** Of most calls that an agent took; Connect leaves the customer's side out of some. */
function qualityMetricsShape({ agent, channel, id }: Contact) {
  if (channel !== "VOICE" || agent === undefined || drawn(id, 3, 10) === 0) return null;
  const score = (draw: number) => ({ Audio: { QualityScore: 3 + drawn(id, draw, 17) / 8 } });
  return { Agent: score(4), Customer: drawn(id, 5, 8) === 0 ? null : score(6) };
}

/** Drawn from the contact's id, so that the draws of the model stay as they are. */
function drawn(id: string, draw: number, below: number): number {
  return createHash("sha256").update(`${id} ${draw}`).digest().readUInt32BE(0) % below;
}

/** Contact records tell times in whole seconds. */
function seconds(at: number): string {
  return `${new Date(at * 1000).toISOString().slice(0, 19)}Z`;
}

function secondsOrNull(at: number | undefined): string | null {
  return at === undefined ? null : seconds(at);
}
