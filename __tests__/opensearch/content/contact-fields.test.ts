import { ContentFixture, contactRecord, daysAgo } from "./fixture";

describe("the pipeline computes the fields that the panels use", () => {
  let fixture: ContentFixture;
  beforeAll(async () => {
    fixture = await ContentFixture.start({
      alias: "derived",
      serviceLevelSeconds: 20,
      shortAbandonSeconds: 5,
      queues: {
        VIP: { serviceLevelSeconds: 5 },
        'Rück & "fragen"': { serviceLevelSeconds: 60 },
        "(agent queues)": { serviceLevelSeconds: 10 },
      },
    });
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
      ServiceLevelSeconds: 20,
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

  const WAITED = { Name: "Orders", EnqueueTimestamp: daysAgo(3) };
  test("a caller who hung up at once is abandoned, and counts in no share", async () => {
    const document = await derived({ Agent: null, Queue: { ...WAITED, Duration: 5 } });

    expect(document).toMatchObject({ Queued: true, Abandoned: true });
    for (const name of ["AbandonedShare", "ServiceLevel", "ServiceLevelSeconds"]) {
      expect(document).not.toHaveProperty(name);
    }
  });

  test.each([
    ["after the time of a short abandon", 1, { Queue: { ...WAITED, Duration: 6 } }],
    ["after an unknown time", 1, { Queue: WAITED }],
    ["at once, by a flow", 0, { Queue: { ...WAITED, Duration: 5 }, NextContactId: "next" }],
  ])("a wait that ended %s counts: abandoned share %i", async (_, AbandonedShare, changes) => {
    const shares = { AbandonedShare, ServiceLevel: 0, ServiceLevelSeconds: 20 };
    expect(await derived({ Agent: null, ...changes })).toMatchObject(shares);
  });

  test("a caller who was passed on from the queue did not hang up", async () => {
    expect(await derived({ Agent: null, NextContactId: "next" })).toMatchObject({
      Abandoned: false,
    });
  });

  const QUEUED_FOR_20_SECONDS = { Name: "Orders", EnqueueTimestamp: daysAgo(3), Duration: 20 };

  test("the request of a customer-first callback counts in no share: its wait ends when Connect dials", async () => {
    const document = await derived({
      InitiationMethod: "CALLBACK_CUSTOMER_FIRST_QUEUED",
      Agent: null,
      NextContactId: "the dialed contact",
      Queue: { ...QUEUED_FOR_20_SECONDS, Duration: 900 },
    });

    expect(document).toMatchObject({ Direction: "incoming", Queued: true, Abandoned: false });
    for (const name of ["ServiceLevel", "AbandonedShare", "OfferedCount", "CallbackWaitDuration"]) {
      expect(document).not.toHaveProperty(name);
    }
  });

  test("a request of a customer-first callback that Connect never dialed is not abandoned", async () => {
    expect(
      await derived({
        InitiationMethod: "CALLBACK_CUSTOMER_FIRST_QUEUED",
        Agent: null,
        NextContactId: null,
      }),
    ).toMatchObject({ Queued: true, Abandoned: false });
  });

  test("the call of a customer-first callback: its service level counts from the dialed call, its wait from the request", async () => {
    expect(
      await derived({
        InitiationMethod: "CALLBACK_CUSTOMER_FIRST_DIALED",
        Queue: { ...QUEUED_FOR_20_SECONDS, CallbackTotalQueueDuration: 920 },
        SegmentAttributes: { "connect:TrafficType": { ValueString: "CUSTOMER_FIRST_CALLBACK" } },
      }),
    ).toMatchObject({
      Direction: "incoming",
      Handled: true,
      ServiceLevel: 1,
      OfferedCount: 1,
      AnsweredCount: 1,
      CallbackWaitDuration: 920,
    });
  });

  test("a customer whom Connect dialed and who hung up before an agent came abandoned the callback", async () => {
    expect(
      await derived({
        InitiationMethod: "CALLBACK_CUSTOMER_FIRST_DIALED",
        Agent: null,
        Queue: QUEUED_FOR_20_SECONDS,
        DisconnectReason: "CUSTOMER_DISCONNECT",
      }),
    ).toMatchObject({ Abandoned: true, AbandonedCount: 1, AnsweredCount: 0, ServiceLevel: 0 });
  });

  test("an agent-first callback has its whole wait in one contact", async () => {
    expect(
      await derived({ InitiationMethod: "CALLBACK", Queue: QUEUED_FOR_20_SECONDS }),
    ).toMatchObject({ OfferedCount: 1, CallbackWaitDuration: 20 });
  });

  test("no other contact has the wait of a callback", async () => {
    expect(await derived({ Queue: QUEUED_FOR_20_SECONDS })).not.toHaveProperty(
      "CallbackWaitDuration",
    );
  });

  test("a contact that never was in a queue has no share in abandonment or service level", async () => {
    const document = await derived({ Queue: null });

    expect(document).toMatchObject({ Queued: false, Abandoned: false });
    expect(document).not.toHaveProperty("AbandonedShare");
    expect(document).not.toHaveProperty("ServiceLevel");
    expect(document).not.toHaveProperty("ServiceLevelSeconds");
  });

  test.each([
    [20, 1],
    [21, 0],
  ])("answered after %i seconds: service level %i", async (Duration, ServiceLevel) => {
    const Queue = { EnqueueTimestamp: daysAgo(3), Duration };
    expect(await derived({ Queue })).toMatchObject({ ServiceLevel });
  });

  const AGENT_QUEUE = "arn:aws:connect:eu-central-1:111122223333:instance/i/queue/agent/5f0e";
  test.each([
    [5, { Name: "VIP", Duration: 5 }, 1],
    [5, { Name: "VIP", Duration: 6 }, 0],
    [60, { Name: 'Rück & "fragen"', Duration: 60 }, 1],
    [60, { Name: 'Rück & "fragen"', Duration: 61 }, 0],
    [10, { Name: null, ARN: AGENT_QUEUE, Duration: 11 }, 0],
    [20, { Name: "vip", Duration: 20 }, 1],
    [20, { Name: "VIP ", Duration: 20 }, 1],
    [20, { Name: null, Duration: 21 }, 0],
  ])("%i seconds decide a contact in the queue %j: service level %i", async (...row) => {
    const [ServiceLevelSeconds, queue, ServiceLevel] = row;
    const Queue = { EnqueueTimestamp: daysAgo(3), ...queue };
    expect(await derived({ Queue })).toMatchObject({ ServiceLevel, ServiceLevelSeconds });
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
    for (const name of [
      "AbandonedShare",
      "ServiceLevel",
      "ServiceLevelSeconds",
      "HandleDuration",
    ]) {
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

describe("the interval of a contact", () => {
  let fixture: ContentFixture;
  beforeAll(async () => {
    // 5 hours and 45 minutes ahead of UTC all the year.
    fixture = await ContentFixture.start({ alias: "intervals", timeZone: "Asia/Kathmandu" });
  });

  test.each([
    ["18:15:00", "00:00"],
    ["18:29:59", "00:00"],
    ["18:30:00", "00:15"],
    ["03:29:59", "09:00"],
    ["03:30:00", "09:15"],
    ["18:14:59", "23:45"],
  ])("that began at %s UTC is %s in Kathmandu", async (time, interval) => {
    const InitiationTimestamp = `${daysAgo(3).slice(0, 10)}T${time}Z`;
    await fixture.records(contactRecord({ ContactId: "one", InitiationTimestamp }));
    expect(await fixture.document("one")).toMatchObject({ LocalInterval: interval });
  });
});
