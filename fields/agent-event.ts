import type { DocumentOf } from "./document";
import { AGENT_TIME } from "./agent-time";
import { below, eventKind, from } from "./event-kind";
import {
  alias,
  arn,
  boolean,
  byte,
  date,
  identifier,
  keyword,
  millisecondsAsHours,
  momentToTheSecond,
} from "./field";
import { contactCenterField, localTime } from "./local-time";

export const HEART_BEAT = "HEART_BEAT";

/** Heartbeats that are stored: the newest of each agent and hour, or all. */
export const HEARTBEATS = ["hourly", "all"] as const;
export type Heartbeats = (typeof HEARTBEATS)[number];

/** What a snapshot of an agent holds. An event has two of them, of the same shape. */
const SNAPSHOT = {
  "AgentStatus.ARN": arn("ARN of the agent's state."),
  "AgentStatus.Name": keyword("Name of the agent's state."),
  "AgentStatus.Type": keyword("ROUTABLE, CUSTOM or OFFLINE; absent in old events."),
  "AgentStatus.StartTimestamp": date("When the agent entered that state."),
  "NextAgentStatus.Name": keyword("State that the agent has asked for next."),
  "Configuration.Username": keyword("User name of the agent."),
  "Configuration.RoutingProfile.Name": keyword("The agent's routing profile."),
};

/**
 * Not called `Queue.Name` and `Channel`: a dashboard's filter on these would hide an agent's newer events and show
 * an older one as the current state.
 */
const ACTIVITY = {
  Name: keyword(
    "Name of the [activity](#agent-activities) of the agent after the event, such as On contact.",
  ),
  Rank: byte("Rank of the activity, from 1: needs attention most."),
  Channel: keyword("Channel of the contact that decides; absent if the status decides."),
  Queue: keyword("Queue of the contact that decides; absent if the status decides."),
  StartTimestamp: momentToTheSecond(
    "When the contact that decides entered its state, or the agent the status. A status goes on while contacts come and go.",
  ),
  Contacts: byte(
    "Contacts that the agent handles at once: connected, on hold, paused or in after-contact work.",
  ),
};

/** @see https://docs.aws.amazon.com/connect/latest/adminguide/agent-event-stream-model.html */
export const agentEvent = eventKind({
  name: "agent-event",
  title: "Agent event",
  plural: "Agent events",
  description: "A change of an agent's state, or a heartbeat every 120 seconds without one.",
  timeField: "EventTimestamp",
  fields: {
    ...from("Connect", {
      AWSAccountId: keyword("Account of the instance."),
      InstanceARN: arn("ARN of the instance."),
      AgentARN: arn("ARN of the agent."),
      EventId: identifier("Id of the event. Events never change."),
      EventType: keyword("LOGIN, LOGOUT, STATE_CHANGE or HEART_BEAT."),
      EventTimestamp: momentToTheSecond("When it happened."),
      Version: keyword("Version of the event's format."),
      ...below("CurrentAgentSnapshot", SNAPSHOT),
      ...below("PreviousAgentSnapshot", SNAPSHOT),
    }),
    ...from("pipeline", {
      ...contactCenterField,
      "Agent.Username": alias("CurrentAgentSnapshot.Configuration.Username"),
      "Agent.ARN": alias("AgentARN"),
      ...localTime("EventTimestamp"),
      Activity: boolean(
        "The agent was active: every event but a heartbeat sent while offline. Connect sends heartbeats for up to an hour after logout.",
      ),
      Online: boolean("The state after the event is not of the type OFFLINE."),
      ...below("AgentActivity", ACTIVITY),
      PreviousStateDuration: millisecondsAsHours(
        "Time in the state that the event ended, in milliseconds; only of events that ended one, and not of OFFLINE.",
      ),
      ...below("AgentTime", AGENT_TIME),
      LoginTimestamp: momentToTheSecond("The time of the event; only of LOGIN."),
      LogoutTimestamp: momentToTheSecond("The time of the event; only of LOGOUT."),
    }),
  },
});

export type AgentEventDocument = DocumentOf<typeof agentEvent>;
