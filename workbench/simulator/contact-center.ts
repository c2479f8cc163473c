import { Arrivals } from "./model/arrivals";
import type { Contact, InitiationMethod, Queue } from "./model/contact";
import { Floor } from "./model/floor";
import { Handling } from "./model/handling";
import { Lines } from "./model/lines";
import { LocalClock } from "./model/local-clock";
import { Publisher, type Emission, type StreamName } from "./model/publisher";
import { Random } from "./model/random";
import { Schedule } from "./model/schedule";
import { hireAgents, hireStatuses, openQueues } from "./model/staff";
import type { World } from "./model/world";
import type { Channel } from "../../aws/channels";
import type { Profile } from "./profile";
import { queueNumbers, type QueueNumbers } from "./queue-numbers";
import type { Instance } from "./shapes/instance";

const HOUR = 3600;
const ALL_STREAMS: readonly StreamName[] = ["contact-records", "agent-events", "contact-events"];
const CAMPAIGN = "cccccccc-0000-4000-a000-000000000001";
type Weighted<T> = readonly (readonly [T, number])[];
const INTENTS = ["order", "delivery", "invoice", "complaint", "question"] as const;

/** A contact by API says sometimes who began it, and sometimes nothing. */
const API_SAYS = {
  VOICE: [
    [{ says: "OUTBOUND", campaignId: CAMPAIGN }, 4],
    [{ says: "OUTBOUND" }, 3],
    [{}, 3],
  ],
  OTHER: [
    [{ says: "OUTBOUND" }, 2],
    [{ says: "INBOUND" }, 4],
    [{}, 4],
  ],
} as const satisfies Record<string, Weighted<Pick<Contact, "says" | "campaignId">>>;

function whoCalls(channel: Channel, random: Random): Pick<Contact, "says" | "campaignId"> {
  return random.pick<Pick<Contact, "says" | "campaignId">>(
    channel === "VOICE" ? API_SAYS.VOICE : API_SAYS.OTHER,
  );
}

export interface ContactCenterProps {
  readonly profile: Profile;
  /** The same seed gives the same events, to the byte. */
  readonly seed: string;
  /** Which streams to publish. Default: all. */
  readonly streams?: readonly StreamName[];
}

/**
 * A contact center that is simulated event by event: contacts arrive, wait, give up, are answered,
 * transferred and called back; agents log in, take breaks and work. All that it publishes follows
 * from that one course of events, so records, agent events and queues never contradict each other.
 */
export class SimulatedContactCenter {
  readonly instance: Instance;
  readonly #world: World;
  readonly #queues: readonly Queue[];
  readonly #floor: Floor;
  readonly #arrivals: Arrivals;

  constructor({ profile, seed, streams = ALL_STREAMS }: ContactCenterProps) {
    const { accountId, region, instanceId: id } = profile;
    const arn = `arn:aws:connect:${region}:${accountId}:instance/${id}`;
    this.instance = { accountId, region, id, arn };
    const world: World = {
      profile,
      random: new Random(seed),
      clock: new LocalClock(profile.timeZone),
      schedule: new Schedule(),
      publisher: new Publisher(this.instance, new Set(streams), seed),
      now: 0,
    };
    this.#world = world;
    const staff = new Random(`${seed} staff`);
    const queues = openQueues(profile, this.instance, staff);
    const statuses = hireStatuses(this.instance, staff);
    const { offline } = statuses;
    const agents = hireAgents(profile, this.instance, { queues, offline, random: staff });
    const floor: Floor = new Floor({
      world,
      agents,
      statuses,
      offerWork: (agent) => {
        const contact = lines.nextFor(agent);
        if (contact) handling.connect(agent, contact);
        return contact !== undefined;
      },
    });
    const begin = (from: Contact, method: InitiationMethod): Contact => this.#follow(from, method);
    const ownQueues = agents.map(({ ownQueue }) => ownQueue);
    const handling: Handling = new Handling({
      world,
      stateRandom: new Random(`${seed} contact states`),
      queues,
      ownQueues,
      floor,
      lines: () => lines,
      begin,
    });
    const lines: Lines = new Lines({
      world,
      queues,
      findAgent: (queue) => floor.findFree(queue),
      connect: (agent, contact) => {
        handling.connect(agent, contact);
      },
      begin,
    });
    const arrive = (method: InitiationMethod, channel: Channel): Contact =>
      this.#contact(method, channel);
    this.#arrivals = new Arrivals({ world, queues, floor, lines, handling, arrive });
    this.#queues = queues;
    this.#floor = floor;
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.#world.now * 1000;
  }

  /**
   * Everything that is published, in the order in which it happens. Contacts begin from `from` until
   * `until`; what is under way then still comes to its end.
   */
  *run(from: Date, until: Date): Generator<Emission, void, undefined> {
    this.open(from, until);
    yield* this.advance();
  }

  /** Lets contacts begin from `from` until `until`, as {@link advance} gets there. */
  open(from: Date, until: Date): void {
    const world = this.#world;
    const end = Math.floor(until.getTime() / 1000);
    const hour = (): void => {
      this.#floor.startShifts();
      this.#arrivals.drawHour(end);
      const next = world.now + HOUR;
      if (next < end) world.schedule.add(next, hour);
    };
    const start = Math.floor(from.getTime() / 1000);
    world.schedule.add(start - (start % HOUR), hour);
  }

  /**
   * Goes on to this moment, in milliseconds since 1970, and no further: what the contact center then
   * says of its queues is of this very moment. Default: to the end of all that is under way.
   */
  *advance(to = Infinity): Generator<Emission, void, undefined> {
    const { schedule, publisher } = this.#world;
    const last = Math.floor(to / 1000);
    while (schedule.nextAt <= last) {
      const at = schedule.nextAt;
      const action = schedule.take();
      if (!action) break;
      this.#world.now = at;
      action();
      yield* publisher.take();
    }
    if (Number.isFinite(last)) this.#world.now = Math.max(this.#world.now, last);
  }

  /** Who waits at this moment: what `GetCurrentMetricData` would say. */
  queueNumbers(): readonly QueueNumbers[] {
    return this.#queues.map((queue) => queueNumbers(queue, this.#floor, this.#world.now));
  }

  #contact(method: InitiationMethod, channel: Channel, from?: Contact): Contact {
    const { random, publisher, now } = this.#world;
    const contact: Contact = {
      id: random.uuid(),
      channel,
      method,
      initiatedAt: now,
      customer: from?.customer ?? `+1555555${random.int(1000, 9999)}`,
      ...(method === "API" && whoCalls(channel, random)),
      initialId: from ? (from.initialId ?? from.id) : null,
      previousId: from?.id ?? null,
      nextId: null,
      attributes: from?.attributes ?? {
        greetingPlayed: "true",
        intent: INTENTS[random.int(0, INTENTS.length - 1)] ?? "",
      },
      waits: false,
      attempts: 0,
      holdSeconds: 0,
      interactionKnown: true,
      acwKnown: true,
    };
    publisher.contactEvent(contact, "INITIATED", now);
    return contact;
  }

  #follow(from: Contact, method: InitiationMethod): Contact {
    const next = this.#contact(method, from.channel, from);
    from.nextId = next.id;
    return next;
  }
}
