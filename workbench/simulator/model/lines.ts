import type { Agent } from "./agent";
import type { Contact, Queue } from "./contact";
import { publishRecord } from "./records";
import { later, type World } from "./world";

/** Callers who give up are sometimes offered to be called back. */
const CALLBACK_CHANCE = 0.25;
const CALLBACK_DELAY = { from: 60, to: 900 };
/** A flow does not let everyone wait until they give up: some it sends to a number elsewhere, some it ends. */
const SENT_ELSEWHERE_CHANCE = 0.08;
const ENDED_BY_FLOW_CHANCE = 0.08;
const ELSEWHERE = "+15555550199";
/** Who is promised a call does not hang up, but is not called for ever. */
const CALLBACK_PATIENCE = 2 * 3600;

export interface LinesProps {
  readonly world: World;
  readonly queues: readonly Queue[];
  /** An agent who could take a contact of the queue now. */
  readonly findAgent: (queue: Queue) => Agent | undefined;
  readonly connect: (agent: Agent, contact: Contact) => void;
  readonly begin: (from: Contact, method: "CALLBACK") => Contact;
}

/** The queues: who waits, who gives up, who is called back. */
export class Lines {
  readonly #props: LinesProps;

  constructor(props: LinesProps) {
    this.#props = props;
  }

  enqueue(contact: Contact, queue: Queue): void {
    const { world } = this.#props;
    contact.queue = queue;
    contact.enqueuedAt = world.now;
    world.publisher.contactEvent(contact, "QUEUED", world.now);
    this.#waitOrConnect(contact, queue);
    this.#losePatience(contact, queue);
  }

  /** To another agent, or back to the head of the line, after an agent did not answer. */
  returnToQueue(contact: Contact, queue: Queue): void {
    const agent = this.#props.findAgent(queue);
    if (agent) {
      this.#props.connect(agent, contact);
      return;
    }
    contact.waits = true;
    queue.line.unshift(contact);
    this.#losePatience(contact, queue);
  }

  /** Who has waited longest in any queue of the agent. */
  nextFor(agent: Agent): Contact | undefined {
    let longest: Contact | undefined;
    for (const queue of agent.queues) {
      const first = firstIn(queue);
      if (first && (longest === undefined || since(first) < since(longest))) longest = first;
    }
    if (longest) {
      longest.waits = false;
      longest.queue?.line.shift();
    }
    return longest;
  }

  /** The contact rings an agent at once, or waits. */
  #waitOrConnect(contact: Contact, queue: Queue): void {
    const agent = this.#props.findAgent(queue);
    if (agent) {
      this.#props.connect(agent, contact);
    } else {
      contact.waits = true;
      queue.line.push(contact);
    }
  }

  #losePatience(contact: Contact, queue: Queue): void {
    const { world } = this.#props;
    const patience =
      contact.method === "CALLBACK"
        ? CALLBACK_PATIENCE
        : world.random.duration(world.profile.patienceSeconds, 0.9);
    later(world, patience, () => {
      if (contact.waits) this.#giveUp(contact, queue);
    });
  }

  /** The wait ends without an agent: by the customer, or by the flow. */
  #giveUp(contact: Contact, queue: Queue): void {
    const { world } = this.#props;
    contact.waits = false;
    contact.dequeuedAt = world.now;
    contact.disconnectedAt = world.now;
    contact.disconnectReason = "CUSTOMER_DISCONNECT";
    const isCall = contact.channel === "VOICE";
    const callsBack = isCall && contact.method !== "CALLBACK";
    if (callsBack && world.random.chance(CALLBACK_CHANCE)) this.#promiseCall(contact, queue);
    else if (isCall && world.random.chance(SENT_ELSEWHERE_CHANCE)) {
      contact.disconnectReason = "THIRD_PARTY_DISCONNECT";
      contact.transferredAt = world.now;
      contact.transferredTo = ELSEWHERE;
    } else if (world.random.chance(ENDED_BY_FLOW_CHANCE)) {
      contact.disconnectReason = "CONTACT_FLOW_DISCONNECT";
    }
    world.publisher.contactEvent(contact, "DISCONNECTED", world.now);
    publishRecord(world, contact);
  }

  #promiseCall(contact: Contact, queue: Queue): void {
    const { world } = this.#props;
    const callback = this.#props.begin(contact, "CALLBACK");
    callback.queue = queue;
    queue.scheduled.add(callback);
    later(world, world.random.int(CALLBACK_DELAY.from, CALLBACK_DELAY.to), () => {
      queue.scheduled.delete(callback);
      this.enqueue(callback, queue);
    });
  }
}

/** Those who gave up are still in line, and passed over here. */
function firstIn({ line }: Queue): Contact | undefined {
  while (line[0] && !line[0].waits) line.shift();
  return line[0];
}

function since(contact: Contact): number {
  return contact.enqueuedAt ?? 0;
}
