import { DOMAIN_SIZES } from "../../../config/sizes";
import { contactRecord as declaration } from "../../../modules/event-kinds";
import { configured } from "../../helpers/configured";
import { sharedLog } from "../shared-node";
import { ContentFixture, contactRecord, daysAgo } from "./fixture";

type Settings = Readonly<Record<string, string>>;

async function settingsOf({ client }: ContentFixture, index: string): Promise<Settings> {
  const answer = await client.get<Record<string, { settings: Settings }>>(
    `${index}*/_settings?flat_settings=true`,
  );
  return Object.values(answer)[0]?.settings ?? {};
}

describe("an index that a record brings into being", () => {
  let fixture: ContentFixture;
  let index: string;
  beforeAll(async () => {
    fixture = await ContentFixture.start({ alias: "templates" });
    await fixture.records(contactRecord());
    index = fixture.center.names.contactRecordIndex;
  });

  test("has the settings of the domain's size, compression and thresholds for slow logs", async () => {
    expect(await settingsOf(fixture, index)).toMatchObject({
      "index.number_of_shards": "1",
      "index.number_of_replicas": "0",
      "index.codec": "best_compression",
      "index.search.slowlog.threshold.query.warn": "5s",
      "index.indexing.slowlog.threshold.index.warn": "1s",
      "index.default_pipeline": index,
    });
  });

  test("maps what is declared, and nothing else", async () => {
    const { fields } = await fixture.client.get<{
      readonly fields: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    }>(`${index}*/_field_caps?fields=*`);
    const leaves = Object.entries(fields)
      .filter(([name, types]) => !name.startsWith("_") && !("object" in types))
      .map(([name]) => name)
      // A flat object shows fields of its own inside.
      .filter((name) => !/\.(_value.*)?$/.test(name));

    expect(leaves.sort()).toEqual(Object.keys(declaration.fields).sort());
  });

  test("that exists already takes later settings by the command of docs/content.md", async () => {
    await fixture.client.put(`${index}*/_settings`, {
      "index.search.slowlog.threshold.query.warn": "9s",
      "index.number_of_replicas": 0,
    });

    expect(await settingsOf(fixture, index)).toMatchObject({
      "index.search.slowlog.threshold.query.warn": "9s",
    });
  });

  test("that exists already takes a later field by the commands of docs/content.md", async () => {
    const { client } = fixture;
    const record = contactRecord({ ContactId: "early", Later: "yes" });
    await fixture.records(record);
    await client.refresh(`${index}*`);

    await client.put(`${index}*/_mapping`, { properties: { Later: { type: "keyword" } } });
    await client.post(`${index}*/_update_by_query?pipeline=_none&conflicts=proceed`);

    await client.refresh(`${index}*`);
    const query = { term: { Later: "yes" } };
    expect(await client.post(`${index}*/_count`, { query })).toMatchObject({ count: 1 });
    // A newer copy still replaces what the command has written.
    const [item] = await fixture.records({
      ...record,
      LastUpdateTimestamp: daysAgo(1),
      Later: "no",
    });
    expect(item?.result).toBe("updated");
  });

  test("logs what is slow, and no document with it", async () => {
    const { client } = fixture;
    await client.put(`${index}*/_settings`, {
      "index.search.slowlog.threshold.query.warn": "0ms",
      "index.indexing.slowlog.threshold.index.warn": "0ms",
    });
    await client.post(`${index}*/_search`, { query: { term: { Channel: "SLOW-SEARCH" } } });
    await fixture.records(
      contactRecord({ ContactId: "slow-write", Attributes: { note: "SLOW-DOCUMENT" } }),
    );

    const log = sharedLog();
    expect(log).toContain("SLOW-SEARCH");
    expect(log).toMatch(/\[slow-write\]/);
    expect(log).not.toContain("SLOW-DOCUMENT");
  });
});

test.each(Object.entries(DOMAIN_SIZES))(
  "a domain of size %s has its shards and copies",
  (size, facts) => {
    const { content, domain } = configured({ alias: "size" }, { create: { size } });
    const { template } = content.componentTemplates[domain.names.indexSettings] ?? {};

    expect(template?.settings).toMatchObject({
      "index.number_of_shards": String(facts.shards),
      "index.number_of_replicas": String(facts.replicas),
    });
  },
);
