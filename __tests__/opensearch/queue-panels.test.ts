import type { SearchContext } from "../../dashboards/evaluation/search";
import { queueDocuments, totalDocument } from "../../lambdas/queue-depth/documents";
import { CHANNELS } from "../../aws/channels";
import { applyTemplates } from "../../workbench/opensearch/apply-content";
import { contentFor } from "../../modules/opensearch-content/content/content";
import { contentProps } from "../../modules/stacks/content-props";
import { SimulatedContactCenter } from "../../workbench/simulator/contact-center";
import { profile } from "../../workbench/simulator/profile";
import { snapshotOf } from "../../workbench/simulator/queue-snapshot";
import type { ContactCenter } from "../../config/configuration";
import { threeContactCenters } from "./exactness/contact-centers";
import { drawnNumbers } from "./exactness/drawn-numbers";
import { show } from "./exactness/show";
import { sharedNode } from "./shared-node";
import { WRITTEN } from "../../dashboards/visualizations/index";
import { savedObjectsOf } from "../../workbench/testing/configured";

const node = sharedNode();
const { domain, contactCenters } = threeContactCenters("queuepanels");
const objects = savedObjectsOf(domain, contactCenters);

/** Long before the simulated moment: it must not affect the panels of current metrics. */
const LAST_YEAR: SearchContext = {
  timeRange: { gte: "2025-01-01T00:00:00.000Z", lte: "2025-01-31T23:59:59.999Z" },
  timeZone: "UTC",
};

/** A Monday noon with too few agents. */
function busyMoment(center: ContactCenter): SimulatedContactCenter {
  const busy = new SimulatedContactCenter({
    seed: center.alias,
    streams: ["contact-events"],
    profile: profile({
      accountId: center.account.id,
      region: center.account.region,
      instanceId: "aaaaaaaa-bbbb-cccc-dddd-000000000000",
      timeZone: center.timeZone,
      contactsPerDay: 2000,
      agents: 30,
    }),
  });
  const noon = Date.parse("2026-03-02T12:00:00Z");
  const events = busy.run(new Date("2026-03-01T22:00:00Z"), new Date("2026-03-03T00:00:00Z"));
  for (const { at } of events) {
    if (at >= noon && waitingIn(busy) > 0) return busy;
  }
  throw new Error("No contact waited.");
}

function waitingIn(center: SimulatedContactCenter): number {
  return center
    .queueNumbers()
    .flatMap(({ channels }) => channels)
    .reduce(
      (sum, { contactsInQueue, contactsScheduled }) => sum + contactsInQueue + contactsScheduled,
      0,
    );
}

const moments = contactCenters.map((center) => ({ center, moment: busyMoment(center) }));

beforeAll(async () => {
  await applyTemplates(node, contentFor(contentProps(domain, contactCenters)));
  for (const { center, moment } of moments) {
    const snapshot = snapshotOf(moment);
    const owner = { contactCenter: center.alias, instanceId: moment.instance.id };
    const documents = [
      totalDocument(snapshot, owner),
      ...queueDocuments(snapshot, owner).map(({ document }) => document),
    ];
    for (const document of documents) {
      await node.post(`${center.names.queueDepthIndex}/_doc`, document);
      await node.post(`${center.names.queueDepthHistoryIndex}-2026-03-02/_doc`, document);
    }
  }
  await node.refresh("queuepanels-*");
});

afterAll(async () => {
  await node.delete("queuepanels-*");
});

test.each(moments)(
  "Calls in Queue of $center.alias is everybody who waits now, and As of the time of that number",
  async ({ center, moment }) => {
    const id = `${center.names.dashboard}-calls-in-queue`;
    const { rows } = await show(node, objects, id, LAST_YEAR);
    expect(rows).toEqual([[waitingIn(moment)]]);
    const time = await show(node, objects, `${center.names.dashboard}-snapshot-time`, LAST_YEAR);
    expect(time.rows).toEqual([[moment.now]]);
  },
);

test.each(moments)("the wall of $center.alias has the total and the longest wait", async (busy) => {
  const { center, moment } = busy;
  const id = `${center.names.dashboard}-wall-queue`;
  const { rows } = await show(node, objects, id, LAST_YEAR);
  const ages = moment
    .queueNumbers()
    .flatMap(({ channels }) => channels)
    .map(({ oldestContactAge }) => oldestContactAge ?? 0);
  const longest = Math.max(0, ...ages);
  expect(rows).toEqual([[waitingIn(moment), longest]]);
  const [waiting, wait] = await drawnNumbers(node, objects, id, LAST_YEAR);
  expect(waiting?.text).toBe(String(waitingIn(moment)));
  expect(wait?.text).toBe(WRITTEN.clock(longest));
  expect(wait?.limit).toBe("≤ 2:00");
});

test("over all contact centers, each has its own number", async () => {
  const { rows } = await show(node, objects, `${domain.names.overview}-calls-in-queue`, LAST_YEAR);
  const expected = moments.map(({ center, moment }) => [center.alias, waitingIn(moment)]);
  expect(rows).toEqual(expected.sort());
});

/** Queue, channel and their numbers; where most wait first, then by name. */
function queuesNow(moment: SimulatedContactCenter): readonly (readonly (string | number)[])[] {
  const queues = moment.queueNumbers().map(({ queueName, channels }) => {
    const rows = CHANNELS.map((channel) => {
      const numbers = channels.find((one) => one.channel === channel);
      const inQueue = numbers?.contactsInQueue ?? 0;
      const scheduled = numbers?.contactsScheduled ?? 0;
      const oldest = numbers?.oldestContactAge ?? 0;
      return [
        queueName,
        channel,
        inQueue + scheduled,
        inQueue,
        scheduled,
        oldest,
        numbers?.agentsAvailable ?? 0,
        moment.now,
      ] as const;
    });
    const byMostWaiting = rows.toSorted(
      ([, one, many], [, other, more]) => more - many || (one < other ? -1 : 1),
    );
    return { queueName, rows: byMostWaiting, most: byMostWaiting[0]?.[2] ?? 0 };
  });
  return queues
    .toSorted((one, other) => other.most - one.most || (one.queueName < other.queueName ? -1 : 1))
    .flatMap(({ rows }) => rows);
}

test.each(moments)("Queues Now of $center.alias has every queue and channel", async (busy) => {
  const { center, moment } = busy;
  const { rows } = await show(node, objects, `${center.names.dashboard}-queues-now`, LAST_YEAR);
  expect(rows).toEqual(queuesNow(moment));
  const waiting = rows.map((row) => Number(row[2]));
  expect(waiting.reduce((sum, value) => sum + value, 0)).toBe(waitingIn(moment));
});

test.each(moments)("Queue Trend of $center.alias has the total of its time", async (busy) => {
  const { center, moment } = busy;
  const timeRange = { gte: "2026-03-02T00:00:00.000Z", lte: "2026-03-02T23:59:59.999Z" };
  const context = { timeRange, timeZone: "UTC" };
  const { rows } = await show(node, objects, `${center.names.dashboard}-queue-trend`, context);
  const halfHour = Math.floor(moment.now / 1_800_000) * 1_800_000;
  expect(rows).toEqual([[halfHour, waitingIn(moment)]]);

  const id = `${center.names.dashboard}-waiting-by-queue`;
  const byQueue = await show(node, objects, id, context);
  const waiting = (name: string): number =>
    Math.max(
      ...moment
        .queueNumbers()
        .filter(({ queueName }) => queueName === name)
        .flatMap(({ channels }) => channels)
        .map(({ contactsInQueue, contactsScheduled }) => contactsInQueue + contactsScheduled),
      0,
    );
  expect(byQueue.rows.length).toBe(moment.queueNumbers().length);
  for (const [, name, most] of byQueue.rows) expect(most).toBe(waiting(String(name)));
});

test("a filter on a queue reaches the queue's own numbers, by the name that contact records use", async () => {
  const [{ center, moment }] = moments as [(typeof moments)[number]];
  const [queue] = moment.queueNumbers();
  const filters = [{ query: { match_phrase: { "Queue.Name": queue?.queueName } } }];
  const context = { ...LAST_YEAR, filters };
  const { rows } = await show(node, objects, `${center.names.dashboard}-queues-now`, context);
  expect(new Set(rows.map(([name]) => name))).toEqual(new Set([queue?.queueName]));
  // The total belongs to no queue: nothing is shown, and not 0.
  const total = `${center.names.dashboard}-calls-in-queue`;
  expect((await show(node, objects, total, context)).rows).toEqual([[null]]);
});

test("without any number there is nothing to show, and not 0", async () => {
  const filters = [{ query: { match_phrase: { ContactCenter: "nowhere" } } }];
  const id = `${moments[0]?.center.names.dashboard}-calls-in-queue`;
  const { rows } = await show(node, objects, id, { ...LAST_YEAR, filters });
  expect(rows).toEqual([[null]]);
});
