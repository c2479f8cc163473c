import type { Channel } from "../../../aws/channels";
import type { Contact, InitiationMethod, Queue } from "./contact";
import type { Floor } from "./floor";
import type { Handling } from "./handling";
import type { Lines } from "./lines";
import { publishRecord } from "./records";
import { later, type World } from "./world";

const HOUR = 3600;
/** Before a queue, a flow greets and asks. */
const FLOW_MEAN_SECONDS = 25;
const HANGS_UP_IN_FLOW_CHANCE = 0.06;

/** How contacts from outside begin. */
const FROM_CUSTOMERS: readonly (readonly [InitiationMethod, number])[] = [
  ["INBOUND", 90],
  ["API", 5],
  ["WEBRTC_API", 3],
  ["DISCONNECT", 1],
];
/** How contacts begin that agents begin, and how many there are for each from outside. */
const FROM_AGENTS: readonly (readonly [InitiationMethod, number])[] = [
  ["OUTBOUND", 80],
  ["EXTERNAL_OUTBOUND", 10],
  ["AGENT_REPLY", 6],
  ["MONITOR", 4],
  ["CAMPAIGN_PREVIEW", 3],
];
const AGENT_SHARE = 0.12;
/** E-mails that a flow sends by itself, for each contact from outside. */
const FLOW_SHARE = 0.02;
const FLOW_MAIL_SECONDS = 2;

export interface ArrivalsProps {
  readonly world: World;
  readonly queues: readonly Queue[];
  readonly floor: Floor;
  readonly lines: Lines;
  readonly handling: Handling;
  readonly arrive: (method: InitiationMethod, channel: Channel) => Contact;
}

/** Contacts come at random, as many an hour as the profile says. */
export class Arrivals {
  readonly #props: ArrivalsProps;

  constructor(props: ArrivalsProps) {
    this.#props = props;
  }

  /** Draws the contacts of the hour that begins now. */
  drawHour(until: number): void {
    const { world } = this.#props;
    const { profile, clock, random } = world;
    const part = profile.hours[clock.hour(world.now)] ?? 0;
    const day = profile.contactsPerDay * (profile.weekdays[clock.weekday(world.now) - 1] ?? 0);
    const length = Math.min(HOUR, until - world.now);
    const mean = (day * part * length) / HOUR;
    for (let n = random.poisson(mean); n > 0; n--) {
      later(world, random.int(0, length - 1), () => {
        this.#fromCustomer();
      });
    }
    for (let n = random.poisson(mean * AGENT_SHARE); n > 0; n--) {
      later(world, random.int(0, length - 1), () => {
        this.#fromAgent();
      });
    }
    for (let n = random.poisson(mean * FLOW_SHARE); n > 0; n--) {
      later(world, random.int(0, length - 1), () => {
        this.#fromFlow();
      });
    }
  }

  #fromCustomer(): void {
    const { world, queues, lines, arrive } = this.#props;
    const { random, publisher } = world;
    const queue = random.pick(queues.map((candidate) => [candidate, candidate.profile.weight]));
    const contact = arrive(random.pick(FROM_CUSTOMERS), random.pick(queue.profile.channels));
    publisher.contactEvent(contact, "CONNECTED_TO_SYSTEM", world.now);
    const hangsUp = random.chance(HANGS_UP_IN_FLOW_CHANCE);
    later(world, 1 + random.exponential(FLOW_MEAN_SECONDS), () => {
      if (!hangsUp) {
        lines.enqueue(contact, queue);
        return;
      }
      contact.disconnectedAt = world.now;
      contact.disconnectReason = "CUSTOMER_DISCONNECT";
      publisher.contactEvent(contact, "DISCONNECTED", world.now);
      publishRecord(world, contact);
    });
  }

  /** An e-mail that no agent wrote: sent, and over. */
  #fromFlow(): void {
    const { world, arrive } = this.#props;
    const contact = arrive("FLOW", "EMAIL");
    later(world, FLOW_MAIL_SECONDS, () => {
      contact.disconnectedAt = world.now;
      contact.disconnectReason = "CONTACT_FLOW_DISCONNECT";
      world.publisher.contactEvent(contact, "DISCONNECTED", world.now);
      publishRecord(world, contact);
    });
  }

  /** Only if an agent is free for it. */
  #fromAgent(): void {
    const { world, floor, handling, arrive } = this.#props;
    const method = world.random.pick(FROM_AGENTS);
    for (const agent of floor.idleAgents) {
      const channel = method === "AGENT_REPLY" ? "EMAIL" : "VOICE";
      handling.connect(agent, arrive(method, channel));
      return;
    }
  }
}
