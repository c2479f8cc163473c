import { ContentFixture, agentEvent, daysAgo } from "./fixture";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const wholeHour = (at: number): number => at - (at % HOUR_MS);
/** Two days ago. */
const HOUR = wholeHour(Date.parse(daysAgo(2)));
const iso = (at: number): string => new Date(at).toISOString();
const minute = (minutes: number): string => iso(HOUR + minutes * MINUTE_MS);
/** The hour as ids have it. */
const hourOf = (at: number): string => iso(at).slice(0, 16);

const AVAILABLE = {
  AgentStatus: { Name: "Available", Type: "ROUTABLE", StartTimestamp: daysAgo(3) },
  Configuration: { Username: "ana", RoutingProfile: { Name: "Orders only" } },
};
const OFFLINE = {
  ...AVAILABLE,
  AgentStatus: { Name: "Offline", Type: "OFFLINE", StartTimestamp: daysAgo(3) },
};

function heartbeat(EventTimestamp: string, changes: Readonly<Record<string, unknown>> = {}) {
  return agentEvent({
    ...{ EventId: `heartbeat ${EventTimestamp}`, EventType: "HEART_BEAT", EventTimestamp },
    ...{ CurrentAgentSnapshot: AVAILABLE, PreviousAgentSnapshot: AVAILABLE },
    ...changes,
  });
}

let aliases = 0;

/** Empty indices of a contact center of its own. */
async function start(
  file: Readonly<Record<string, unknown>> = {},
  domainFile: Readonly<Record<string, unknown>> = {},
) {
  const fixture = await ContentFixture.start(
    { alias: `heartbeats-${aliases++}`, ...file },
    domainFile,
  );
  const index = fixture.center.names.agentEventIndex;
  return {
    fixture,
    send: async (...events: readonly unknown[]) =>
      (await fixture.events(...events)).map(({ status }) => status),
    stored: () => fixture.stored(index),
    ids: async () => (await fixture.stored(index)).map(({ _id }) => _id),
  };
}

describe("heartbeats", () => {
  test("of an agent and hour are one document, the newest, whatever the order", async () => {
    const { send, stored } = await start();

    expect(await send(heartbeat(minute(2)), heartbeat(minute(58)), heartbeat(minute(30)))).toEqual([
      201, 200, 409,
    ]);
    expect(await send(heartbeat(minute(58)))).toEqual([200]);

    expect(await stored()).toMatchObject([
      { _id: `ana_${hourOf(HOUR)}`, _source: { EventTimestamp: minute(58), Activity: true } },
    ]);
  });

  test("of two hours, and of two agents, are documents of their own", async () => {
    const { ids, send } = await start();
    const AgentARN = "arn:aws:connect:eu-central-1:111122223333:instance/i/agent/ben";

    await send(heartbeat(minute(59)), heartbeat(minute(60)), heartbeat(minute(59), { AgentARN }));

    expect(await ids()).toEqual([
      `ana_${hourOf(HOUR)}`,
      `ana_${hourOf(HOUR + HOUR_MS)}`,
      `ben_${hourOf(HOUR)}`,
    ]);
  });

  test("after logout do not replace those of an active agent", async () => {
    const { send, stored } = await start();

    await send(
      heartbeat(minute(2)),
      heartbeat(minute(4), { CurrentAgentSnapshot: OFFLINE }),
      heartbeat(minute(6), { CurrentAgentSnapshot: OFFLINE }),
    );

    expect(await stored()).toMatchObject([
      { _source: { Activity: true, EventTimestamp: minute(2) } },
      { _source: { Activity: false, EventTimestamp: minute(6) } },
    ]);
  });

  test("are of an hour of the contact center's clock: where its days begin at half past, both days have one", async () => {
    const { send, stored } = await start({ timeZone: "Asia/Kolkata" });
    const midnight = Date.parse(`${daysAgo(2).slice(0, 10)}T18:30:00Z`) - 24 * HOUR_MS;

    await send(heartbeat(iso(midnight - MINUTE_MS)), heartbeat(iso(midnight + MINUTE_MS)));

    const documents = await stored();
    expect(documents.map(({ _id }) => _id)).toEqual([
      `ana_${hourOf(midnight - HOUR_MS)}`,
      `ana_${hourOf(midnight)}`,
    ]);
    expect(new Set(documents.map(({ _source }) => _source["LocalDay"])).size).toBe(2);
  });

  test("of the hour that a clock repeats in autumn are of two hours", async () => {
    const agentEvents = { retentionDays: 3650 };
    const { ids, send } = await start({ timeZone: "Europe/Berlin", agentEvents });

    await send(heartbeat("2025-10-26T00:30:00.000Z"), heartbeat("2025-10-26T01:30:00.000Z"));

    expect(await ids()).toEqual(["ana_2025-10-26T00:00", "ana_2025-10-26T01:00"]);
  });

  test("that are ahead of the node's clock keep their own documents, and hide none that follow", async () => {
    const { ids, send } = await start();
    const now = Date.now();
    const ahead = heartbeat(iso(now + 20 * MINUTE_MS));
    const current = heartbeat(iso(now - MINUTE_MS));

    expect(await send(ahead, current)).toEqual([201, 201]);

    const hour = hourOf(wholeHour(now - MINUTE_MS));
    expect(await ids()).toEqual([`ana_${hour}`, ahead.EventId].sort());
  });

  test.each([
    ["without an agent", { AgentARN: null }],
    ["of an ARN without an id", { AgentARN: "arn:aws:connect:agent/" }],
    ["of an agent's id that is too long", { AgentARN: `agent/${"x".repeat(120)}` }],
  ])("%s keep their own documents", async (_, changes) => {
    const { ids, send } = await start();
    const one = heartbeat(minute(2), changes);

    expect(await send(one)).toEqual([201]);

    expect(await ids()).toEqual([one.EventId]);
  });

  test("in an index of several shards are still one document", async () => {
    const adopt = {
      arn: "arn:aws:es:eu-central-1:111122223333:domain/analytics",
      endpoint: "search-analytics-abc.eu-central-1.es.amazonaws.com",
      contentRoleArn: "arn:aws:iam::111122223333:role/content",
      ...{ shards: 3, replicas: 0 },
    };
    const domain = { name: "heartbeats-of-3-shards", create: undefined, adopt };
    const { ids, send } = await start({}, domain);

    await send(...[2, 4, 6, 8, 10, 12].map((minutes) => heartbeat(minute(minutes))));

    expect(await ids()).toEqual([`ana_${hourOf(HOUR)}`]);
  });

  test("that are stored already join the document of their hour when their index is written again", async () => {
    const all = await start({ alias: "heartbeats-again", agentEvents: { heartbeats: "all" } });
    await all.send(heartbeat(minute(2)), heartbeat(minute(4)));
    const [{ _index: index = "" } = {}] = await all.stored();
    const hourly = await start({ alias: "heartbeats-again" });
    await hourly.send(heartbeat(minute(6)));

    const answer = await all.fixture.client.post("_reindex?refresh", {
      conflicts: "proceed",
      source: { index, query: { term: { EventType: "HEART_BEAT" } } },
      dest: { index: `${all.fixture.center.names.agentEventIndex}-moved` },
    });

    expect(answer).toMatchObject({ failures: [] });
    const newest = (await hourly.stored()).filter(({ _id }) => _id.startsWith("ana_"));
    expect(newest).toMatchObject([{ _source: { EventTimestamp: minute(6) } }]);
  });

  test("with heartbeats: all are a document each", async () => {
    const { ids, send } = await start({ agentEvents: { heartbeats: "all" } });
    const both = [heartbeat(minute(2)), heartbeat(minute(4))];

    expect(await send(...both)).toEqual([201, 201]);

    expect(await ids()).toEqual(both.map(({ EventId }) => EventId).sort());
  });

  test("other events of the hour are a document each", async () => {
    const { ids, send } = await start();
    const changes = [2, 4].map((minutes) =>
      agentEvent({ EventId: `change-${minutes}`, EventTimestamp: minute(minutes) }),
    );

    await send(heartbeat(minute(3)), ...changes);

    expect(await ids()).toEqual([`ana_${hourOf(HOUR)}`, "change-2", "change-4"]);
  });
});

describe("the two snapshots of an event", () => {
  const sourceOf = async (changes: Readonly<Record<string, unknown>>) => {
    const { fixture, send } = await start();
    await send(agentEvent(changes));
    return fixture.document("event-1", fixture.center.names.agentEventIndex);
  };
  const LUNCH = {
    ...AVAILABLE,
    AgentStatus: { Name: "Lunch", Type: "CUSTOM", StartTimestamp: daysAgo(3.5) },
  };

  test("with the same configuration have it once, in the current one", async () => {
    const source = await sourceOf({
      CurrentAgentSnapshot: AVAILABLE,
      PreviousAgentSnapshot: LUNCH,
    });

    expect(source["CurrentAgentSnapshot"]).toEqual(AVAILABLE);
    expect(source["PreviousAgentSnapshot"]).toEqual({ AgentStatus: LUNCH.AgentStatus });
    expect(source["PreviousStateDuration"]).toBe(43_200_000);
  });

  test("that are equal are stored once", async () => {
    const source = await sourceOf({
      CurrentAgentSnapshot: AVAILABLE,
      PreviousAgentSnapshot: AVAILABLE,
    });

    expect(source["CurrentAgentSnapshot"]).toEqual(AVAILABLE);
    expect(source).not.toHaveProperty("PreviousAgentSnapshot");
  });

  test("with another configuration each have theirs", async () => {
    const renamed = { ...LUNCH, Configuration: { ...LUNCH.Configuration, Username: "anna" } };
    const source = await sourceOf({
      CurrentAgentSnapshot: AVAILABLE,
      PreviousAgentSnapshot: renamed,
    });

    expect(source).toMatchObject({
      CurrentAgentSnapshot: AVAILABLE,
      PreviousAgentSnapshot: renamed,
    });
  });
});
