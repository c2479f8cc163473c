import { agentEventShape, type AgentEvent, type AgentEventType } from "../shapes/agent-event";
import {
  contactEventShape,
  type ContactEvent,
  type ContactEventType,
} from "../shapes/contact-event";
import { contactRecordShape, type ContactRecord } from "../shapes/contact-record";
import type { Instance } from "../shapes/instance";
import type { Agent, Snapshot } from "./agent";
import type { Contact } from "./contact";
import { Random } from "./random";

/** Something that Connect publishes, and when. */
export type Emission = { readonly at: number } & (
  | { readonly stream: "contact-records"; readonly record: ContactRecord }
  | { readonly stream: "agent-events"; readonly record: AgentEvent }
  | { readonly stream: "contact-events"; readonly record: ContactEvent }
);

export type StreamName = Emission["stream"];

/** Collects what is published until it is taken. Streams that are not requested cost nothing. */
export class Publisher {
  #outbox: Emission[] = [];
  /** Ids of its own, so that the course of events is the same whatever is asked for. */
  readonly #ids: Random;
  readonly #instance: Instance;
  readonly #streams: ReadonlySet<StreamName>;

  constructor(instance: Instance, streams: ReadonlySet<StreamName>, seed: string) {
    this.#instance = instance;
    this.#streams = streams;
    this.#ids = new Random(`${seed} ids`);
  }

  publishes(stream: StreamName): boolean {
    return this.#streams.has(stream);
  }

  contactRecord(contact: Contact, now: number): void {
    if (!this.publishes("contact-records")) return;
    const record = contactRecordShape(contact, this.#instance, now);
    this.#outbox.push({ stream: "contact-records", at: now * 1000, record });
  }

  contactEvent(contact: Contact, type: ContactEventType, now: number): void {
    if (!this.publishes("contact-events")) return;
    const record = contactEventShape(
      contact,
      { id: this.#ids.uuid(), type, at: now },
      this.#instance,
    );
    this.#outbox.push({ stream: "contact-events", at: now * 1000, record });
  }

  agentEvent(agent: Agent, type: AgentEventType, before: Snapshot, at: number): void {
    if (!this.publishes("agent-events")) return;
    const moment = { eventId: this.#ids.uuid(), type, at, before };
    const record = agentEventShape(agent, moment, this.#instance);
    this.#outbox.push({ stream: "agent-events", at, record });
  }

  take(): readonly Emission[] {
    const taken = this.#outbox;
    if (taken.length > 0) this.#outbox = [];
    return taken;
  }
}
