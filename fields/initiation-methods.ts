/** Who began a contact: a customer, the contact center, or neither of them for the other. */
export const DIRECTIONS = ["incoming", "outgoing", "neither"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Agent-first callbacks have one contact for both; customer-first callbacks have one for each. */
export const CALLBACK_LEGS = ["request and call", "request", "call"] as const;
export type CallbackLeg = (typeof CALLBACK_LEGS)[number];

export interface InitiationMethod {
  readonly direction: Direction;
  /** Channels on which the method means another direction. */
  readonly byChannel?: Readonly<Record<string, Direction>>;
  /** The contact's own `connect:Direction` or campaign, where it has one, overrules the rest. */
  readonly contactDecides?: true;
  /** An agent, a flow or the queue passed the customer on to this contact. @default false */
  readonly transfer?: true;
  /** Leg of a callback: the request that waits in a queue, the call that an agent takes, or both. @default no callback */
  readonly callback?: CallbackLeg;
  readonly reason: string;
  /** Where AWS says so. */
  readonly source: string;
}

const METHODS_PAGE =
  "https://docs.aws.amazon.com/connect/latest/adminguide/contact-initiation-methods.html";
const CUSTOMER_FIRST_PAGE =
  "https://docs.aws.amazon.com/connect/latest/adminguide/customer-first-cb.html";
const OUTBOUND_VOICE_PAGE =
  "https://docs.aws.amazon.com/connect/latest/APIReference/API_StartOutboundVoiceContact.html";
const MONITOR_PAGE =
  "https://docs.aws.amazon.com/connect/latest/APIReference/API_MonitorContact.html";

/**
 * Every value of `InitiationMethod`: those of the SDK's `ContactInitiationMethod`, and those that only the
 * administrator guide names. A value that is missing here is decided by the contact itself, like `API`.
 */
export const INITIATION_METHODS = {
  INBOUND: {
    direction: "incoming",
    reason: "A customer called.",
    source: METHODS_PAGE,
  },
  OUTBOUND: {
    direction: "outgoing",
    reason: "An agent called or wrote to a customer.",
    source: METHODS_PAGE,
  },
  TRANSFER: {
    direction: "incoming",
    transfer: true,
    reason: "A customer's contact went on to another agent or queue.",
    source: METHODS_PAGE,
  },
  QUEUE_TRANSFER: {
    direction: "incoming",
    transfer: true,
    reason: "A waiting customer was moved to another queue.",
    source: METHODS_PAGE,
  },
  CALLBACK: {
    direction: "incoming",
    callback: "request and call",
    reason: "The customer asked for the call and waits for it in a queue.",
    source: METHODS_PAGE,
  },
  CALLBACK_CUSTOMER_FIRST_QUEUED: {
    direction: "incoming",
    callback: "request",
    reason: "The customer asked for the call. The wait ends when Connect dials, without an agent.",
    source: CUSTOMER_FIRST_PAGE,
  },
  CALLBACK_CUSTOMER_FIRST_DIALED: {
    direction: "incoming",
    callback: "call",
    reason: "Connect dialed the customer who asked for the call, and then waits for an agent.",
    source: CUSTOMER_FIRST_PAGE,
  },
  API: {
    direction: "incoming",
    byChannel: { VOICE: "outgoing" },
    contactDecides: true,
    reason:
      "Chats and tasks come from customers; a call by API is placed by `StartOutboundVoiceContact`.",
    source: OUTBOUND_VOICE_PAGE,
  },
  WEBRTC_API: {
    direction: "incoming",
    reason: "A customer called from an app or a website.",
    source: METHODS_PAGE,
  },
  DISCONNECT: {
    direction: "incoming",
    reason: "A disconnect flow goes on with a customer's contact.",
    source: METHODS_PAGE,
  },
  EXTERNAL_OUTBOUND: {
    direction: "outgoing",
    reason: "An agent called someone outside of the contact center.",
    source: METHODS_PAGE,
  },
  AGENT_REPLY: {
    direction: "outgoing",
    reason: "An agent answered an e-mail with an e-mail of its own contact.",
    source: METHODS_PAGE,
  },
  FLOW: {
    direction: "outgoing",
    reason: "A flow sent an e-mail (block *Send message*).",
    source: METHODS_PAGE,
  },
  CAMPAIGN_PREVIEW: {
    direction: "outgoing",
    reason: "An outbound campaign showed the contact to an agent before dialing.",
    source: METHODS_PAGE,
  },
  MONITOR: {
    direction: "neither",
    reason: "A supervisor listens to the contact of an agent or barges in: no call of its own.",
    source: MONITOR_PAGE,
  },
} as const satisfies Readonly<Record<string, InitiationMethod>>;

/** Methods of the contacts that a customer was passed on to. */
export const TRANSFER_METHODS = methodsWhere(({ transfer }) => transfer === true);
/** Methods of the contacts in which a callback waits for the call. */
export const CALLBACK_REQUEST_METHODS = methodsWhere(
  ({ callback }) => callback === "request" || callback === "request and call",
);
/** Methods of the contacts in which an agent takes the call of a callback. */
export const CALLBACK_CALL_METHODS = methodsWhere(
  ({ callback }) => callback === "call" || callback === "request and call",
);

function methodsWhere(is: (method: InitiationMethod) => boolean): readonly string[] {
  const methods = Object.entries<InitiationMethod>(INITIATION_METHODS);
  return methods.filter(([, method]) => is(method)).map(([name]) => name);
}

/**
 * Reasons of the end of a contact that name someone other than the customer. Connect counts as abandoned
 * what the customer disconnected while waiting in a queue, and not what was queued for a callback.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/metrics-definitions.html (Contacts abandoned)
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/ctr-data-model.html (DisconnectReason)
 */
export const ENDED_BY_OTHERS = [
  "AGENT_COMPLETED",
  "AGENT_DISCONNECT",
  "API",
  "CONTACT_FLOW_DISCONNECT",
  "DISCARDED",
  "EXPIRED",
  "THIRD_PARTY_DISCONNECT",
  "TRANSFERRED",
] as const;

/** Name of the queues that every agent has: Connect gives them none, and an ARN that ends `/queue/agent/…`. */
export const AGENT_QUEUES = "(agent queues)";

type InitiationRule = Omit<InitiationMethod, "reason" | "source" | "transfer">;

/** What the ingest pipeline needs of the table. */
export function initiationRules(): Readonly<Record<string, InitiationRule>> {
  const entries = Object.entries<InitiationMethod>(INITIATION_METHODS);
  return Object.fromEntries(
    entries.map(([name, { byChannel, callback, contactDecides, direction }]) => [
      name,
      {
        direction,
        ...(byChannel && { byChannel }),
        ...(contactDecides && { contactDecides }),
        ...(callback && { callback }),
      },
    ]),
  );
}

const HEAD = `## Initiation methods

Which way a contact goes (\`Direction\`) follows from \`InitiationMethod\`. Where the contact decides, and for a
method that is not listed: outgoing if it has a \`Campaign.CampaignId\` or its \`connect:Direction\` (segment
attribute) is OUTBOUND; incoming if that is INBOUND; else as the table says, and incoming if it says nothing.

| Method | Direction | Reason | Source |
| --- | --- | --- | --- |`;

/** A chapter of docs/fields.md. */
export function initiationMethodTable(): string {
  const rows = Object.entries<InitiationMethod>(INITIATION_METHODS).map(
    ([name, method]) =>
      `| \`${name}\` | ${directionText(method)} | ${method.reason} | [AWS](${method.source}) |`,
  );
  return [HEAD, ...rows, ""].join("\n");
}

function directionText({ byChannel = {}, contactDecides, direction }: InitiationMethod): string {
  const channels = Object.entries(byChannel).map(([channel, other]) => `, ${channel} ${other}`);
  return `${contactDecides ? "the contact decides, else " : ""}${direction}${channels.join("")}`;
}
