import { ContentFixture, agentEvent, daysAgo } from "./fixture";

describe("agent events", () => {
  let fixture: ContentFixture;
  beforeAll(async () => {
    fixture = await ContentFixture.start({ alias: "agents" });
  });
  const OFFLINE = { AgentStatus: { Name: "Offline", Type: "OFFLINE", StartTimestamp: daysAgo(1) } };

  const stored = async (changes: Readonly<Record<string, unknown>>) => {
    const [item] = await fixture.events(agentEvent(changes));
    expect(item?.status).toBeLessThan(300);
    return fixture.document(item?._id, fixture.center.names.agentEventIndex);
  };

  test("a change of state ends the state before it", async () => {
    expect(await stored({})).toMatchObject({
      Activity: true,
      Online: true,
      PreviousStateDuration: 43_200_000,
    });
  });

  test("a logout is activity, and the agent is offline after it", async () => {
    expect(await stored({ EventType: "LOGOUT", CurrentAgentSnapshot: OFFLINE })).toMatchObject({
      Activity: true,
      Online: false,
      PreviousStateDuration: 43_200_000,
    });
  });

  test("a heartbeat after the logout is no activity and ends no state", async () => {
    const document = await stored({ EventType: "HEART_BEAT", CurrentAgentSnapshot: OFFLINE });

    expect(document).toMatchObject({ Activity: false, Online: false });
    expect(document).not.toHaveProperty("PreviousStateDuration");
  });

  test("time offline is not counted", async () => {
    expect(await stored({ EventType: "LOGIN", PreviousAgentSnapshot: OFFLINE })).not.toHaveProperty(
      "PreviousStateDuration",
    );
  });

  test("an event of the first format, without types, is classified by the name of the state", async () => {
    const untyped = { AgentStatus: { Name: "Offline", StartTimestamp: daysAgo(1) } };

    expect(await stored({ EventType: "HEART_BEAT", CurrentAgentSnapshot: untyped })).toMatchObject({
      Activity: false,
      Online: false,
    });
  });
});
