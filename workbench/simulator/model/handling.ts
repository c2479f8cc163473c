import type { Agent } from "./agent";
import type { Contact, InitiationMethod, Queue } from "./contact";
import type { Floor } from "./floor";
import type { Lines } from "./lines";
import { publishRecord } from "./records";
import { later, type World } from "./world";

const RING = { from: 2, to: 9 };
const MISSED_CHANCE = 0.02;
const MISSED_RING_SECONDS = 20;
const HOLD_CHANCE = 0.2;
const TRANSFER_CHANCE = 0.08;
/** Of the transfers, those to one agent and not to a queue. */
const TO_AN_AGENT_CHANCE = 0.15;
const ACW_CHANCE = 0.88;
/** What a first copy does not know, a later one may: so that it matters which copy is counted. */
const INTERACTION_UNKNOWN_CHANCE = 0.02;
const ACW_UNKNOWN_CHANCE = 0.15;

export interface HandlingProps {
  readonly world: World;
  readonly queues: readonly Queue[];
  /** Those of single agents. */
  readonly ownQueues: readonly Queue[];
  readonly floor: Floor;
  readonly lines: () => Lines;
  readonly begin: (from: Contact, method: InitiationMethod) => Contact;
}

/** What happens between an agent and a contact: ringing, talking, transfer, after-contact work. */
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
    floor.showContact(agent, contact, "CONNECTING");
    if (contact.queue && world.random.chance(MISSED_CHANCE)) {
      const { queue } = contact;
      later(world, MISSED_RING_SECONDS, () => {
        this.#miss(agent, contact, queue);
      });
    } else {
      later(world, world.random.int(RING.from, RING.to), () => {
        this.#talk(agent, contact);
      });
    }
  }

  #miss(agent: Agent, contact: Contact, queue: Queue): void {
    const { floor, lines } = this.#props;
    floor.showContact(agent, contact, "MISSED");
    floor.showContact(agent, null, null);
    lines().returnToQueue(contact, queue);
    floor.release(agent);
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
    later(world, random.duration(profile.talkSeconds, 0.7) + contact.holdSeconds, () => {
      this.#finish(agent, contact);
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
