import fc from "fast-check";
import { applyTemplates } from "../../workbench/opensearch/apply-content";
import { contentFor } from "../../modules/opensearch-content/content/content";
import { contentProps } from "../../modules/stacks/content-props";
import { deliver } from "../../workbench/simulator/delivery";
import { threeContactCenters } from "./exactness/contact-centers";
import { truthOf } from "./exactness/truth";
import { copiesOfTwoDays, expectFigures } from "./exactness/two-days";
import { sharedNode } from "./shared-node";
import { savedObjectsOf } from "../../workbench/testing/configured";

const node = sharedNode();
const { domain, contactCenters } = threeContactCenters("anyorder");
const objects = savedObjectsOf(domain, contactCenters);
const [center] = contactCenters;
if (!center) throw new Error("There are contact centers.");
const { names, contactRecords, timeZone } = center;

const context = {
  timeRange: { gte: "2026-02-01T00:00:00.000Z", lte: "2026-04-30T23:59:59.999Z" },
  timeZone: "UTC",
};

/** Two days around the end of a month. */
const copies = copiesOfTwoDays({
  ...{ seed: "any order", day: "2026-03-31", timeZone, contactsPerDay: 30 },
});

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

      await expectFigures(node, objects, names.dashboard, context, truth);
      await node.delete("anyorder-*");
    }),
    { numRuns: 15, seed: 20_260_331 },
  );
});
