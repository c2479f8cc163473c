import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { DAY_MS } from "../../aws/index-rotation";
import { indexOf } from "../../cli/records/index-of";
import { recordFiles } from "../../cli/records/record-files";
import { Checkpoint } from "../../cli/replay/checkpoint";
import { deliverFiles } from "../../cli/replay/delivery";
import { DeliveryProgress } from "../../cli/replay/delivery-progress";
import { contentFor } from "../../modules/opensearch-content/content/content";
import { contentProps } from "../../modules/stacks/content-props";
import { applyTemplates } from "../../workbench/opensearch/apply-content";
import { OpenSearchClient } from "../../workbench/opensearch/client";
import { startOpenSearch, type OpenSearchNode } from "../../workbench/opensearch/node";
import { SimulatedContactCenter } from "../../workbench/simulator/contact-center";
import { deliver } from "../../workbench/simulator/delivery";
import { profile } from "../../workbench/simulator/profile";
import type { ContactRecord } from "../../workbench/simulator/shapes/contact-record";
import { savedObjectsOf } from "../../workbench/testing/configured";
import { threeContactCenters } from "./exactness/contact-centers";
import { truthOf } from "./exactness/truth";
import { expectFigures } from "./exactness/two-days";

const { domain, contactCenters } = threeContactCenters("recovery");
const objects = savedObjectsOf(domain, contactCenters);
const [center] = contactCenters;
if (!center) throw new Error("There are contact centers.");
const { agentEvents, contactRecords, names, timeZone } = center;
const INDICES = "recovery-*";

const context = {
  timeRange: { gte: "2026-02-01T00:00:00.000Z", lte: "2026-05-31T23:59:59.999Z" },
  timeZone: "UTC",
};
const ARRIVAL = Date.parse("2026-06-01");
/** Records of one object of the archive. */
const BUFFER = 200;

/** Everything that Connect sends of two days around the end of a month, every copy of a contact included. */
const simulated = new SimulatedContactCenter({
  seed: "recovery",
  streams: ["contact-records", "agent-events"],
  profile: profile({
    accountId: "111122223333",
    region: "eu-central-1",
    instanceId: "aaaaaaaa-bbbb-cccc-dddd-111111111111",
    timeZone,
    contactsPerDay: 80,
  }),
});
const FROM = Date.parse("2026-03-31T00:00:00Z");
const emissions = [...simulated.run(new Date(FROM), new Date(FROM + 2 * DAY_MS))];
const of = (stream: string): readonly unknown[] =>
  emissions.filter((emission) => emission.stream === stream).map(({ record }) => record);

const archive = mkdtempSync(join(tmpdir(), "switchboard-archive-"));
let node: OpenSearchNode | undefined;

afterAll(async () => {
  await node?.stop();
  rmSync(archive, { recursive: true });
});

/** Stands in for Firehose's backup of all documents: GZIP without line breaks, by day of arrival. */
function writeArchive(folder: string, records: readonly unknown[]): void {
  for (let start = 0; start < records.length; start += BUFFER) {
    const path = join(
      archive,
      "archive",
      folder,
      "year=2026/month=06/day=01",
      `stream-1-${start}.gz`,
    );
    mkdirSync(dirname(path), { recursive: true });
    const texts = records.slice(start, start + BUFFER).map((record) => JSON.stringify(record));
    writeFileSync(path, gzipSync(texts.join("")));
  }
}

/** A node without data, with the content. */
async function newNode(): Promise<OpenSearchClient> {
  await node?.stop();
  node = await startOpenSearch({ heap: "512m", shortLived: true });
  const client = new OpenSearchClient(node.url);
  await applyTemplates(client, contentFor(contentProps(domain, contactCenters)));
  return client;
}

/** All that panels can show: each document with its index. */
async function documents(client: OpenSearchClient): Promise<readonly unknown[]> {
  await client.refresh(INDICES);
  const { hits } = await client.get<{
    hits: { hits: { _id: string; _index: string; _source: unknown }[] };
  }>(`${INDICES}/_search?size=10000`);
  return hits.hits
    .map(({ _id, _index, _source }) => ({ _id, _index, _source }))
    .sort((one, other) => (one._index + one._id < other._index + other._id ? -1 : 1));
}

test("a domain that is lost is restored from the archive: every panel equals the one before", async () => {
  const [records, events] = [of("contact-records"), of("agent-events")];
  const truth = truthOf(records as readonly ContactRecord[], context.timeRange, timeZone);
  expect(records.length).toBeGreaterThan(truth.numberOfCalls);
  const first = await newNode();
  for (const [indexName, rotation, sent] of [
    [names.contactRecordIndex, contactRecords.rotation, records],
    [names.agentEventIndex, agentEvents.rotation, events],
  ] as const) {
    await deliver(
      { indexName, rotation, bulk: (lines) => first.bulk(lines), batch: 100 },
      sent.map((record) => ({ record, arrivesAt: ARRIVAL })),
    );
  }
  writeArchive("contact-records", records);
  writeArchive("agent-events", events);
  const before = await documents(first);
  expect(before.length).toBeGreaterThan(500);
  expect(before.length).toBeLessThan(10_000);
  await expectFigures(first, objects, names.dashboard, context, truth);

  const second = await newNode();
  expect(await second.count(INDICES)).toBe(0);
  const restore = async () =>
    await deliverFiles({
      files: recordFiles(archive),
      bulk: (body) => second.bulk(body.trimEnd().split("\n")),
      indexOf: indexOf(() => contactCenters, center.alias),
      checkpoint: await Checkpoint.open(undefined, second.url),
      parallel: 4,
      refuse: ({ place, reason }) => {
        throw new Error(`${place}: ${reason}`);
      },
      progress: new DeliveryProgress({ stream: process.stderr }),
    });

  const { expired, refused, skipped, stored, superseded } = await restore();
  expect({ expired, refused, skipped }).toEqual({ expired: 0, refused: {}, skipped: 0 });
  expect(stored + superseded).toBe(records.length + events.length);
  expect(await documents(second)).toEqual(before);
  await expectFigures(second, objects, names.dashboard, context, truth);

  await restore();
  expect(await documents(second)).toEqual(before);
});
