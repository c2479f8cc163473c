import { ContentFixture, contactRecord, daysAgo } from "./content/fixture";
import { show, showNumber } from "./exactness/show";
import { savedObjectsOf } from "../../workbench/testing/configured";

const ALIAS = "wrong-once";
const INSTANCE = "arn:aws:connect:eu-central-1:111122223333:instance/i";
const range = { gte: daysAgo(30), lte: daysAgo(0) };
const context = { timeRange: range, timeZone: "UTC" };

/** Situations of real contact centers, each once counted otherwise than here. */
const interaction = (seconds: number, Username = "ana") => ({
  Agent: {
    Username,
    ConnectedToAgentTimestamp: daysAgo(3),
    AgentInteractionDuration: seconds,
    AfterContactWorkDuration: 0,
    CustomerHoldDuration: 0,
  },
});
const OWN_QUEUE = {
  Queue: {
    ARN: `${INSTANCE}/queue/agent/5f0e`,
    Name: null,
    EnqueueTimestamp: daysAgo(3),
    Duration: 8,
  },
};
const SITUATIONS = {
  call: interaction(300),
  "second call": interaction(100),
  "call to an agent's own queue": { ...interaction(200), ...OWN_QUEUE },
  "waited in an agent's own queue": { Agent: null, ...OWN_QUEUE },
  "call of a campaign": {
    ...interaction(30),
    InitiationMethod: "API",
    Campaign: { CampaignId: "c-1" },
    SegmentAttributes: { "connect:Direction": { ValueString: "OUTBOUND" } },
  },
  "reply by e-mail": {
    ...interaction(30),
    InitiationMethod: "AGENT_REPLY",
    Channel: "EMAIL",
    Queue: null,
  },
  "supervisor who listened": {
    ...interaction(900, "boss"),
    InitiationMethod: "MONITOR",
    Queue: null,
  },
  "sent to an outside number": {
    Agent: null,
    TransferredToEndpoint: { Address: "+15555550199", Type: "TELEPHONE_NUMBER" },
    TransferCompletedTimestamp: daysAgo(3),
    DisconnectReason: "THIRD_PARTY_DISCONNECT",
  },
  "agent's own call": { ...interaction(1000), InitiationMethod: "OUTBOUND", Queue: null },
};

let fixture: ContentFixture;
const panel = (name: string) =>
  show(fixture.client, objects(), `${fixture.center.names.dashboard}-${name}`, context);
const figure = (name: string) =>
  showNumber(fixture.client, objects(), `${fixture.center.names.dashboard}-${name}`, context);
const objects = () => savedObjectsOf(fixture.domain, [fixture.center]);

beforeAll(async () => {
  fixture = await ContentFixture.start({ alias: ALIAS });
  const items = await fixture.records(
    ...Object.entries(SITUATIONS).map(([ContactId, changes]) =>
      contactRecord({ ContactId, ...changes }),
    ),
  );
  expect(items.map(({ status }) => status)).toEqual(items.map(() => 201));
  await fixture.client.refresh(`${fixture.center.names.contactRecordIndex}*`);
});

afterAll(async () => {
  await fixture.client.delete(`${fixture.center.names.contactRecordIndex}*`);
});

test("calls of 300, 200 and 100 seconds last 200 on average, whatever was begun by others than customers", async () => {
  expect(await figure("average-call-duration")).toBe(200);
});

test("of five queued callers only the one that hung up is abandoned", async () => {
  // Six waited: the campaign's call was queued too.
  expect(await figure("abandoned-share")).toBe(1 / 6);
});

test("the rows of Queues add up to the number of calls, and handling time leaves out what is outgoing", async () => {
  const { rows } = await panel("queues");

  expect(rows).toEqual([
    ["Orders", 4, 3 / 4, 0, 200],
    ["__missing__", 3, null, null, null],
    ["(agent queues)", 2, 1 / 2, 1 / 2, 200],
  ]);
  expect(await figure("number-of-calls")).toBe(9);
});

test("the agents' rows hold what customers began: a supervisor has none", async () => {
  const { rows } = await panel("agents");
  expect(rows).toEqual([["ana", 3, 200, 0, 200]]);
});

test("a document of an older pipeline is counted by what is stored with it, until its index is written again", async () => {
  const { center, client } = fixture;
  const { contactRecordIndex: name } = center.names;
  const index = `${name}-${daysAgo(3).slice(0, 7)}`;
  const old = {
    ...contactRecord({ ContactId: "old", ...SITUATIONS["supervisor who listened"] }),
    ContactCenter: ALIAS,
    LocalDay: daysAgo(3).slice(0, 10),
    Handled: true,
    Outbound: false,
    HandleDuration: 900,
  };
  await client.put(`${index}/_doc/old?routing=1&pipeline=_none&refresh=true`, old);
  expect(await figure("average-call-duration")).toBe((300 + 200 + 100 + 900) / 4);

  // As docs/content.md says.
  const { failures, total } = await client.post<{ failures: unknown[]; total: number }>(
    "_reindex?refresh=true",
    { conflicts: "proceed", source: { index }, dest: { index: `${name}-moved` } },
  );

  expect(failures).toEqual([]);
  expect(total).toBe(Object.keys(SITUATIONS).length + 1);
  expect(await figure("average-call-duration")).toBe(200);
  expect(await fixture.document("old")).toMatchObject({ Direction: "neither", Handled: false });
});
