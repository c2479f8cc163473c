import fc from "fast-check";
import { applyTemplates } from "../../workbench/opensearch/apply-content";
import { contentFor } from "../../modules/opensearch-content/content/content";
import { contentProps } from "../../modules/stacks/content-props";
import { SimulatedContactCenter } from "../../workbench/simulator/contact-center";
import { deliver } from "../../workbench/simulator/delivery";
import { profile } from "../../workbench/simulator/profile";
import type { ContactRecord } from "../../workbench/simulator/shapes/contact-record";
import { threeContactCenters } from "./exactness/contact-centers";
import { show, showNumber } from "./exactness/show";
import { truthOf } from "./exactness/truth";
import { sharedNode } from "./shared-node";
import { savedObjectsOf } from "../../workbench/testing/configured";

const node = sharedNode();
const { domain, contactCenters } = threeContactCenters("anyorder");
const objects = savedObjectsOf(domain, contactCenters);
const [center] = contactCenters;
if (!center) throw new Error("There are contact centers.");
const { names, contactRecords, timeZone } = center;
const id = (panel: string): string => `${names.dashboard}-${panel}`;

const context = {
  timeRange: { gte: "2026-02-01T00:00:00.000Z", lte: "2026-04-30T23:59:59.999Z" },
  timeZone: "UTC",
};

/** Two days around the end of a month, with every copy that Connect sent. */
const copies: readonly ContactRecord[] = recordsOfTwoDays();

function recordsOfTwoDays(): readonly ContactRecord[] {
  const small = new SimulatedContactCenter({
    seed: "any order",
    streams: ["contact-records"],
    profile: profile({
      accountId: "111122223333",
      region: "eu-central-1",
      instanceId: "aaaaaaaa-bbbb-cccc-dddd-111111111111",
      timeZone,
      contactsPerDay: 30,
    }),
  });
  const run = small.run(new Date("2026-03-31T00:00:00Z"), new Date("2026-04-02T00:00:00Z"));
  return [...run].flatMap((emission) =>
    emission.stream === "contact-records" ? [emission.record] : [],
  );
}

beforeAll(async () => {
  await applyTemplates(node, contentFor(contentProps(domain, contactCenters)));
});

afterAll(async () => {
  await node.delete("anyorder-*");
});

test("the panels show the same, in whatever order and however often the copies are delivered", async () => {
  const truth = truthOf(copies, context.timeRange, timeZone);
  expect(copies.length).toBeGreaterThan(truth.numberOfCalls);

  const delivery = fc.record({
    order: fc.shuffledSubarray([...copies.keys()], { minLength: copies.length }),
    again: fc.array(fc.nat(copies.length - 1), { maxLength: 60 }),
    batch: fc.integer({ min: 1, max: copies.length }),
    arrivals: fc.integer({ min: Date.parse("2026-04-01"), max: Date.parse("2026-09-01") }),
  });
  await fc.assert(
    fc.asyncProperty(delivery, async ({ order, again, batch, arrivals }) => {
      const arriving = [...order, ...again].map((n) => ({
        record: copies[n],
        arrivesAt: arrivals + n * 3_600_000,
      }));
      const { rotation } = contactRecords;
      const bulk = (lines: readonly string[]) => node.bulk(lines);
      await deliver({ indexName: names.contactRecordIndex, rotation, bulk, batch }, arriving);
      await node.refresh("anyorder-*");

      const number = (panel: string) => showNumber(node, objects, id(panel), context);
      expect(await number("number-of-calls")).toBe(truth.numberOfCalls);
      expect(await number("average-acw")).toBe(truth.averageAcw);
      expect(await number("average-call-duration")).toBe(truth.averageCallDuration);
      const { rows } = await show(node, objects, id("ctrs"), context);
      expect(rows).toEqual(truth.callsPerDay);
      await node.delete("anyorder-*");
    }),
    { numRuns: 15, seed: 20_260_331 },
  );
});
