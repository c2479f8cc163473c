import fc from "fast-check";
import { HEART_BEAT } from "../../../fields";
import { courseOf, steps, type Course, type Times } from "./agent-course";
import { ContentFixture, agentEvent, daysAgo } from "./fixture";

const FIELDS = ["Available", "OnContact", "OnHold", "AfterContactWork", "NonProductive"] as const;
/** To the second before the tests' begin, so that hours of a course are in the past. */
const BEGIN = Date.parse(daysAgo(3));
const iso = (seconds: number): string => new Date(BEGIN + seconds * 1000).toISOString();

interface Sums {
  readonly aggregations: {
    readonly agents: {
      readonly buckets: readonly ({ readonly key: string } & Readonly<
        Record<string, { readonly value: number }>
      >)[];
    };
  };
}

describe("the time of an agent", () => {
  let fixture: ContentFixture;
  beforeAll(async () => {
    fixture = await ContentFixture.start({ alias: "agent-time" });
  });

  const sums = async (): Promise<ReadonlyMap<string, Times>> => {
    const { client, center } = fixture;
    const index = `${center.names.agentEventIndex}*`;
    await client.refresh(index);
    const sumOf = (name: string) => [name, { sum: { field: `AgentTime.${name}` } }] as const;
    const { aggregations } = await client.post<Sums>(`${index}/_search`, {
      size: 0,
      aggs: {
        agents: {
          terms: { field: "AgentARN", size: 1000 },
          aggs: Object.fromEntries(FIELDS.map(sumOf)),
        },
      },
    });
    return new Map(
      aggregations.agents.buckets.map((bucket) => [
        bucket.key,
        Object.fromEntries(FIELDS.map((name) => [name, bucket[name]?.value ?? 0])),
      ]),
    );
  };

  /** A heartbeat that arrives after a newer one of its hour is refused; no other event is. */
  const deliver = async (events: Course["events"]) => {
    const items = await fixture.events(...events);
    const isOvertaken = (n: number): boolean =>
      items[n]?.status === 409 && events[n]?.["EventType"] === HEART_BEAT;
    expect(items.filter(({ error }, n) => error && !isOvertaken(n))).toEqual([]);
    return items;
  };

  test("adds up to the measure of its intervals, whatever comes late, twice or in another order", async () => {
    const day = fc.record({ courses: fc.array(steps, { minLength: 8, maxLength: 16 }) });
    const total: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(day, fc.infiniteStream(fc.nat()), async ({ courses }, random) => {
        await fixture.client.delete(`${fixture.center.names.agentEventIndex}*`);
        const played = courses.map((course, n) => courseOf(`agent-${n}`, BEGIN, course));
        await deliver(disordered(played, () => Number(random.next().value)));
        const found = await sums();
        for (const { agent, times } of played) {
          expect([agent, found.get(agent)]).toEqual([agent, times]);
          for (const name of FIELDS) total[name] = (total[name] ?? 0) + (times[name] ?? 0);
        }
      }),
      { numRuns: 25, seed: 20_261_128 },
    );
    // Each time has been there, and on contact has been less than available.
    for (const name of FIELDS) expect([name, Number(total[name])]).not.toEqual([name, 0]);
    expect(total["OnContact"]).toBeLessThan(Number(total["Available"]));
  });

  const status = (Name: string, Type: string | null, since: number) => ({
    AgentStatus: { Name, Type, StartTimestamp: iso(since) },
  });
  const AVAILABLE = status("Available", "ROUTABLE", 0);
  const contact = (State: string, connected: number | null, since = connected ?? 0) => ({
    ContactId: `contact-${connected}`,
    ConnectedToAgentTimestamp: connected === null ? null : iso(connected),
    State,
    StateStartTimestamp: iso(since),
  });
  const TALK = contact("CONNECTED", 100);

  const stored = async (
    at: number,
    PreviousAgentSnapshot: unknown,
    CurrentAgentSnapshot: unknown,
    changes: Readonly<Record<string, unknown>> = {},
  ) => {
    const times = { EventTimestamp: iso(at), PreviousAgentSnapshot, CurrentAgentSnapshot };
    const [item] = await deliver([agentEvent({ ...times, ...changes })]);
    return fixture.document(item?._id, fixture.center.names.agentEventIndex);
  };
  const time = async (...event: Parameters<typeof stored>): Promise<unknown> =>
    (await stored(...event))["AgentTime"];
  const withContacts = (snapshot: unknown, ...Contacts: readonly unknown[]) => ({
    ...(snapshot as object),
    Contacts,
  });

  test("on a contact ends with the event without the contact", async () => {
    const before = withContacts(AVAILABLE, TALK);
    expect(await time(160, before, withContacts(AVAILABLE))).toEqual({ OnContact: 60_000 });
  });

  test("on contacts at once counts once: the part before the contact that goes on", async () => {
    const later = contact("CONNECTED", 130);
    const before = withContacts(AVAILABLE, TALK, later);
    expect(await time(160, before, withContacts(AVAILABLE, later))).toEqual({ OnContact: 30_000 });
    expect(await time(160, before, withContacts(AVAILABLE, TALK))).toBeUndefined();
    expect(await time(160, before, withContacts(AVAILABLE))).toEqual({ OnContact: 60_000 });
  });

  test("goes on with a contact that has another id and the same connection", async () => {
    const renamed = { ...TALK, ContactId: "contact-of-a-transfer" };
    const before = withContacts(AVAILABLE, TALK);
    expect(await time(160, before, withContacts(AVAILABLE, renamed))).toBeUndefined();
  });

  test("on hold and in after-contact work are parts of the time on contact", async () => {
    const held = withContacts(AVAILABLE, contact("CONNECTED_ONHOLD", 100, 120));
    const ended = withContacts(AVAILABLE, contact("ENDED", 100, 150));
    expect(await time(150, held, ended)).toEqual({ OnHold: 30_000 });
    expect(await time(160, ended, withContacts(AVAILABLE))).toEqual({
      OnContact: 60_000,
      AfterContactWork: 10_000,
    });
  });

  test("with a contact that was never connected is available only", async () => {
    for (const state of ["CONNECTING", "MISSED", "REJECTED", "ERROR", "CONNECTED"]) {
      const before = withContacts(AVAILABLE, contact(state, null, 100));
      expect(await time(160, before, withContacts(AVAILABLE))).toBeUndefined();
    }
  });

  test("on a contact is cut where the status ends; in a custom status it is non-productive", async () => {
    const lunch = status("Lunch", "CUSTOM", 130);
    const back = status("Available", "ROUTABLE", 150);
    const during = withContacts(lunch, TALK);
    expect(await time(130, withContacts(AVAILABLE, TALK), during)).toEqual({
      Available: 130_000,
      OnContact: 30_000,
    });
    expect(await time(140, during, withContacts(lunch))).toBeUndefined();
    expect(await time(150, during, withContacts(back, TALK))).toEqual({ NonProductive: 20_000 });
    expect(await time(160, withContacts(back, TALK), back)).toEqual({ OnContact: 10_000 });
  });

  test("does not go on after the logout, whatever contacts are not cleared", async () => {
    const offline = status("Offline", "OFFLINE", 160);
    const after = withContacts(offline, TALK);
    const logout = { EventType: "LOGOUT" };
    expect(await stored(160, withContacts(AVAILABLE, TALK), after, logout)).toMatchObject({
      AgentTime: { Available: 160_000, OnContact: 60_000 },
      LogoutTimestamp: iso(160),
    });
    expect(await time(900, after, withContacts(offline))).toBeUndefined();
  });

  test("begins with the login", async () => {
    const login = await stored(0, status("Offline", "OFFLINE", -500), AVAILABLE, {
      EventType: "LOGIN",
      LogoutTimestamp: iso(-5),
    });
    expect(login).toMatchObject({ LoginTimestamp: iso(0) });
    expect(login).not.toHaveProperty("LogoutTimestamp");
    expect(login).not.toHaveProperty("AgentTime");
  });

  test("does not end with a heartbeat, which repeats the snapshots of the event before it", async () => {
    const before = withContacts(AVAILABLE, TALK);
    const heartbeat = { EventType: "HEART_BEAT" };
    expect(await time(280, before, withContacts(AVAILABLE), heartbeat)).toBeUndefined();
  });

  test("of events of the first format is that of the status with this name", async () => {
    const before = withContacts(status("Available", null, 0), TALK);
    expect(await time(160, before, status("Lunch", null, 160))).toEqual({
      Available: 160_000,
      OnContact: 60_000,
    });
    const lunch = status("Lunch", null, 100);
    expect(await time(160, lunch, status("Offline", null, 160))).toEqual({ NonProductive: 60_000 });
  });

  test("is absent without a snapshot, without a status, and never comes from outside", async () => {
    const forged = { AgentTime: { OnContact: 1 } };
    const before = withContacts(AVAILABLE, TALK);
    expect(await time(160, null, AVAILABLE, forged)).toBeUndefined();
    expect(await time(160, before, null, forged)).toBeUndefined();
    expect(await time(160, { Contacts: [TALK] }, AVAILABLE, forged)).toBeUndefined();
    expect(await time(160, withContacts(AVAILABLE, null, "x", {}), AVAILABLE)).toBeUndefined();
  });
});

/** Every event at least once, some twice, in a random order. */
function disordered(courses: readonly Course[], random: () => number): Course["events"] {
  const events = courses.flatMap((course) => course.events);
  const again = events.filter(() => random() % 5 === 0);
  return [...events, ...again]
    .map((event) => [random(), event] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, event]) => event);
}
