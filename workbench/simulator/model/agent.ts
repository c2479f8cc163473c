import type { Contact, Queue } from "./contact";

export interface Status {
  readonly arn: string;
  readonly name: string;
  readonly type: "ROUTABLE" | "CUSTOM" | "OFFLINE";
}

/** Every state of the administrator guide but PENDING. */
export type ContactState =
  | "INCOMING"
  | "CONNECTING"
  | "CONNECTED"
  | "CONNECTED_ONHOLD"
  | "PAUSED"
  | "ENDED"
  | "MISSED"
  | "REJECTED"
  | "ERROR";

/** What an agent event tells of an agent at one moment. */
export interface Snapshot {
  readonly status: Status;
  /** Milliseconds since 1970. */
  readonly statusSince: number;
  /** The state that is asked for next, and when it was asked for, in milliseconds since 1970. */
  readonly next: { readonly status: Status; readonly since: number } | null;
  readonly contact: Contact | null;
  readonly contactState: ContactState | null;
  readonly contactStateSince: number;
}

export interface Agent {
  readonly arn: string;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly routingProfile: { readonly arn: string; readonly name: string };
  /** In the order of the routing profile, the agent's own last. */
  readonly queues: readonly Queue[];
  readonly ownQueue: Queue;
  /** Hour of the local day at which the shift begins, and the weekdays off. */
  readonly startHour: number;
  readonly daysOff: readonly number[];
  online: boolean;
  /** Talking, in after-contact work, or being rung. */
  busy: boolean;
  shiftOver: boolean;
  /** A break that is due once the agent is free. */
  wants: { readonly status: Status; readonly seconds: number } | null;
  snapshot: Snapshot;
  /** Milliseconds since 1970 of the newest event. */
  lastEventAt: number;
  /** Heartbeats end then, in seconds since 1970. */
  heartbeatsUntil: number;
}
