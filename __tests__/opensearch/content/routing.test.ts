import { configured } from "../../../workbench/testing/configured";
import { commandsOf } from "./documented";
import { ContentFixture, agentEvent, contactRecord, daysAgo } from "./fixture";

const CONTACTS = Array.from({ length: 40 }, (_, n) => `contact-${n}`);

/** A domain whose indices have this many shards, of its own name: other tests apply other settings. */
function domainOf(shards: number) {
  const adopt = {
    arn: "arn:aws:es:eu-central-1:111122223333:domain/analytics",
    endpoint: "search-analytics-abc.eu-central-1.es.amazonaws.com",
    contentRoleArn: "arn:aws:iam::111122223333:role/content",
    shards,
    replicas: 0,
  };
  return { name: `of-${shards}-shards`, create: undefined, adopt };
}

async function shardsOf({ client }: ContentFixture, index: string): Promise<number> {
  const path = `_cat/indices/${index}?format=json&h=pri`;
  return Number((await client.get<readonly { readonly pri: string }[]>(path))[0]?.pri);
}

const allOf = (changes: Readonly<Record<string, unknown>> = {}) =>
  CONTACTS.map((ContactId) => contactRecord({ ContactId, ...changes }));

describe.each([1, 3])("an index of %i shards", (shards) => {
  const start = (alias: string) =>
    ContentFixture.start({ alias: `${alias}-${shards}` }, domainOf(shards));

  test("takes nothing that has not been through its pipeline", async () => {
    const { center, client } = await start("raw");
    const { agentEventIndex, contactRecordIndex } = center.names;

    for (const [index, record] of [
      [contactRecordIndex, contactRecord()],
      [agentEventIndex, agentEvent()],
    ] as const) {
      const { items } = await client.bulk(
        [
          JSON.stringify({ index: { _index: `${index}-2026-01`, _id: "firehose" } }),
          JSON.stringify(record),
        ],
        "_bulk?pipeline=_none",
      );
      expect(items).toMatchObject([
        { index: { status: 400, error: { type: "routing_missing_exception" } } },
      ]);
      expect(await client.count(`${index}*`)).toBe(0);
    }
  });

  test("has the requirement from its template, which OpenSearch gives back as it was written", async () => {
    const { center, client, content } = await start("template");
    const index = center.names.contactRecordIndex;

    const { index_templates } = await client.get<{
      readonly index_templates: readonly {
        readonly index_template: { readonly template: { readonly mappings: unknown } };
      }[];
    }>(`_index_template/${index}`);

    const mappings = index_templates.map(({ index_template }) => index_template.template.mappings);
    expect(mappings).toEqual([{ _routing: { required: true } }]);
    expect(content.indexTemplates[index]?.template?.mappings).toEqual(mappings[0]);
  });

  test("that began before routing was required keeps one document a contact", async () => {
    const alias = `earlier-${shards}`;
    const { center, content } = configured({ alias }, domainOf(shards));
    const index = center.names.contactRecordIndex;
    const fixture = await ContentFixture.start({ alias }, domainOf(shards));
    const { client } = fixture;
    // As the content was before: no routing in the pipeline, none required by the template.
    const { processors, ...pipeline } = content.ingestPipelines[index] ?? { processors: [] };
    const before = JSON.parse(
      JSON.stringify(processors).replace(/record\._routing = .*?;/, ""),
    ) as unknown;
    expect(before).not.toEqual(processors);
    await client.put(`_ingest/pipeline/${index}`, { ...pipeline, processors: before });
    const { template, ...rest } = content.indexTemplates[index] ?? {};
    const earlier = { ...rest, template: { settings: template?.settings } };
    await client.put(`_index_template/${index}`, earlier);
    await fixture.records(...allOf({ Channel: "VOICE" }));
    await client.put(`_ingest/pipeline/${index}`, content.ingestPipelines[index]);
    await client.put(`_index_template/${index}`, content.indexTemplates[index]);

    const items = await fixture.records(
      ...allOf({ LastUpdateTimestamp: daysAgo(1), Channel: "CHAT" }),
    );

    expect(items.map(({ result }) => result)).toEqual(CONTACTS.map(() => "updated"));
    const stored = await fixture.stored();
    expect(await shardsOf(fixture, stored[0]?._index ?? "")).toBe(shards);
    expect(stored.map(({ _id }) => _id)).toEqual([...CONTACTS].sort());
    for (const { _source } of stored) expect(_source).toMatchObject({ Channel: "CHAT" });
    // And an older copy is still refused.
    const again = await fixture.records(...allOf({ Channel: "VOICE" }));
    expect(again.map(({ status }) => status)).toEqual(CONTACTS.map(() => 409));
  });

  test("finds, updates and deletes by query and by id, with the id for a routing", async () => {
    const fixture = await start("by-id");
    const { client } = fixture;
    await fixture.records(...allOf());
    const [{ _index: index = "" } = {}] = await fixture.stored();

    expect(await shardsOf(fixture, index)).toBe(shards);
    for (const id of CONTACTS) {
      expect(await client.send("GET", `${index}/_doc/${id}?routing=${id}`)).toMatchObject({
        status: 200,
        body: { found: true },
      });
    }
    expect(await client.send("GET", `${index}/_doc/contact-0`)).toMatchObject({ status: 400 });

    const updated = await client.post(
      `${index}/_update_by_query?pipeline=_none&conflicts=proceed&refresh`,
    );
    expect(updated).toMatchObject({ updated: CONTACTS.length, failures: [] });
    const again = await client.post(`${index}/_update_by_query?conflicts=proceed&refresh`);
    expect(again).toMatchObject({ failures: [] });
    expect((await fixture.stored()).map(({ _id }) => _id)).toEqual([...CONTACTS].sort());

    await client.delete(`${index}/_doc/contact-0?routing=contact-0`);
    const query = { terms: { ContactId: ["contact-1", "contact-2"] } };
    expect(await client.post(`${index}/_delete_by_query?refresh`, { query })).toMatchObject({
      deleted: 2,
    });
    expect(await fixture.stored()).toHaveLength(CONTACTS.length - 3);
  });

  test("written again keeps one document a contact", async () => {
    const fixture = await start("again");
    await fixture.records(...allOf());
    const [{ _index = "" } = {}] = await fixture.stored();

    const answer = await fixture.client.post("_reindex?refresh", {
      conflicts: "proceed",
      source: { index: _index },
      dest: { index: `${fixture.center.names.contactRecordIndex}-moved` },
    });

    expect(answer).toMatchObject({ failures: [], total: CONTACTS.length });
    const stored = await fixture.stored();
    expect(stored.map(({ _id }) => _id)).toEqual([...CONTACTS].sort());
    expect(new Set(stored.map((one) => one._index))).toEqual(new Set([_index]));
  });
});

test("from several shards to one: the commands of docs/content.md leave each contact once, the newest", async () => {
  const alias = "fewer-shards";
  const before = await ContentFixture.start({ alias }, domainOf(3));
  await before.records(...allOf({ Channel: "VOICE" }));
  const [{ _index: oldIndex = "" } = {}] = await before.stored();

  const after = await ContentFixture.start({ alias }, domainOf(1));
  const { client } = after;
  const changed = CONTACTS.slice(0, 20);
  await after.records(
    ...allOf({ LastUpdateTimestamp: daysAgo(1), Channel: "CHAT" }).slice(0, changed.length),
  );
  // What the commands are for: the index has three shards still, and copies now go to another one.
  expect((await after.stored()).length).toBeGreaterThan(CONTACTS.length);

  const index = after.center.names.contactRecordIndex;
  const [writeAgain] = commandsOf("again", { "<old index>": oldIndex, "<index>": index });
  const [removeTheRest] = commandsOf("fewer-shards", { "<index>": index });
  for (const command of [writeAgain, removeTheRest]) {
    const answer = await client.send(command?.method ?? "", command?.path ?? "", command?.body);
    expect(answer).toMatchObject({ status: 200, body: { failures: [] } });
    await client.refresh(`${index}*`);
  }

  const stored = await after.stored();
  expect(stored.map(({ _id }) => _id)).toEqual([...CONTACTS].sort());
  for (const { _id, _source } of stored) {
    expect(_source).toMatchObject({ Channel: changed.includes(_id) ? "CHAT" : "VOICE" });
  }
});
