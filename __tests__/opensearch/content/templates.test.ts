import { DOMAIN_SIZES } from "../../../aws/domain-sizes";
import type { OpenSearchClient } from "../../../workbench/opensearch/client";
import {
  indexSpecs,
  type IndexSpec,
} from "../../../modules/opensearch-content/content/index-specs";
import { contentProps } from "../../../modules/stacks/content-props";
import { newFieldCommands } from "../../../modules/opensearch-content/new-fields";
import { existingIndicesCommands } from "../../../modules/opensearch-content/existing-indices";
import { contactRecord as declaration, mappingOf } from "../../../fields";
import { changedFields, releasedMappings } from "../../../fields/released-mappings";
import { configured } from "../../../workbench/testing/configured";
import { sharedLog } from "../shared-node";
import { ContentFixture, agentEvent, contactRecord, daysAgo } from "./fixture";

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
    await oneOfEach(fixture);
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

  test.each([
    ["2026-03-01T10:00:00Z", "10:00:00.000"],
    ["2026-03-01T10:00:00.123Z", "10:00:00.123"],
    ["2026-03-01T12:00:00.5+02:00", "10:00:00.500"],
    ["2026-03-01T10:00:00.123456789Z", "10:00:00.123"],
  ])("finds a time that no search tree has: %s", async (time, utc) => {
    const { client } = fixture;
    await fixture.records(contactRecord({ ContactId: time, DisconnectTimestamp: time }));
    await client.refresh(`${index}*`);

    const at = `2026-03-01T${utc}Z`;
    const query = (lt: string) => ({
      bool: {
        filter: [
          { term: { ContactId: time } },
          { range: { DisconnectTimestamp: { gte: at, lt, format: "strict_date_optional_time" } } },
        ],
      },
    });
    const found = async (lt: string) =>
      (await client.post<{ count: number }>(`${index}*/_count`, { query: query(lt) })).count;
    expect(await found("2026-03-01T11:00:00Z")).toBe(1);
    expect(await found(at)).toBe(0);
  });

  test.each([
    ["a number", { range: { "Queue.Duration": { gte: 77, lte: 77 } } }],
    ["one of several numbers", { terms: { "Queue.Duration": [76, 77] } }],
    ["an ARN", { term: { "Queue.ARN": "arn:of:a:queue" } }],
    ["whether an ARN is there", { exists: { field: "Queue.ARN" } }],
  ])("finds by doc values alone %s", async (_what, condition) => {
    const { client } = fixture;
    const waited = (ContactId: string, Duration: number, ARN: string | null) =>
      contactRecord({ ContactId, Queue: { ARN, EnqueueTimestamp: daysAgo(3), Duration } });
    await fixture.records(waited("looked-for", 77, "arn:of:a:queue"), waited("another", 78, null));
    await client.refresh(`${index}*`);

    const mine = { terms: { ContactId: ["looked-for", "another"] } };
    const { hits } = await client.post<{ hits: { hits: readonly { _id: string }[] } }>(
      `${index}*/_search`,
      { query: { bool: { filter: [mine, condition] } } },
    );
    expect(hits.hits.map(({ _id }) => _id)).toEqual(["looked-for"]);
  });

  test("that exists already takes later settings by the printed command", async () => {
    const { center, client, domain } = fixture;
    await client.put(`${index}*/_settings`, {
      "index.search.slowlog.threshold.query.warn": "9s",
      "index.number_of_replicas": 2,
    });

    await run(
      client,
      commandsIn(existingIndicesCommands(contentProps(domain, [center])), "_settings"),
    );

    expect(await settingsOf(fixture, index)).toMatchObject({
      "index.search.slowlog.threshold.query.warn": "5s",
      "index.number_of_replicas": "0",
    });
  });

  test.each(releasedMappings().map((released) => [released.commit, released] as const))(
    "that began with the mapping of %s takes a later field by the printed commands",
    async (commit, { mappings }) => {
      // A domain of its own: its templates are changed, and other tests use theirs.
      const own = await ContentFixture.start({ alias: `of-${commit}` }, { name: `of-${commit}` });
      const { center, client, domain } = own;
      const index = center.names.contactRecordIndex;
      for (const [kind, mapping] of Object.entries(mappings)) {
        await client.put(`_component_template/${domain.names.indexMapping}-${kind}`, {
          template: { mappings: { dynamic: "false", ...mapping } },
        });
      }
      const record = { ...contactRecord({ ContactId: "early" }), Colour: "green" };
      await oneOfEach(own, record);
      const found = async () => {
        await client.refresh(`${index}*`);
        const query = { term: { Colour: "green" } };
        return (await client.post<{ count: number }>(`${index}*/_count`, { query })).count;
      };
      expect(await found()).toBe(0);

      // The whole of today's mapping is what an index refuses that has a field with other parameters.
      const whole = await client.send("PUT", `${index}*/_mapping`, mappingOf(declaration));
      const before = mappings[declaration.name] ?? { properties: {} };
      expect(whole.status).toBe(
        changedFields(before, mappingOf(declaration)).length > 0 ? 400 : 200,
      );

      const specs = contentProps(domain, [center]).contactCenters.flatMap(indexSpecs);
      await run(client, newFieldCommands(specs.map(withColour)));

      expect(await found()).toBe(1);
      // A newer copy still replaces what the command has written.
      const [item] = await own.records({ ...record, LastUpdateTimestamp: daysAgo(1) });
      expect(item?.result).toBe("updated");
    },
  );

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

/** An index of every kind: the commands are for indices that exist. */
async function oneOfEach(fixture: ContentFixture, record = contactRecord()): Promise<void> {
  const { center, client } = fixture;
  await fixture.records(record);
  await fixture.events(agentEvent());
  await client.put(`${center.names.queueDepthIndex}/_doc/total`, { Waiting: 1 });
  await client.put(`${center.names.queueDepthHistoryIndex}-2026-01-01/_doc/1`, { Waiting: 1 });
}

/** The contact record as a later version may declare it. */
function withColour(spec: IndexSpec): IndexSpec {
  const { kind } = spec;
  const { Channel } = declaration.fields;
  return kind.name === declaration.name
    ? { ...spec, kind: { ...kind, fields: { ...kind.fields, Colour: Channel } } }
    : spec;
}

/** A line such as `PUT <indices>/_settings <body>`. */
function commandsIn(lines: readonly string[], api: string): readonly string[] {
  return lines.filter((line) => line.includes(`/${api}`));
}

async function run(client: OpenSearchClient, commands: readonly string[]): Promise<void> {
  expect(commands.length).toBeGreaterThan(0);
  for (const command of commands) {
    const [method = "", path = "", ...rest] = command.split(" ");
    const body = rest.length > 0 ? (JSON.parse(rest.join(" ")) as unknown) : undefined;
    const answer = await client.send<unknown>(method, path, body);
    expect([command, answer.status]).toEqual([command, 200]);
  }
}
