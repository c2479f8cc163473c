import fc from "fast-check";

/** Random courses of an agent's day, their events as Connect publishes them, and their times by intervals. */

export interface Step {
  /** Milliseconds since the step before. */
  readonly after: number;
  readonly act: (typeof ACTS)[number];
  /** Decides what happens to which contact. */
  readonly choice: number;
}

const ACTS = [
  "status",
  "contact",
  "contact",
  "contact",
  "allContacts",
  "statusAndContacts",
  "heartbeat",
  "presence",
] as const;

export const steps = fc.array(
  fc.record({
    after: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 600_000 })),
    act: fc.constantFrom(...ACTS),
    choice: fc.nat(999),
  }),
  { minLength: 5, maxLength: 60 },
);

type StatusType = "ROUTABLE" | "CUSTOM" | "OFFLINE";

const STATUSES: readonly (readonly [string, StatusType])[] = [
  ["Available", "ROUTABLE"],
  ["Lunch", "CUSTOM"],
  ["Available", "ROUTABLE"],
  ["Training", "CUSTOM"],
];

const SLOTS = 4;
const RINGING = ["INCOMING", "PENDING", "CONNECTING"];
const RESTING = ["CONNECTED_ONHOLD", "PAUSED"];

/** Next states of a contact; null: cleared. */
const NEXT: Readonly<Record<string, readonly (string | null)[]>> = {
  none: RINGING,
  ringing: ["CONNECTED", "CONNECTED", "CONNECTED", "MISSED", "REJECTED", "ERROR", null],
  CONNECTED: [...RESTING, "ENDED", "ENDED", "ERROR", null],
  CONNECTED_ONHOLD: ["CONNECTED", "ENDED", null],
  PAUSED: ["CONNECTED", "ENDED", null],
  ENDED: [null],
  MISSED: [null],
  REJECTED: [null],
  ERROR: [null],
};

interface Interval {
  readonly from: number;
  readonly to: number;
}

interface Stay extends Interval {
  readonly state: string;
}

interface Status {
  readonly name: string;
  readonly type: StatusType;
  readonly since: number;
}

interface Contact {
  readonly id: string;
  readonly state: string;
  readonly since: number;
  readonly connected: number | null;
}

type Contacts = readonly (Contact | null)[];

/** The milliseconds of a course by the fields of `AgentTime`. */
export type Times = Readonly<Record<string, number>>;

export interface Course {
  readonly agent: string;
  readonly events: readonly Readonly<Record<string, unknown>>[];
  readonly times: Times;
}

const iso = (at: number): string => new Date(at).toISOString();

/** Plays the steps, then logs the agent out: with whatever contacts are not cleared. */
export function courseOf(agent: string, begin: number, all: readonly Step[]): Course {
  const player = new Player(agent, begin);
  for (const step of all) player.play(step);
  player.finish();
  return { agent, events: player.events, times: timesOf(player.statuses, player.stays) };
}

class Player {
  readonly events: Readonly<Record<string, unknown>>[] = [];
  readonly statuses: (Interval & { readonly type: StatusType })[] = [];
  readonly stays: Stay[] = [];
  readonly #agent: string;
  #now: number;
  #status: Status;
  #contacts: Contacts = Array.from({ length: SLOTS }, () => null);
  #snapshots: readonly [unknown, unknown];

  constructor(agent: string, begin: number) {
    this.#agent = agent;
    this.#now = begin;
    this.#status = { name: "Offline", type: "OFFLINE", since: begin };
    this.#snapshots = [this.#snapshot(), this.#snapshot()];
  }

  play({ act, after, choice }: Step): void {
    this.#now += after;
    switch (act) {
      case "status":
        return this.#change("STATE_CHANGE", () => {
          this.#setStatus(choice);
        });
      case "contact":
        return this.#change("STATE_CHANGE", () => {
          this.#moveContact(choice % SLOTS, choice);
        });
      case "allContacts":
        return this.#change("STATE_CHANGE", () => {
          for (let slot = 0; slot < SLOTS; slot++) this.#moveContact(slot, choice + slot);
        });
      case "statusAndContacts":
        return this.#change("STATE_CHANGE", () => {
          this.#setStatus(choice);
          for (let slot = 0; slot < SLOTS; slot++) this.#moveContact(slot, choice + slot);
        });
      case "heartbeat":
        // As in the sample of the administrator guide, or without a change.
        if (choice % 2 === 0) this.#snapshots = [this.#snapshot(), this.#snapshot()];
        return this.#publish("HEART_BEAT");
      case "presence":
        return this.#status.type === "OFFLINE" ? this.#logIn() : this.logOut();
    }
  }

  logOut(): void {
    this.#change("LOGOUT", () => {
      this.#begin("Offline", "OFFLINE");
    });
  }

  /** Logs out, and ends the intervals of contacts that are not cleared. */
  finish(): void {
    this.logOut();
    for (const contact of this.#contacts) this.#endStay(contact);
  }

  #logIn(): void {
    this.#change("LOGIN", () => {
      this.#begin("Available", "ROUTABLE");
    });
  }

  #setStatus(choice: number): void {
    const [name, type] = STATUSES[choice % STATUSES.length] ?? ["Available", "ROUTABLE"];
    if (this.#status.type !== "OFFLINE") this.#begin(name, type);
  }

  #begin(name: string, type: StatusType): void {
    const { since, type: ended } = this.#status;
    this.statuses.push({ from: since, to: this.#now, type: ended });
    this.#status = { name, type, since: this.#now };
  }

  #moveContact(slot: number, choice: number): void {
    const contact = this.#contacts[slot] ?? null;
    const known = contact === null ? "none" : contact.state;
    const options = NEXT[RINGING.includes(known) ? "ringing" : known] ?? [];
    const state = options[choice % options.length] ?? null;
    this.#endStay(contact);
    const connected = state === "CONNECTED" ? this.#now : null;
    const next = state !== null && {
      id: contact?.id ?? `${this.#agent}-${slot}-${this.events.length}`,
      state,
      since: this.#now,
      connected: contact?.connected ?? connected,
    };
    this.#contacts = this.#contacts.with(slot, next || null);
  }

  #endStay(contact: Contact | null): void {
    if (contact?.connected == null) return;
    this.stays.push({ from: contact.since, to: this.#now, state: contact.state });
  }

  #change(type: string, change: () => void): void {
    const before = this.#snapshot();
    change();
    this.#snapshots = [before, this.#snapshot()];
    this.#publish(type);
  }

  #publish(EventType: string): void {
    const [PreviousAgentSnapshot, CurrentAgentSnapshot] = this.#snapshots;
    this.events.push({
      EventId: `${this.#agent}-${this.events.length}`,
      EventType,
      EventTimestamp: iso(this.#now),
      AgentARN: this.#agent,
      PreviousAgentSnapshot,
      CurrentAgentSnapshot,
    });
  }

  #snapshot(): unknown {
    const { name, since, type } = this.#status;
    return {
      AgentStatus: { Name: name, Type: type, StartTimestamp: iso(since) },
      Configuration: { Username: this.#agent },
      Contacts: this.#contacts
        .filter((contact) => contact !== null)
        .map((contact) => ({
          Channel: "CHAT",
          ContactId: contact.id,
          ConnectedToAgentTimestamp: contact.connected === null ? null : iso(contact.connected),
          State: contact.state,
          StateStartTimestamp: iso(contact.since),
        })),
    };
  }
}

const HANDLED = ["CONNECTED", "CONNECTED_ONHOLD", "PAUSED", "ENDED"];

/** Walks from boundary to boundary: between two, each set of intervals either covers all or nothing. */
function timesOf(
  statuses: readonly (Interval & { readonly type: StatusType })[],
  stays: readonly Stay[],
): Times {
  const boundaries = [...new Set([...statuses, ...stays].flatMap(({ from, to }) => [from, to]))];
  boundaries.sort((one, other) => one - other);
  const times = { Available: 0, OnContact: 0, OnHold: 0, AfterContactWork: 0, NonProductive: 0 };
  boundaries.slice(1).forEach((to, before) => {
    const from = boundaries[before] ?? to;
    const covers = (interval: Interval): boolean => interval.from <= from && to <= interval.to;
    const type = statuses.find(covers)?.type;
    const states = stays.filter(covers).map(({ state }) => state);
    if (type === "CUSTOM") times.NonProductive += to - from;
    if (type !== "ROUTABLE") return;
    times.Available += to - from;
    if (states.some((state) => HANDLED.includes(state))) times.OnContact += to - from;
    if (states.includes("CONNECTED_ONHOLD")) times.OnHold += to - from;
    if (states.includes("ENDED")) times.AfterContactWork += to - from;
  });
  return times;
}
