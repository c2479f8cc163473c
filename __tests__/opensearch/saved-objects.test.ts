import { toRawDocument } from "../../dashboards/objects/render";
import { threeContactCenters } from "./exactness/contact-centers";
import { sharedNode } from "./shared-node";
import { savedObjectsOf } from "../../workbench/testing/configured";

const node = sharedNode();
const INDEX = "strict-saved-objects";
const { domain, contactCenters } = threeContactCenters("strict");
const documents = savedObjectsOf(domain, contactCenters).map(toRawDocument);

const text = { type: "text" };
const keyword = { type: "keyword" };
const integer = { type: "integer" };
const searchSource = { properties: { searchSourceJSON: text } };

/** The mapping that Dashboards 2.x gives its own index, for the types that are used here. */
const MAPPINGS = {
  dynamic: "strict",
  properties: {
    type: keyword,
    references: {
      type: "nested",
      properties: { id: keyword, name: keyword, type: keyword },
    },
    migrationVersion: { dynamic: "true", type: "object" },
    "index-pattern": { dynamic: "false", properties: { title: text, type: keyword } },
    visualization: {
      properties: {
        title: text,
        description: text,
        visState: text,
        uiStateJSON: text,
        version: integer,
        savedSearchRefName: keyword,
        kibanaSavedObjectMeta: searchSource,
      },
    },
    dashboard: {
      properties: {
        title: text,
        description: text,
        hits: integer,
        panelsJSON: text,
        optionsJSON: text,
        version: integer,
        timeRestore: { type: "boolean" },
        timeFrom: keyword,
        timeTo: keyword,
        refreshInterval: {
          properties: {
            display: keyword,
            pause: { type: "boolean" },
            section: integer,
            value: integer,
          },
        },
        kibanaSavedObjectMeta: searchSource,
      },
    },
  },
};

beforeAll(async () => {
  await node.put(INDEX, { mappings: MAPPINGS });
});

afterAll(async () => {
  await node.delete(INDEX);
});

function put({ _id, _source }: (typeof documents)[number]) {
  return node.send<{ error?: { type: string } }>(
    "PUT",
    `${INDEX}/_doc/${encodeURIComponent(_id)}`,
    _source,
  );
}

test("a strictly mapped index takes every object, and gives it back unchanged", async () => {
  for (const document of documents) {
    expect((await put(document)).status).toBe(201);
    const { _source } = await node.get<{ _source: unknown }>(
      `${INDEX}/_doc/${encodeURIComponent(document._id)}`,
    );
    expect(_source).toEqual(document._source);
  }
});

test("the same index refuses an object with one attribute more", async () => {
  const found = documents.find(({ _id }) => _id.startsWith("visualization:"));
  const { _source = {} } = found ?? {};
  const attributes = _source["visualization"] as object;
  const answer = await put({
    _id: "visualization:strange",
    _source: { ..._source, visualization: { ...attributes, color: "green" } },
  });
  expect(answer.status).toBe(400);
  expect(answer.body.error?.type).toBe("strict_dynamic_mapping_exception");
});

test("no object looks as if Dashboards had to migrate it", async () => {
  await node.refresh(INDEX);
  const versions = { "index-pattern": "7.6.0", visualization: "7.10.0", dashboard: "7.9.3" };
  const outdated = Object.entries(versions).map(([type, version]) => ({
    bool: {
      must: [{ exists: { field: type } }],
      must_not: [{ term: { [`migrationVersion.${type}.keyword`]: version } }],
    },
  }));
  const query = { bool: { should: outdated, minimum_should_match: 1 } };
  const { count } = await node.post<{ count: number }>(`${INDEX}/_count`, { query });
  expect(count).toBe(0);
  expect(await node.count(INDEX)).toBe(documents.length);
});
