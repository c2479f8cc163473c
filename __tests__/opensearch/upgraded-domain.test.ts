import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UNNAMED_ENGINE } from "../../aws/engine-versions";
import { contentFor } from "../../modules/opensearch-content/content/content";
import { contentProps } from "../../modules/stacks/content-props";
import { applyTemplates } from "../../workbench/opensearch/apply-content";
import { OpenSearchClient } from "../../workbench/opensearch/client";
import { ENGINES, chosenEngine, type EngineVersion } from "../../workbench/opensearch/engines";
import { type OpenSearchNode, startOpenSearch } from "../../workbench/opensearch/node";
import { deliver } from "../../workbench/simulator/delivery";
import type { ContactRecord } from "../../workbench/simulator/shapes/contact-record";
import { savedObjectsOf } from "../../workbench/testing/configured";
import { threeContactCenters } from "./exactness/contact-centers";
import { truthOf } from "./exactness/truth";
import { copiesOfTwoDays, expectFigures } from "./exactness/two-days";

const { domain, contactCenters } = threeContactCenters("upgraded");
const objects = savedObjectsOf(domain, contactCenters);
const [center] = contactCenters;
if (!center) throw new Error("There are contact centers.");
const { contactRecords, names, timeZone } = center;

const context = {
  timeRange: { gte: "2026-02-01T00:00:00.000Z", lte: "2026-05-31T23:59:59.999Z" },
  timeZone: "UTC",
};

function copiesFrom(day: string): readonly ContactRecord[] {
  return copiesOfTwoDays({ seed: day, day, timeZone, contactsPerDay: 60 });
}

async function deliverTo(client: OpenSearchClient, copies: readonly ContactRecord[]) {
  await deliver(
    {
      indexName: names.contactRecordIndex,
      rotation: contactRecords.rotation,
      bulk: (lines) => client.bulk(lines),
      batch: 50,
    },
    copies.map((record) => ({ record, arrivesAt: Date.parse("2026-06-01") })),
  );
  await client.refresh("upgraded-*");
}

async function expectPanelsOf(client: OpenSearchClient, copies: readonly ContactRecord[]) {
  const truth = truthOf(copies, context.timeRange, timeZone);
  await expectFigures(client, objects, names.dashboard, context, truth);
}

/** Release that created each index. */
async function creatorsOf(client: OpenSearchClient): Promise<Readonly<Record<string, string>>> {
  const settings = await client.get<
    Readonly<Record<string, { readonly settings: Readonly<Record<string, string>> }>>
  >("upgraded-*/_settings?flat_settings&human");
  return Object.fromEntries(
    Object.entries(settings).map(([index, one]) => [
      index.slice(names.contactRecordIndex.length + 1),
      one.settings["index.version.created_string"] ?? "",
    ]),
  );
}

describe("the indices and the content that a domain has from 2.19", () => {
  const home = mkdtempSync(join(tmpdir(), "switchboard-upgrade-"));
  let node: OpenSearchNode | undefined;

  async function start(engine: EngineVersion): Promise<OpenSearchClient> {
    await node?.stop();
    node = await startOpenSearch({ engine, heap: "512m", shortLived: true, keepIn: home });
    return new OpenSearchClient(node.url);
  }

  afterAll(async () => {
    await node?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it("serve the engine of this project: panels, late copies, new contacts in old and new indices", async () => {
    const before = copiesFrom("2026-03-31");
    const older = await start(UNNAMED_ENGINE);
    await applyTemplates(older, contentFor(contentProps(domain, contactCenters)));
    await deliverTo(older, before);
    await expectPanelsOf(older, before);

    const engine = chosenEngine();
    const upgraded = await start(engine);
    await expectPanelsOf(upgraded, before);
    await deliverTo(upgraded, before);
    await expectPanelsOf(upgraded, before);

    const after = copiesFrom("2026-04-30");
    await deliverTo(upgraded, after);
    await expectPanelsOf(upgraded, [...before, ...after]);
    expect(await creatorsOf(upgraded)).toEqual({
      "2026-03": ENGINES[UNNAMED_ENGINE].release,
      "2026-04": ENGINES[UNNAMED_ENGINE].release,
      "2026-05": ENGINES[engine].release,
    });
  }, 300_000);
});
