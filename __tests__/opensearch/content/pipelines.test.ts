import { rotatedIndex } from "../../../lambdas/shared/rotated-index";
import type { Rotation } from "../../../aws/index-rotation";
import { ContentFixture, agentEvent, contactRecord, daysAgo } from "./fixture";

/** Everything since 1990 is kept, so that days of interest can be tested by name. */
const LONG = { retentionDays: 3650 };

describe("the index of a document follows from the contact's own time, as Firehose names indices", () => {
  const MOMENTS = [
    "2020-02-29T23:59:59Z",
    "2021-01-02T23:59:59Z",
    "2021-01-03T00:00:00Z",
    "2022-12-31T23:59:59Z",
    "2023-01-01T00:00:00Z",
    "2024-12-29T12:00:00Z",
    "2025-03-30T00:30:00+02:00",
    "2026-01-01T00:00:00Z",
  ];

  test.each<Rotation>(["hour", "day", "week", "month", "none"])("rotation %s", async (rotation) => {
    const fixture = await ContentFixture.start({
      alias: `rotation-${rotation}`,
      contactRecords: { ...LONG, rotation },
    });

    const items = await fixture.records(
      ...MOMENTS.map((moment, n) =>
        contactRecord({ ContactId: `c${n}`, InitiationTimestamp: moment }),
      ),
    );

    const { contactRecordIndex } = fixture.center.names;
    expect(items.map(({ _index }) => _index)).toEqual(
      MOMENTS.map((moment) => rotatedIndex(contactRecordIndex, rotation, new Date(moment))),
    );
    await fixture.client.delete(`${contactRecordIndex}*`);
  });

  test("weeks start on Sunday, and the first is the first with a Saturday in it", () => {
    const week = (moment: string) => rotatedIndex("i", "week", new Date(moment));

    expect(week("2021-01-02T23:59:59Z")).toBe("i-2021-w01");
    expect(week("2021-01-03T00:00:00Z")).toBe("i-2021-w02");
  });

  test("no index is made for the time of arrival", async () => {
    const fixture = await ContentFixture.start({ alias: "arrival" });
    await fixture.records(contactRecord());

    expect((await fixture.stored()).map(({ _index }) => _index)).toEqual([
      rotatedIndex(fixture.center.names.contactRecordIndex, "month", new Date(daysAgo(3))),
    ]);
    const indices = await fixture.client.get<{ index: string }[]>("_cat/indices?format=json");
    expect(indices.filter(({ index }) => index.includes("arrived-whenever"))).toEqual([]);
  });
});

describe("the local day, hour and weekday are those of the contact center's wall clock", () => {
  test.each([
    ["Europe/Berlin", "2026-03-29T00:59:59Z", "2026-03-29", "01", "7 Sun"],
    ["Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29", "03", "7 Sun"],
    ["Europe/Berlin", "2025-10-26T00:30:00Z", "2025-10-26", "02", "7 Sun"],
    ["Europe/Berlin", "2025-10-26T01:30:00Z", "2025-10-26", "02", "7 Sun"],
    ["Asia/Seoul", "2025-12-31T15:00:00Z", "2026-01-01", "00", "4 Thu"],
    ["America/Los_Angeles", "2026-03-01T07:59:59Z", "2026-02-28", "23", "6 Sat"],
    ["Asia/Kolkata", "2026-02-28T18:30:00Z", "2026-03-01", "00", "7 Sun"],
    ["Pacific/Apia", "2025-12-31T10:00:00Z", "2025-12-31", "23", "3 Wed"],
  ])("%s at %s", async (timeZone, moment, LocalDay, LocalHour, LocalWeekday) => {
    const fixture = await ContentFixture.start({
      alias: "local-time",
      timeZone,
      contactRecords: LONG,
    });
    await fixture.records(
      contactRecord({ ContactId: timeZone + moment, InitiationTimestamp: moment }),
    );

    expect(await fixture.document(timeZone + moment)).toMatchObject({
      LocalDay,
      LocalHour,
      LocalWeekday,
      ContactCenter: "local-time",
    });
  });
});

test("what Connect writes as null is left out, at any depth; all else stays where it was", async () => {
  const fixture = await ContentFixture.start({ alias: "absent" });
  const recording = { Location: "somewhere", DeletionReason: null, Parts: [null, { From: null }] };
  await fixture.records(
    contactRecord({
      VoiceIdResult: null,
      Campaign: { CampaignId: null },
      ContactDetails: {},
      References: [],
      Recordings: [null, recording],
      Zero: 0,
      False: false,
      Empty: "",
      Attributes: { known: "yes", unknown: null },
    }),
  );
  await fixture.events(agentEvent({ CurrentAgentSnapshot: null, Version: "2017-10-01" }));

  const document = await fixture.document("contact-1");
  expect(document).toMatchObject({
    Campaign: {},
    ContactDetails: {},
    References: [],
    Recordings: [null, { Location: "somewhere", Parts: [null, {}] }],
    Zero: 0,
    False: false,
    Empty: "",
    Attributes: { known: "yes" },
  });
  expect(JSON.stringify(document).match(/null/g)).toHaveLength(2);
  expect(Object.keys(document)).not.toContain("VoiceIdResult");
  const event = await fixture.document("event-1", fixture.center.names.agentEventIndex);
  expect(Object.keys(event)).not.toContain("CurrentAgentSnapshot");
  expect(event["Version"]).toBe("2017-10-01");
});

describe("what comes too late or too early", () => {
  test("an old record that is broken is refused, not dropped: nothing is swallowed", async () => {
    const fixture = await ContentFixture.start({ alias: "retention" });

    const [item] = await fixture.records(
      contactRecord({ ContactId: null, InitiationTimestamp: "2015-01-01T00:00:00Z" }),
    );

    expect(item?.status).toBe(400);
  });

  test("what is up to a day ahead is taken, for clocks differ", async () => {
    const fixture = await ContentFixture.start({ alias: "retention" });

    const [item] = await fixture.records(
      contactRecord({ ContactId: "ahead", InitiationTimestamp: daysAgo(-0.99) }),
    );

    expect(item?.status).toBe(201);
  });
});

describe("what the panels need is decided once per contact", () => {
  let fixture: ContentFixture;
  beforeAll(async () => {
    fixture = await ContentFixture.start({ alias: "derived", serviceLevelSeconds: 20 });
  });

  const derived = async (changes: Readonly<Record<string, unknown>>) => {
    const [item] = await fixture.records(contactRecord({ ContactId: "one", ...changes }));
    expect(item?.status).toBeLessThan(300);
    return fixture.document("one");
  };

  test("a handled contact", async () => {
    expect(await derived({})).toMatchObject({
      Handled: true,
      Outbound: false,
      Queued: true,
      Abandoned: false,
      AbandonedShare: 0,
      ServiceLevel: 1,
      HandleDuration: 75,
    });
  });

  test("a handled contact without after-contact work counts as 0 seconds of it", async () => {
    const Agent = { ConnectedToAgentTimestamp: daysAgo(3), AgentInteractionDuration: 60 };

    expect(await derived({ Agent })).toMatchObject({
      Agent: { AfterContactWorkDuration: 0 },
      HandleDuration: 60,
    });
  });

  test("a caller who hung up while waiting", async () => {
    const document = await derived({ Agent: null });

    expect(document).toMatchObject({
      Handled: false,
      Abandoned: true,
      AbandonedShare: 1,
      ServiceLevel: 0,
    });
    expect(document).not.toHaveProperty("HandleDuration");
  });

  test("a caller who was passed on from the queue did not hang up", async () => {
    expect(await derived({ Agent: null, NextContactId: "next" })).toMatchObject({
      Abandoned: false,
    });
  });

  test("a contact that never was in a queue has no share in abandonment or service level", async () => {
    const document = await derived({ Queue: null });

    expect(document).toMatchObject({ Queued: false, Abandoned: false });
    expect(document).not.toHaveProperty("AbandonedShare");
    expect(document).not.toHaveProperty("ServiceLevel");
  });

  test.each([
    [20, 1],
    [21, 0],
  ])("answered after %i seconds: service level %i", async (Duration, ServiceLevel) => {
    const Queue = { EnqueueTimestamp: daysAgo(3), Duration };
    expect(await derived({ Queue })).toMatchObject({ ServiceLevel });
  });

  test.each([
    ["INBOUND", "incoming"],
    ["TRANSFER", "incoming"],
    ["QUEUE_TRANSFER", "incoming"],
    ["CALLBACK", "incoming"],
    ["WEBRTC_API", "incoming"],
    ["DISCONNECT", "incoming"],
    ["OUTBOUND", "outgoing"],
    ["EXTERNAL_OUTBOUND", "outgoing"],
    ["AGENT_REPLY", "outgoing"],
    ["FLOW", "outgoing"],
    ["CAMPAIGN_PREVIEW", "outgoing"],
    ["MONITOR", "neither"],
    ["A_METHOD_OF_TOMORROW", "incoming"],
    [null, "incoming"],
  ])("%s is %s", async (InitiationMethod, Direction) => {
    expect(await derived({ InitiationMethod })).toMatchObject({
      Direction,
      Outbound: Direction === "outgoing",
      Handled: Direction !== "neither",
    });
  });

  const OUT = { "connect:Direction": { ValueString: "OUTBOUND" } };
  const IN = { "connect:Direction": { ValueString: "INBOUND" } };
  test.each([
    ["a call by API is placed by the contact center", { Channel: "VOICE" }, "outgoing"],
    ["a chat by API comes from a customer", { Channel: "CHAT" }, "incoming"],
    ["a task by API comes from a customer", { Channel: "TASK" }, "incoming"],
    [
      "a chat by API that says so is outgoing",
      { Channel: "CHAT", SegmentAttributes: OUT },
      "outgoing",
    ],
    [
      "a call by API that says so is incoming",
      { Channel: "VOICE", SegmentAttributes: IN },
      "incoming",
    ],
    [
      "a campaign's contact is outgoing",
      { Channel: "CHAT", Campaign: { CampaignId: "c" } },
      "outgoing",
    ],
    [
      "an unknown method is what the contact says",
      { InitiationMethod: "NEW", SegmentAttributes: OUT },
      "outgoing",
    ],
    [
      "attributes as plain texts are read too",
      { Channel: "CHAT", SegmentAttributes: { "connect:Direction": "OUTBOUND" } },
      "outgoing",
    ],
    [
      "a known method needs no attribute",
      { InitiationMethod: "INBOUND", SegmentAttributes: OUT },
      "incoming",
    ],
    ["no campaign is none", { Channel: "CHAT", Campaign: { CampaignId: null } }, "incoming"],
  ])("%s", async (_, changes, Direction) => {
    const document = await derived({ InitiationMethod: "API", ...changes });
    expect(document).toMatchObject({ Direction, Outbound: Direction === "outgoing" });
  });

  test("an outgoing contact that an agent took is handled, and has no handling time", async () => {
    const document = await derived({ InitiationMethod: "OUTBOUND" });

    expect(document).toMatchObject({ Handled: true, Agent: { AfterContactWorkDuration: 10 } });
    expect(document).not.toHaveProperty("HandleDuration");
  });

  test("a supervisor who listens handles nothing and waits in no queue", async () => {
    const document = await derived({ InitiationMethod: "MONITOR" });

    expect(document).toMatchObject({ Handled: false, Queued: false, Abandoned: false });
    for (const name of ["AbandonedShare", "ServiceLevel", "HandleDuration"]) {
      expect(document).not.toHaveProperty(name);
    }
  });

  const TO_OUTSIDE = { Address: "+15555550199", Type: "TELEPHONE_NUMBER" };
  test.each([
    [false, { TransferredToEndpoint: TO_OUTSIDE, DisconnectReason: "THIRD_PARTY_DISCONNECT" }],
    [false, { TransferCompletedTimestamp: daysAgo(3), DisconnectReason: "CUSTOMER_DISCONNECT" }],
    [false, { NextContactId: "callback", DisconnectReason: "CUSTOMER_DISCONNECT" }],
    [false, { DisconnectReason: "CONTACT_FLOW_DISCONNECT" }],
    [false, { DisconnectReason: "THIRD_PARTY_DISCONNECT" }],
    [false, { DisconnectReason: "EXPIRED" }],
    [false, { DisconnectReason: "API" }],
    [true, { DisconnectReason: "CUSTOMER_DISCONNECT" }],
    [true, { DisconnectReason: "TELECOM_PROBLEM" }],
    [true, { DisconnectReason: "OTHER" }],
    [true, { DisconnectReason: "A_REASON_OF_TOMORROW" }],
    [true, { DisconnectReason: null }],
  ])("a waiting contact is abandoned: %s with %j", async (Abandoned, changes) => {
    expect(await derived({ Agent: null, ...changes })).toMatchObject({
      Abandoned,
      AbandonedShare: Abandoned ? 1 : 0,
      ServiceLevel: 0,
    });
  });

  const INSTANCE = "arn:aws:connect:eu-central-1:111122223333:instance/i";
  test.each([
    ["(agent queues)", { Name: null, ARN: `${INSTANCE}/queue/agent/5f0e` }],
    ["5f0e", { Name: null, ARN: `${INSTANCE}/queue/5f0e` }],
    ["Orders", { Name: "Orders", ARN: `${INSTANCE}/queue/agent/5f0e` }],
  ])("a queue is called %s by %j", async (Name, queue) => {
    const Queue = { EnqueueTimestamp: daysAgo(3), Duration: 8, ...queue };
    expect(await derived({ Queue })).toMatchObject({ Queue: { Name }, Queued: true });
  });
});

describe("agent events", () => {
  let fixture: ContentFixture;
  beforeAll(async () => {
    fixture = await ContentFixture.start({ alias: "agents" });
  });
  const OFFLINE = { AgentStatus: { Name: "Offline", Type: "OFFLINE", StartTimestamp: daysAgo(1) } };

  const stored = async (changes: Readonly<Record<string, unknown>>) => {
    const [item] = await fixture.events(agentEvent(changes));
    expect(item?.status).toBeLessThan(300);
    return fixture.document("event-1", fixture.center.names.agentEventIndex);
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

  test("time offline is nobody's time", async () => {
    expect(await stored({ EventType: "LOGIN", PreviousAgentSnapshot: OFFLINE })).not.toHaveProperty(
      "PreviousStateDuration",
    );
  });

  test("an event of the first format, without types, is told by the name of the state", async () => {
    const untyped = { AgentStatus: { Name: "Offline", StartTimestamp: daysAgo(1) } };

    expect(await stored({ EventType: "HEART_BEAT", CurrentAgentSnapshot: untyped })).toMatchObject({
      Activity: false,
      Online: false,
    });
  });
});
