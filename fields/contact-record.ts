import type { DocumentOf } from "./document";
import { eventKind, from } from "./event-kind";
import {
  arn,
  boolean,
  byte,
  date,
  flatObject,
  float,
  identifier,
  integer,
  keyword,
  millisecondsAsSeconds,
  seconds,
  share,
} from "./field";
import { AGENT_QUEUES, DIRECTIONS, ENDED_BY_OTHERS } from "./initiation-methods";
import { contactCenterField, INTERVAL_MINUTES, localTime } from "./local-time";

/** @see https://docs.aws.amazon.com/connect/latest/adminguide/ctr-data-model.html */
export const contactRecord = eventKind({
  name: "contact-record",
  title: "Contact record",
  plural: "Contact records",
  description: "One leg of a contact, written when it is over and again whenever it changes.",
  timeField: "InitiationTimestamp",
  fields: {
    ...from("Connect", {
      AWSAccountId: keyword("Account of the instance."),
      InstanceARN: arn("ARN of the instance."),
      ContactId: identifier("Id of the contact; every transfer starts another."),
      InitialContactId: identifier("First contact of the customer's journey."),
      PreviousContactId: identifier("The contact before a transfer."),
      NextContactId: identifier("The contact after a transfer."),
      RelatedContactId: identifier("A contact that this one belongs to."),
      Channel: keyword("VOICE, CHAT, TASK or EMAIL."),
      InitiationMethod: keyword("How the contact began, such as INBOUND, OUTBOUND or CALLBACK."),
      InitiationTimestamp: date("When the contact began. Every panel counts by this time."),
      ConnectedToSystemTimestamp: date("When the customer reached Amazon Connect."),
      DisconnectTimestamp: date("When the contact ended, without after-contact work."),
      ScheduledTimestamp: date("When a scheduled contact is due."),
      TransferCompletedTimestamp: date("When a transfer to outside was completed."),
      LastUpdateTimestamp: date("When this copy was written. The newest copy of a contact wins."),
      DisconnectReason: keyword("Who or what ended the contact."),
      "DisconnectDetails.PotentialDisconnectIssue": keyword("A likely technical cause."),
      AnsweringMachineDetectionStatus: keyword("What the detection of an outbound call heard."),
      "Campaign.CampaignId": keyword("Outbound campaign of the contact."),
      CustomerId: identifier("Id of the customer, where a flow sets one."),
      "CustomerEndpoint.Address": keyword("The customer's number or address, as privacy allows."),
      "CustomerEndpoint.Type": keyword("Kind of the customer's address."),
      "SystemEndpoint.Address": keyword("The number or address that was contacted."),
      "SystemEndpoint.Type": keyword("Kind of that address."),
      "TransferredToEndpoint.Type": keyword("Kind of the address it was transferred to."),
      AgentConnectionAttempts: integer("How often it was offered to agents."),
      TotalPauseCount: integer("How often the contact was paused."),
      TotalPauseDurationInSeconds: seconds("How long it was paused."),
      "Agent.ARN": arn("ARN of the agent."),
      "Agent.Username": keyword("User name of the agent."),
      "Agent.ConnectedToAgentTimestamp": date("When an agent took the contact."),
      "Agent.AgentInteractionDuration": seconds(
        "Time that agent and customer talked, without hold and agent pause.",
      ),
      "Agent.AfterContactWorkStartTimestamp": date("When after-contact work began."),
      "Agent.AfterContactWorkEndTimestamp": date("When after-contact work ended."),
      "Agent.CustomerHoldDuration": seconds("Time that the customer was on hold."),
      "Agent.LongestHoldDuration": seconds("The longest single hold."),
      "Agent.AgentPauseDuration": seconds("Time that the agent had paused the contact."),
      "Agent.NumberOfHolds": integer("How often the customer was put on hold."),
      "Agent.RoutingProfile.ARN": arn("ARN of the agent's routing profile."),
      "Agent.RoutingProfile.Name": keyword("The agent's routing profile."),
      "Agent.HierarchyGroups.Level1.GroupName": keyword("The agent's group, top level."),
      "Agent.HierarchyGroups.Level2.GroupName": keyword("The agent's group, second level."),
      "Agent.HierarchyGroups.Level3.GroupName": keyword("The agent's group, third level."),
      "Agent.HierarchyGroups.Level4.GroupName": keyword("The agent's group, fourth level."),
      "Agent.HierarchyGroups.Level5.GroupName": keyword("The agent's group, fifth level."),
      "Queue.ARN": arn("ARN of the queue."),
      "Queue.Name": keyword(
        `Name of the queue, from Connect; \`${AGENT_QUEUES}\` for the queues of single agents, which have none, and the queue's id for any other without a name.`,
      ),
      "Queue.EnqueueTimestamp": date("When the contact entered the queue."),
      "Queue.DequeueTimestamp": date("When the contact left the queue."),
      "Queue.Duration": seconds("Time in the queue."),
      "Queue.CallbackTotalQueueDuration": seconds(
        "Of a customer-first callback: time in queue before and after Connect dialed, together.",
      ),
      "QualityMetrics.Agent.Audio.QualityScore": float("Sound quality at the agent, 1 to 5."),
      "QualityMetrics.Customer.Audio.QualityScore": float("Sound quality at the customer, 1 to 5."),
      "ChatMetrics.ChatContactMetrics.TotalMessages": integer("Messages of a chat."),
      "ChatMetrics.ChatContactMetrics.ConversationTurnCount": integer(
        "Changes between customer and other participants in a chat.",
      ),
      "ChatMetrics.ChatContactMetrics.AgentFirstResponseTimeInMillis": millisecondsAsSeconds(
        "Time from the agent's acceptance of a chat to the first response, in milliseconds.",
      ),
      "Recording.Status": keyword("Whether the recording is there."),
      Attributes: flatObject("What the flows noted, as privacy allows. Free-form."),
      Tags: flatObject("Tags of the contact. Free-form."),
    }),
    ...from("pipeline", {
      ...contactCenterField,
      ...localTime("InitiationTimestamp"),
      LocalInterval: keyword(
        `Interval of ${INTERVAL_MINUTES} minutes of \`InitiationTimestamp\` in the contact center's time zone, by its start, such as 09:15.`,
      ),
      Direction: keyword(
        "Who began it, by the table of initiation methods below; absent in documents stored before the field was there.",
        { values: DIRECTIONS },
      ),
      Handled: boolean(
        "An agent took it: `Agent.ConnectedToAgentTimestamp` is present. Never where `Direction` is neither.",
      ),
      Outbound: boolean("`Direction` is outgoing."),
      Queued: boolean(
        "It entered a queue: `Queue.EnqueueTimestamp` is present. Never where `Direction` is neither.",
      ),
      Abandoned: boolean(
        `The customer ended it in a queue: no agent took it, no contact follows it, it was not transferred to outside, and \`DisconnectReason\` names no one else (${ENDED_BY_OTHERS.join(", ")}).`,
      ),
      AbandonedShare: share(
        "1 if abandoned, 0 if not; only of queued contacts, without those abandoned within `shortAbandonSeconds` and without requests of customer-first callbacks, whose wait ends when Connect dials.",
      ),
      ServiceLevel: share(
        "1 if an agent took it within `ServiceLevelSeconds` of waiting (`Queue.Duration`), 0 if not; present where `AbandonedShare` is.",
      ),
      OfferedCount: byte(
        "1 where `ServiceLevel` is present: the sum is the number of contacts in the shares.",
      ),
      AnsweredCount: byte("1 if an agent took it, 0 if not; present where `ServiceLevel` is."),
      AbandonedCount: byte("1 if abandoned, 0 if not; present where `ServiceLevel` is."),
      ServiceLevelSeconds: seconds(
        "Threshold that decided `ServiceLevel`: that of the queue, else that of the contact center, as configured when the document was written; present where `ServiceLevel` is. Absent in documents stored before the field was there.",
      ),
      "Agent.AfterContactWorkDuration": seconds(
        "After-contact work, from Connect; 0 where Connect has none and the contact was handled.",
      ),
      CallbackWaitDuration: seconds(
        "Of a callback that an agent took: time in queue since the request (`Queue.CallbackTotalQueueDuration`, else `Queue.Duration`).",
      ),
      HandleDuration: seconds(
        "Interaction, hold and after-contact work together; only of handled contacts that are incoming.",
      ),
    }),
  },
});

export type ContactRecordDocument = DocumentOf<typeof contactRecord>;
