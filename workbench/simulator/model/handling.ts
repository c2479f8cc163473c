import type { Channel } from "../../../aws/channels";
import type { Agent, ContactState } from "./agent";
import type { Contact, InitiationMethod, Queue } from "./contact";
import type { Floor } from "./floor";
import type { Lines } from "./lines";
import type { Random } from "./random";
import { publishRecord } from "./records";
import { later, type World } from "./world";

const RING = { from: 2, to: 9 };
/** An agent is offered a callback before Connect calls the customer. */
const CALLBACK_OFFER_SECONDS = 1;
const UNANSWERED_CHANCE = 0.02;
const UNANSWERED_RING_SECONDS = 20;
const UNANSWERED_STATES: readonly (readonly [ContactState, number])[] = [
  ["MISSED", 7],
  ["REJECTED", 2],
  ["ERROR", 1],
];
/** Until the agent clears a contact that was not answered. */
const CLEARING_SECONDS = { from: 3, to: 25 };
const HOLD_CHANCE = 0.2;
/** The state of a contact that rests; others are connected all the time. */
const RESTING_STATES: Partial<Record<Channel, ContactState>> = {
  VOICE: "CONNECTED_ONHOLD",
  TASK: "PAUSED",
};
const TRANSFER_CHANCE = 0.08;
/** Of the transfers, those to one agent and not to a queue. */
const TO_AN_AGENT_CHANCE = 0.15;
const ACW_CHANCE = 0.88;
/** What a first copy does not know, a later one may: so that it matters which copy is counted. */
const INTERACTION_UNKNOWN_CHANCE = 0.02;
const ACW_UNKNOWN_CHANCE = 0.15;

export interface HandlingProps {
  readonly world: World;
  /** Draws the states of contacts; its own, so that the other draws of a seed stay as they are. */
  readonly stateRandom: Random;
  readonly queues: readonly Queue[];
  /** Those of single agents. */
  readonly ownQueues: readonly Queue[];
  readonly floor: Floor;
  readonly lines: () => Lines;
  readonly begin: (from: Contact, method: InitiationMethod) => Contact;
}

/** What happens between an agent and a contact: ringing, talking, hold, transfer, after-contact work. */
export class Handling {
  readonly #props: HandlingProps;

  constructor(props: HandlingProps) {
    this.#props = props;
  }

  /** The contact rings the agent; once in a while the agent does not answer. */
  connect(agent: Agent, contact: Contact): void {
    const { world, floor } = this.#props;
    floor.take(agent);
    contact.attempts++;
    this.#ring(agent, contact);
    if (contact.queue && world.random.chance(UNANSWERED_CHANCE)) {
      const { queue } = contact;
      later(world, UNANSWERED_RING_SECONDS, () => {
        this.#fail(agent, contact, queue);
      });
    } else {
      later(world, world.random.int(RING.from, RING.to), () => {
        this.#talk(agent, contact);
      });
    }
  }

  #ring(agent: Agent, contact: Contact): void {
    const { world, floor } = this.#props;
    if (contact.method !== "CALLBACK") {
      floor.showContact(agent, contact, "CONNECTING");
      return;
    }
    floor.showContact(agent, contact, "INCOMING");
    later(world, CALLBACK_OFFER_SECONDS, () => {
      floor.showContact(agent, contact, "CONNECTING");
    });
  }

  /** The contact goes back to its queue; the agent is free once it is cleared. */
  #fail(agent: Agent, contact: Contact, queue: Queue): void {
    const { world, floor, lines, stateRandom } = this.#props;
    floor.showContact(agent, contact, stateRandom.pick(UNANSWERED_STATES));
    lines().returnToQueue(contact, queue);
    later(world, stateRandom.int(CLEARING_SECONDS.from, CLEARING_SECONDS.to), () => {
      floor.showContact(agent, null, null);
      floor.release(agent);
    });
  }

  #talk(agent: Agent, contact: Contact): void {
    const { world, floor } = this.#props;
    const { random, profile, publisher } = world;
    contact.agent = agent;
    contact.connectedAt = world.now;
    if (contact.enqueuedAt !== undefined) contact.dequeuedAt = world.now;
    contact.interactionKnown = !random.chance(INTERACTION_UNKNOWN_CHANCE);
    contact.holdSeconds = random.chance(HOLD_CHANCE) ? random.duration(40, 0.8) : 0;
    floor.showContact(agent, contact, "CONNECTED");
    publisher.contactEvent(contact, "CONNECTED_TO_AGENT", world.now);
    const talkSeconds = random.duration(profile.talkSeconds, 0.7);
    this.#rest(agent, contact, talkSeconds);
    later(world, talkSeconds + contact.holdSeconds, () => {
      this.#finish(agent, contact);
    });
  }

  /** Once in a while, somewhere in the conversation, the contact is put on hold or paused. */
  #rest(agent: Agent, contact: Contact, talkSeconds: number): void {
    const { world, floor, stateRandom } = this.#props;
    const { channel, holdSeconds } = contact;
    const state = RESTING_STATES[channel];
    if (state === undefined || holdSeconds === 0 || talkSeconds < 2) return;
    const begins = stateRandom.int(1, talkSeconds - 1);
    later(world, begins, () => {
      floor.showContact(agent, contact, state);
    });
    later(world, begins + holdSeconds, () => {
      floor.showContact(agent, contact, "CONNECTED");
    });
  }

  #finish(agent: Agent, contact: Contact): void {
    const { world, floor } = this.#props;
    const { random, profile, publisher } = world;
    contact.disconnectedAt = world.now;
    contact.disconnectReason = random.chance(0.8) ? "CUSTOMER_DISCONNECT" : "AGENT_DISCONNECT";
    if (contact.queue && random.chance(TRANSFER_CHANCE)) this.#transfer(contact);
    floor.showContact(agent, contact, "ENDED");
    publisher.contactEvent(contact, "DISCONNECTED", world.now);
    const acw = random.chance(ACW_CHANCE) ? random.duration(profile.acwSeconds, 0.8) : 0;
    later(world, acw, () => {
      if (acw > 0) contact.acwEndedAt = world.now;
      contact.acwKnown = !random.chance(ACW_UNKNOWN_CHANCE);
      floor.showContact(agent, null, null);
      publisher.contactEvent(contact, "COMPLETED", world.now);
      publishRecord(world, contact);
      floor.release(agent);
    });
  }

  /** The customer goes on to another queue or agent, in a contact of its own. */
  #transfer(contact: Contact): void {
    const { world, queues, ownQueues, begin, lines } = this.#props;
    const { random } = world;
    const queue = random.chance(TO_AN_AGENT_CHANCE)
      ? random.pick(ownQueues.map((candidate) => [candidate, 1]))
      : random.pick(queues.map((candidate) => [candidate, candidate.profile.weight]));
    contact.transferredAt = world.now;
    contact.disconnectReason = "CONTACT_FLOW_DISCONNECT";
    const next = begin(contact, random.chance(0.7) ? "TRANSFER" : "QUEUE_TRANSFER");
    later(world, random.int(1, 5), () => {
      lines().enqueue(next, queue);
    });
  }
}
