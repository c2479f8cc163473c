import type { Channel } from "../../../aws/channels";
import type { QueueProfile } from "../profile";
import type { Agent } from "./agent";

/** @see https://docs.aws.amazon.com/connect/latest/adminguide/ctr-data-model.html */
export type InitiationMethod =
  | "INBOUND"
  | "OUTBOUND"
  | "TRANSFER"
  | "QUEUE_TRANSFER"
  | "CALLBACK"
  | "API"
  | "DISCONNECT"
  | "MONITOR"
  | "EXTERNAL_OUTBOUND"
  | "WEBRTC_API"
  | "AGENT_REPLY"
  | "FLOW"
  | "CAMPAIGN_PREVIEW";

/** What a contact says of its own direction. */
export type SaidDirection = "INBOUND" | "OUTBOUND";

/** A queue of the contact center, with who waits in it. */
export interface Queue {
  readonly arn: string;
  readonly id: string;
  /** Null: the queue of a single agent, which has none. */
  readonly name: string | null;
  readonly profile: QueueProfile;
  /** Who may wait, in order; those who do not any more are passed over. */
  readonly line: Contact[];
  /** Callbacks that wait out their delay. */
  readonly scheduled: Set<Contact>;
}

/** A contact as the model moves it along. Times are seconds since 1970. */
export interface Contact {
  readonly id: string;
  readonly channel: Channel;
  readonly method: InitiationMethod;
  readonly initiatedAt: number;
  readonly customer: string;
  readonly says?: SaidDirection;
  readonly campaignId?: string;
  readonly initialId: string | null;
  readonly previousId: string | null;
  nextId: string | null;
  attributes: Readonly<Record<string, string>>;
  queue?: Queue;
  enqueuedAt?: number;
  dequeuedAt?: number;
  waits: boolean;
  attempts: number;
  agent?: Agent;
  connectedAt?: number;
  holdSeconds: number;
  /** Connect leaves it out of a few records. */
  interactionKnown: boolean;
  disconnectedAt?: number;
  disconnectReason?: string;
  transferredAt?: number;
  /** Number outside of Connect that it was sent to. */
  transferredTo?: string;
  acwEndedAt?: number;
  acwKnown: boolean;
}
