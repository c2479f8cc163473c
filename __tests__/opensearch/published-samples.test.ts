import { applyTemplates } from "../../workbench/opensearch/apply-content";
import { contentFor } from "../../modules/opensearch-content/content/content";
import { contentProps } from "../../modules/stacks/content-props";
import { deliver } from "../../workbench/simulator/delivery";
import { sampleEventIn } from "../../workbench/testing/sample-events";
import { threeContactCenters } from "./exactness/contact-centers";
import { show, showNumber } from "./exactness/show";
import { sharedNode } from "./shared-node";
import { savedObjectsOf } from "../../workbench/testing/configured";

const node = sharedNode();
const { domain, contactCenters } = threeContactCenters("samples");
const objects = savedObjectsOf(domain, contactCenters);
const [newYork] = contactCenters;
if (!newYork) throw new Error("There are contact centers.");
const { names } = newYork;

const YEAR = new Date().getFullYear() - 1;
const wholeYear = { gte: `${YEAR}-01-01T00:00:00.000Z`, lte: `${YEAR}-12-31T23:59:59.999Z` };

const number = (panel: string, timeRange = wholeYear) =>
  showNumber(node, objects, `${names.dashboard}-${panel}`, { timeRange, timeZone: "UTC" });

async function delivered(indexName: string, samples: readonly string[]): Promise<void> {
  const bulk = (lines: readonly string[]) => node.bulk(lines);
  const arrivals = samples.map((name) => ({
    record: sampleEventIn(YEAR, name),
    arrivesAt: Date.now(),
  }));
  const { failed } = await deliver({ indexName, rotation: "month", bulk }, arrivals);
  expect(failed).toEqual([]);
}

beforeAll(async () => {
  await applyTemplates(node, contentFor(contentProps(domain, contactCenters)));
  await delivered(names.contactRecordIndex, [
    "contact-record.inbound",
    "contact-record.inbound.resent-6-days-later",
    "contact-record.abandoned",
    "contact-record.handled-without-acw",
    "contact-record.outbound",
  ]);
  await delivered(names.agentEventIndex, [
    "agent-event.heart-beat",
    "agent-event.logout",
    "agent-event.heart-beat-after-logout",
  ]);
  await node.refresh("samples-*");
});

afterAll(async () => {
  await node.delete("samples-*");
});

test("five records of four contacts are four calls, all of one day in New York", async () => {
  expect(await number("number-of-calls")).toBe(4);
  const context = { timeRange: wholeYear, timeZone: "Asia/Seoul" };
  const { rows } = await show(node, objects, `${names.dashboard}-calls-per-day`, context);
  expect(rows).toEqual([[`${YEAR}-04-08`, 4]]);
});

test("32 seconds of after-contact work and none are 16 on average; outbound does not count", async () => {
  expect(await number("average-acw")).toBe(16);
  expect(await number("average-call-duration")).toBe(33);
});

test("of three queued contacts two were answered after 7 seconds, and one was abandoned", async () => {
  expect(await number("service-level")).toBe(2 / 3);
  expect(await number("abandoned-share")).toBe(1 / 3);
  expect(await number("average-wait")).toBe(7);
});

test("the agent was active until the logout, and not with the heartbeat after it", async () => {
  expect(await number("number-of-agents")).toBe(1);
  const afterLogout = {
    gte: `${YEAR}-08-13T21:11:00.000Z`,
    lte: `${YEAR}-08-13T21:13:00.000Z`,
  };
  expect(await number("number-of-agents", afterLogout)).toBe(0);
});
