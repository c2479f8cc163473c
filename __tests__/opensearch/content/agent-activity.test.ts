import { ContentFixture, agentEvent, daysAgo } from "./fixture";

const INSTANCE = "arn:aws:connect:eu-central-1:111122223333:instance/i";
const ORDERS = { ARN: `${INSTANCE}/queue/orders`, Name: "Orders" };
const SINCE = daysAgo(1);
const EARLIER = daysAgo(1.25);
const STATUS_SINCE = daysAgo(1.5);
const AVAILABLE = { Name: "Available", Type: "ROUTABLE", StartTimestamp: STATUS_SINCE };

function contact(State: string, changes: Readonly<Record<string, unknown>> = {}) {
  return {
    Channel: "VOICE",
    ContactId: "contact-1",
    Queue: ORDERS,
    State,
    StateStartTimestamp: SINCE,
    ...changes,
  };
}

const chat = (State: string, StateStartTimestamp = SINCE) =>
  contact(State, {
    Channel: "CHAT",
    Queue: { ARN: `${INSTANCE}/queue/support`, Name: "Support" },
    StateStartTimestamp,
  });

describe("the activity of an agent", () => {
  let fixture: ContentFixture;
  beforeAll(async () => {
    fixture = await ContentFixture.start({ alias: "activities" });
  });

  const activity = async (
    AgentStatus: unknown,
    Contacts: unknown,
    changes: Readonly<Record<string, unknown>> = {},
  ): Promise<unknown> => {
    const snapshot = { AgentStatus, Contacts };
    const [item] = await fixture.events(agentEvent({ CurrentAgentSnapshot: snapshot, ...changes }));
    expect(item?.status).toBeLessThan(300);
    const stored = await fixture.document(item?._id, fixture.center.names.agentEventIndex);
    return stored["AgentActivity"];
  };

  test.each([
    ["ERROR", "Error", 1, 0],
    ["MISSED", "Missed", 2, 0],
    ["REJECTED", "Rejected", 3, 0],
    ["INCOMING", "Ringing", 4, 0],
    ["PENDING", "Ringing", 4, 0],
    ["CONNECTING", "Ringing", 4, 0],
    ["CONNECTED", "On contact", 5, 1],
    ["CONNECTED_ONHOLD", "On hold", 6, 1],
    ["PAUSED", "Paused", 7, 1],
    ["ENDED", "After contact work", 8, 1],
    ["SNOOZED", "SNOOZED", 9, 0],
  ])("with a contact that is %s is %s", async (state, Name, Rank, Contacts) => {
    expect(await activity(AVAILABLE, [contact(state)])).toEqual({
      Name,
      Rank,
      Channel: "VOICE",
      Queue: "Orders",
      StartTimestamp: SINCE,
      Contacts,
    });
  });

  test.each([
    ["Available", AVAILABLE, "Available", 10],
    ["a custom status", { ...AVAILABLE, Name: "Lunch", Type: "CUSTOM" }, "Lunch", 11],
    ["Offline", { ...AVAILABLE, Name: "Offline", Type: "OFFLINE" }, "Offline", 12],
    ["a type that is not declared", { ...AVAILABLE, Name: "Nap", Type: "NAP" }, "Nap", 11],
    ["a type that is no text", { ...AVAILABLE, Name: "Nap", Type: 7 }, "Nap", 11],
    ["Available of the first format", { ...AVAILABLE, Type: null }, "Available", 10],
    ["Lunch of the first format", { ...AVAILABLE, Name: "Lunch", Type: null }, "Lunch", 11],
    ["Offline of the first format", { ...AVAILABLE, Name: "Offline", Type: null }, "Offline", 12],
  ])("without a contact is the status: %s", async (_case, status, Name, Rank) => {
    expect(await activity(status, [])).toEqual({
      Name,
      Rank,
      StartTimestamp: STATUS_SINCE,
      Contacts: 0,
    });
  });

  test("of an agent on contact in a custom status is On contact", async () => {
    const lunch = { ...AVAILABLE, Name: "Lunch", Type: "CUSTOM" };
    expect(await activity(lunch, [contact("CONNECTED")])).toMatchObject({ Name: "On contact" });
  });

  test("of an agent who is offline is Offline, whatever contacts are not cleared", async () => {
    const offline = { ...AVAILABLE, Name: "Offline", Type: "OFFLINE" };
    expect(await activity(offline, [chat("ENDED")])).toEqual({
      Name: "Offline",
      Rank: 12,
      StartTimestamp: STATUS_SINCE,
      Contacts: 1,
    });
  });

  test("with several contacts is that of the one that ranks first, in whatever order they come", async () => {
    const several = [chat("ENDED"), contact("MISSED"), chat("CONNECTED"), chat("PAUSED")];
    const missed = {
      Name: "Missed",
      Rank: 2,
      Channel: "VOICE",
      Queue: "Orders",
      StartTimestamp: SINCE,
      Contacts: 3,
    };
    expect(await activity(AVAILABLE, several)).toEqual(missed);
    expect(await activity(AVAILABLE, several.toReversed())).toEqual(missed);
  });

  test("of contacts with one rank is that of the longest", async () => {
    const several = [contact("CONNECTED"), chat("CONNECTED", EARLIER), contact("CONNECTED")];
    expect(await activity(AVAILABLE, several)).toMatchObject({
      Name: "On contact",
      Channel: "CHAT",
      Queue: "Support",
      StartTimestamp: EARLIER,
      Contacts: 3,
    });
  });

  test("names the queues of single agents as contact records do", async () => {
    const own = { ARN: `${INSTANCE}/queue/agent/ana`, Name: null };
    expect(await activity(AVAILABLE, [contact("CONNECTED", { Queue: own })])).toMatchObject({
      Queue: "(agent queues)",
    });
    const unnamed = { ARN: `${INSTANCE}/queue/orders`, Name: null };
    expect(await activity(AVAILABLE, [contact("CONNECTED", { Queue: unnamed })])).toMatchObject({
      Queue: "orders",
    });
  });

  test("is without a queue if the contact has none", async () => {
    const outbound = await activity(AVAILABLE, [contact("CONNECTED", { Queue: null })]);
    expect(outbound).toMatchObject({ Name: "On contact", Channel: "VOICE" });
    expect(outbound).not.toHaveProperty("Queue");
  });

  test("ignores entries that are no contacts, and a list that is none", async () => {
    const broken = [null, "CONNECTED", {}, { State: 7 }, contact("ENDED")];
    expect(await activity(AVAILABLE, broken)).toMatchObject({ Name: "After contact work" });
    expect(await activity(AVAILABLE, "CONNECTED")).toMatchObject({ Name: "Available" });
    expect(await activity(AVAILABLE, null)).toMatchObject({ Name: "Available" });
  });

  test("never comes from outside", async () => {
    const forged = { AgentActivity: { Name: "Napping", Rank: 0 } };
    expect(await activity(AVAILABLE, [], forged)).toMatchObject({ Name: "Available", Rank: 10 });
    expect(await activity(null, [], forged)).toBeUndefined();
  });

  test("of a heartbeat is computed like that of any other event", async () => {
    const heartbeat = { EventType: "HEART_BEAT" };
    expect(await activity(AVAILABLE, [contact("CONNECTED")], heartbeat)).toMatchObject({
      Name: "On contact",
    });
  });
});
