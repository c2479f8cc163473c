import { DAY_MS } from "../../../aws/index-rotation";
import { atLeastOnce } from "../../simulator/at-least-once";
import { SimulatedContactCenter } from "../../simulator/contact-center";
import type { Emission, StreamName } from "../../simulator/model/publisher";
import { profile, type Profile } from "../../simulator/profile";
import type { ContactRecord } from "../../simulator/shapes/contact-record";
import type { AgentEvent } from "../../simulator/shapes/agent-event";
import { TIME_ZONE, type TimeRange } from "./design";

/** A quarter: three of the months that the dashboard shows one of. */
const DAYS = 92;
/** Contacts are written again days after they are over, and nothing may come from the future. */
const ENDED_DAYS_AGO = 14;
/** Nights and weekends are slack and transfers add legs: contacts of a day for one of the profile's. */
const CONTACTS_PER_PROFILE_CONTACT = 0.97;
const MONTH_DAYS = 31;
/** Agent events are many and large, and only one panel reads them. */
const DAYS_OF_AGENT_EVENTS = 1;

export interface Arrival<T> {
  readonly record: T;
  readonly arrivesAt: number;
}

/** The stream that both designs take in: some 1.2 copies of each contact, not in order. */
export class BenchStream {
  readonly #until: number;
  readonly #contactsPerDay: number;

  constructor(contacts: number, now = Date.now()) {
    this.#until = now - (now % DAY_MS) - ENDED_DAYS_AGO * DAY_MS;
    this.#contactsPerDay = Math.ceil(contacts / DAYS / CONTACTS_PER_PROFILE_CONTACT);
  }

  /** Agents of the contact center. */
  get agents(): number {
    return this.#profile().agents;
  }

  /** Months, of a twelfth of a year, that {@link agentEventsOfQuarter} is of. */
  readonly months = DAYS / (365 / 12);

  /** Agent events of the whole quarter. */
  *agentEventsOfQuarter(): Generator<Arrival<AgentEvent>> {
    yield* this.#agentEvents(DAYS);
  }

  /** The time ranges that people choose when the newest contact is of this moment. */
  rangesUntil(newest: number): readonly [month: TimeRange, quarter: TimeRange] {
    return [
      range(newest - MONTH_DAYS * DAY_MS, newest),
      range(this.#until - DAYS * DAY_MS, newest),
    ];
  }

  *contactRecords(): Generator<Arrival<ContactRecord>> {
    yield* disordered(
      this.#emissions("contact-records", DAYS),
      (emission) => emission.stream === "contact-records" && emission.record,
    );
  }

  *agentEvents(): Generator<Arrival<AgentEvent>> {
    yield* this.#agentEvents(DAYS_OF_AGENT_EVENTS);
  }

  *#agentEvents(days: number): Generator<Arrival<AgentEvent>> {
    yield* disordered(
      this.#emissions("agent-events", days),
      (emission) => emission.stream === "agent-events" && emission.record,
    );
  }

  #emissions(stream: StreamName, days: number): Iterable<Emission> {
    const center = new SimulatedContactCenter({
      seed: "bench",
      streams: [stream],
      profile: this.#profile(),
    });
    return center.run(new Date(this.#until - days * DAY_MS), new Date(this.#until));
  }

  #profile(): Profile {
    return profile({
      accountId: "111122223333",
      region: "eu-central-1",
      instanceId: "aaaaaaaa-bbbb-cccc-dddd-111111111111",
      timeZone: TIME_ZONE,
      contactsPerDay: this.#contactsPerDay,
    });
  }
}

/** The records among the emissions, as a stream hands them out: some twice, some late. */
function* disordered<T>(
  emissions: Iterable<Emission>,
  recordOf: (emission: Emission) => T | false,
): Generator<Arrival<T>> {
  for (const { arrivesAt, item } of atLeastOnce(emissions, { seed: "bench" })) {
    const record = recordOf(item);
    if (record !== false) yield { record, arrivesAt };
  }
}

function range(from: number, until: number): TimeRange {
  return { gte: new Date(from).toISOString(), lte: new Date(until).toISOString() };
}
