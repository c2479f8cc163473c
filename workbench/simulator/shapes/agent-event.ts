import type { Agent, Snapshot, Status } from "../model/agent";
import type { Contact, Queue } from "../model/contact";
import type { Instance } from "./instance";

export type AgentEventType = "LOGIN" | "LOGOUT" | "STATE_CHANGE" | "HEART_BEAT";

export interface AgentMoment {
  readonly eventId: string;
  readonly type: AgentEventType;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly before: Snapshot;
}

export type AgentEvent = ReturnType<typeof agentEventShape>;

/**
 * An agent event as Connect publishes it.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/agent-event-stream-model.html
 */
export function agentEventShape(
  agent: Agent,
  { eventId, type, at, before }: AgentMoment,
  instance: Instance,
) {
  const configuration = configurationOf(agent);
  const previous = published.get(agent) ?? snapshotShape(before, configuration);
  const current = snapshotShape(agent.snapshot, configuration);
  published.set(agent, current);
  return {
    AWSAccountId: instance.accountId,
    AgentARN: agent.arn,
    CurrentAgentSnapshot: current,
    EventId: eventId,
    EventTimestamp: milliseconds(at),
    EventType: type,
    InstanceARN: instance.arn,
    PreviousAgentSnapshot: previous,
    Version: "2017-10-01",
  };
}

/** As it was published: the contact in it has moved on since. */
const published = new WeakMap<Agent, ReturnType<typeof snapshotShape>>();

function snapshotShape(snapshot: Snapshot, configuration: Configuration) {
  const { status, statusSince, next, contact, contactState, contactStateSince } = snapshot;
  return {
    AgentStatus: { ...statusShape(status), StartTimestamp: milliseconds(statusSince) },
    NextAgentStatus: next && {
      ARN: next.status.arn,
      EnqueuedTimestamp: milliseconds(next.since),
      Name: next.status.name,
    },
    Configuration: configuration,
    Contacts: contact ? [contactShape(contact, contactState, contactStateSince)] : [],
  };
}

function statusShape({ arn, name, type }: Status) {
  return { ARN: arn, Name: name, Type: type };
}

function contactShape(contact: Contact, state: string | null, since: number) {
  const { queue, connectedAt, enqueuedAt } = contact;
  return {
    Channel: contact.channel,
    ConnectedToAgentTimestamp: connectedAt === undefined ? null : milliseconds(connectedAt * 1000),
    ContactId: contact.id,
    InitialContactId: contact.initialId,
    InitiationMethod: contact.method,
    Queue: queue ? { ARN: queue.arn, Name: queue.name } : null,
    QueueTimestamp: enqueuedAt === undefined ? null : milliseconds(enqueuedAt * 1000),
    State: state,
    StateStartTimestamp: milliseconds(since),
  };
}

/** The same for all events of an agent, so it is made once. */
const configurations = new WeakMap<Agent, Configuration>();
type Configuration = ReturnType<typeof configurationShape>;

function configurationOf(agent: Agent): Configuration {
  let configuration = configurations.get(agent);
  if (configuration === undefined) {
    configuration = configurationShape(agent);
    configurations.set(agent, configuration);
  }
  return configuration;
}

function configurationShape(agent: Agent) {
  const { arn, name } = agent.routingProfile;
  return {
    AgentHierarchyGroups: null,
    FirstName: agent.firstName,
    LastName: agent.lastName,
    RoutingProfile: {
      ARN: arn,
      Concurrency: [{ AvailableSlots: 1, Channel: "VOICE", MaximumSlots: 1 }],
      DefaultOutboundQueue: queueShape(agent.queues[0]),
      InboundQueues: agent.queues.map(queueShape),
      Name: name,
    },
    Username: agent.username,
  };
}

function queueShape(queue: Queue | undefined) {
  if (queue === undefined) return null;
  const { arn, name, profile } = queue;
  return { ARN: arn, Channels: profile.channels.map(([channel]) => channel), Name: name };
}

function milliseconds(at: number): string {
  return new Date(at).toISOString();
}
