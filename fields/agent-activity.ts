/** Available: Connect may route a contact. Away: it cannot, and the agent has no contact. */
export type Presence = "available" | "on contact" | "away";

/**
 * An activity of an agent. Connect publishes the status that the agent has chosen and the state of each contact;
 * the activity follows from both.
 */
export interface AgentActivity {
  /** Name of the activity. @default the name that Connect gives the status or the state */
  readonly name?: string;
  /** Types of the agent's status (`AgentStatus.Type`) with this activity. @default none */
  readonly statusType?: string;
  /** States of a contact (`Contacts[].State`) with this activity. @default none */
  readonly contactStates?: readonly string[];
  /** Every state of a contact that no activity names. @default false */
  readonly otherStates?: true;
  /** The agent handles a contact in these states. @default false */
  readonly handlesContact?: true;
  /** The agent as a wall counts agents. @default not at work */
  readonly presence?: Presence;
  /** The meaning of the activity, and the reason for its rank. */
  readonly reason: string;
}

/** `AgentStatus.Type` of an agent who is not at work. */
export const OFFLINE = "OFFLINE";
/** `AgentStatus.Type` of an agent to whom Connect may route contacts: Available. */
export const ROUTABLE = "ROUTABLE";

/**
 * Every activity, in the order of its rank: first the one that needs attention most. The states of contacts are
 * those of the administrator guide.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/about-contact-states.html
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/agent-event-stream-model.html
 */
export const AGENT_ACTIVITIES = [
  {
    name: "Error",
    presence: "away",
    contactStates: ["ERROR"],
    reason: "The contact failed, such as a customer who hung up during the outbound whisper.",
  },
  {
    name: "Missed",
    presence: "away",
    contactStates: ["MISSED"],
    reason: "The agent did not answer, and the contact is not cleared yet.",
  },
  {
    name: "Rejected",
    presence: "away",
    contactStates: ["REJECTED"],
    reason: "The agent declined, or the customer left while it rang. Not cleared yet, either.",
  },
  {
    name: "Ringing",
    presence: "on contact",
    contactStates: ["INCOMING", "PENDING", "CONNECTING"],
    reason: "A customer waits for the agent's answer.",
  },
  {
    name: "On contact",
    presence: "on contact",
    contactStates: ["CONNECTED"],
    handlesContact: true,
    reason: "Agent and customer are in a conversation, which comes before contacts that rest.",
  },
  {
    name: "On hold",
    presence: "on contact",
    contactStates: ["CONNECTED_ONHOLD"],
    handlesContact: true,
    reason: "The agent has put the customer on hold: the customer waits.",
  },
  {
    name: "Paused",
    presence: "on contact",
    contactStates: ["PAUSED"],
    handlesContact: true,
    reason: "The agent has paused a task: no customer is on the line.",
  },
  {
    name: "After contact work",
    presence: "on contact",
    contactStates: ["ENDED"],
    handlesContact: true,
    reason: "The conversation is over, its contact is not cleared yet.",
  },
  {
    otherStates: true,
    presence: "on contact",
    reason:
      "A state that this table lacks, under its own name, so that no agent with a contact is shown as available.",
  },
  {
    name: "Available",
    presence: "available",
    statusType: ROUTABLE,
    reason: "No contact; Connect may route one to the agent.",
  },
  {
    statusType: "CUSTOM",
    presence: "away",
    reason: "No contact, and none is routed: the status that the agent has chosen, such as Lunch.",
  },
  {
    name: "Offline",
    statusType: OFFLINE,
    reason: "The agent is not at work, whatever contacts are not cleared.",
  },
] as const satisfies readonly AgentActivity[];

const ACTIVITIES: readonly AgentActivity[] = AGENT_ACTIVITIES;

/** What the ingest pipeline needs of one state of a contact. */
export interface ContactStateRule {
  readonly name: string;
  /** From 1: needs attention most. */
  readonly rank: number;
  readonly handlesContact: boolean;
}

/** What the ingest pipeline needs of one type of status. */
export interface StatusRule {
  /** @default the name of the status */
  readonly name?: string;
  readonly rank: number;
}

export interface ActivityRules {
  /** By `Contacts[].State`. */
  readonly contactStates: Readonly<Record<string, ContactStateRule>>;
  /** Rank of a state that `contactStates` lacks. */
  readonly otherStateRank: number;
  /** By `AgentStatus.Type`. */
  readonly statuses: Readonly<Record<string, StatusRule>>;
}

/** The table without its reasons. */
export function activityRules(): ActivityRules {
  const ranked = ACTIVITIES.map((activity, n) => ({ ...activity, rank: n + 1 }));
  return {
    contactStates: Object.fromEntries(
      ranked.flatMap(({ contactStates = [], handlesContact = false, name, rank }) =>
        contactStates.map((state) => [state, { name: name ?? state, rank, handlesContact }]),
      ),
    ),
    otherStateRank: ranked.findIndex(({ otherStates }) => otherStates) + 1,
    statuses: Object.fromEntries(
      ranked.flatMap(({ name, rank, statusType }) =>
        statusType === undefined ? [] : [[statusType, { ...(name && { name }), rank }]],
      ),
    ),
  };
}

/** Ranks of the activities with a presence. */
export function ranksOf(presence: Presence): readonly number[] {
  return ACTIVITIES.flatMap((activity, n) => (activity.presence === presence ? [n + 1] : []));
}

const STATES_PAGE =
  "https://docs.aws.amazon.com/connect/latest/adminguide/about-contact-states.html";
const MODEL_PAGE =
  "https://docs.aws.amazon.com/connect/latest/adminguide/agent-event-stream-model.html";

const HEAD = `## Agent activities

The activity of an agent (\`AgentActivity\`) follows from \`CurrentAgentSnapshot\`, in this order:

1. With a status of the type OFFLINE: Offline.
2. With contacts: the activity of the contact that ranks first, by its \`State\`. Of several contacts with one rank, the
   one that has been in its state the longest.
3. Else the status.

Sources: [contact states](${STATES_PAGE}),
[agent event data model](${MODEL_PAGE}).

| Rank | Activity | Contact state or status type | Contact is handled | Reason |
| --- | --- | --- | --- | --- |`;

/** A chapter of docs/fields.md. */
export function agentActivityTable(): string {
  const rows = ACTIVITIES.map((activity, n) => {
    const cells = [n + 1, nameText(activity), causeText(activity), handledText(activity)];
    return `| ${[...cells, activity.reason].join(" | ")} |`;
  });
  return [HEAD, ...rows, ""].join("\n");
}

function nameText({ name, otherStates }: AgentActivity): string {
  return name ?? `(name of the ${otherStates ? "state" : "status"})`;
}

function causeText({ contactStates, statusType }: AgentActivity): string {
  if (statusType !== undefined) return `status ${statusType}`;
  return contactStates?.join(", ") ?? "any other state";
}

function handledText({ handlesContact, statusType }: AgentActivity): string {
  if (statusType !== undefined) return "";
  return handlesContact ? "yes" : "no";
}
