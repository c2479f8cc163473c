import { toNdjson, toRawDocument } from "../../dashboards/objects/render";
import type { SavedObject } from "../../dashboards/objects/saved-object";
import { byName, INDEX_PATTERNS, OBJECTS, stateOf, VISUALIZATIONS, visualization } from "./objects";

/** What the strictly mapped index of Dashboards allows, by type (OpenSearch Dashboards 2.x and 3.x). */
const ALLOWED: Readonly<Record<SavedObject["type"], readonly string[]>> = {
  "index-pattern": ["title", "timeFieldName", "fields", "fieldFormatMap"],
  visualization: [
    "title",
    "description",
    "visState",
    "uiStateJSON",
    "version",
    "kibanaSavedObjectMeta",
    "savedSearchRefName",
  ],
  dashboard: [
    "title",
    "description",
    "hits",
    "panelsJSON",
    "optionsJSON",
    "version",
    "timeRestore",
    "timeFrom",
    "timeTo",
    "refreshInterval",
    "kibanaSavedObjectMeta",
  ],
};

test("no two objects share an id, whatever contact centers and domains are called", () => {
  const ids = OBJECTS.map(({ type, id }) => `${type}:${id}`);
  expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
});

describe.each(byName(OBJECTS))("%s", (_name, object) => {
  test("has an id that fits everywhere", () => {
    expect(object.id).toMatch(/^acme-[a-z0-9-]{1,200}$/);
  });

  test("has only attributes that the index of Dashboards takes", () => {
    expect(ALLOWED[object.type]).toEqual(expect.arrayContaining(Object.keys(object.attributes)));
  });

  test("names the migration version of its type, and no other", () => {
    const versions = { "index-pattern": "7.6.0", visualization: "7.10.0", dashboard: "7.9.3" };
    expect(object.migrationVersion).toEqual({ [object.type]: versions[object.type] });
  });

  test("refers only to objects that are there, each reference by a name of its own", () => {
    const targets = new Set(OBJECTS.map(({ type, id }) => `${type}:${id}`));
    for (const { type, id } of object.references) expect(targets).toContain(`${type}:${id}`);
    const names = object.references.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test("names in its texts exactly the references that it has", () => {
    const text = JSON.stringify(Object.values(object.attributes)).replaceAll("\\", "");
    const named = [
      ...text.matchAll(/(?:[iI]ndexPatternRefName|indexRefName|panelRefName)":"([^"]+)"/g),
    ];
    const names = named.map(([, name]) => name).sort();
    expect(names).toEqual(object.references.map(({ name }) => name).sort());
  });
});

describe.each([
  ["acme-berlin-dashboard", "20 seconds."],
  ["acme-seoul-dashboard", "45초, 기준이 다른 대기열은 대기열별 기준"],
  [
    "acme-berlin-overview",
    "20 to 45 seconds (by contact center), by queue thresholds where queues differ.",
  ],
])("the service level of %s", (prefix, threshold) => {
  test.each(["service-level", "service-level-per-day"])("%s names its thresholds", (panel) => {
    expect(visualization(`${prefix}-${panel}`).attributes.description).toContain(threshold);
  });
});

test.each([
  ["acme-berlin-dashboard", "Contacts abandoned within 5 seconds are left out."],
  ["acme-berlin-overview", "Contacts abandoned within 5 seconds (by contact center) are left out."],
])("%s says which abandoned contacts are left out", (prefix, rule) => {
  for (const panel of ["service-level", "abandoned-share"]) {
    expect(visualization(`${prefix}-${panel}`).attributes.description).toContain(rule);
  }
});

test("where every abandoned contact counts, no text says otherwise", () => {
  const seoul = VISUALIZATIONS.filter(({ id }) => id.startsWith("acme-seoul-dashboard-"));
  expect(JSON.stringify(seoul)).not.toContain("안에 포기한 건");
});

test("the header names the threshold of each contact center", () => {
  const { params } = stateOf(visualization("acme-berlin-overview-about"));
  expect(params["markdown"]).toContain(
    "**Berlin**: days and hours in Europe/Berlin; service level within 20 seconds.",
  );
  expect(params["markdown"]).toContain(
    "**서울**: days and hours in Asia/Seoul; service level within 45 seconds, by queue thresholds where queues differ.",
  );
});

test("where the queues are not shown, nothing reads their indices", () => {
  const own = OBJECTS.filter(({ id }) => id.startsWith("acme-berlin-overview-dashboard"));
  expect(own.length).toBeGreaterThan(20);
  expect(own.filter(({ id }) => /queue(-|$)/.test(id))).toEqual([]);
});

test("the service level is red below its target and green from it on; no other number has a color", () => {
  for (const object of VISUALIZATIONS) {
    const { params, type } = stateOf(object);
    if (type !== "metric") continue;
    const colored = object.id.endsWith("-service-level");
    expect(params["metric"]).toMatchObject(
      colored
        ? {
            metricColorMode: "Labels",
            colorSchema: "Green to Red",
            // From the lowest range on, inverted: red, green.
            invertColors: true,
            colorsRange: [
              { from: 0, to: 0.8 },
              { from: 0.8, to: 1 },
            ],
          }
        : { metricColorMode: "None" },
    );
  }
});

describe.each(byName(VISUALIZATIONS))("%s", (_name, object) => {
  test("draws every metric of a chart that it computes", () => {
    const { params, aggs } = stateOf(object);
    const series = params["seriesParams"] as readonly { data: { id: string } }[] | undefined;
    if (!series) return;
    const metrics = aggs.filter(({ schema }) => schema === "metric").map(({ id }) => id);
    expect(series.map(({ data }) => data.id)).toEqual(metrics);
  });

  test("has a title and an explanation, without a template of Terraform in it", () => {
    const { title, description, visState } = object.attributes;
    expect(stateOf(object).title).toBe(title);
    expect(description).not.toBe("");
    expect(visState).not.toMatch(/[$%]\{/);
  });
});

test("the index pattern of the current metrics has no time field, so that no time range applies to it", () => {
  const ofNow = INDEX_PATTERNS.filter(({ id }) => id.endsWith("-queue-depth"));
  expect(ofNow.length).toBe(3);
  for (const { attributes } of ofNow) expect(attributes.timeFieldName).toBeUndefined();
});

test("an index pattern over all contact centers names the indices of each", () => {
  const all = INDEX_PATTERNS.find(({ id }) => id === "acme-berlin-overview-contact-record");
  expect(all?.attributes.title).toBe(
    "acme-berlin-contact-records*,acme-berlin-overview-contact-records*,acme-seoul-contact-records*",
  );
});

test("the file to import holds every object once, as it is, what is referred to first", () => {
  const lines = toNdjson(OBJECTS).trimEnd().split("\n");
  const read = lines.map((line) => JSON.parse(line) as SavedObject);
  const key = ({ type, id }: SavedObject): string => `${type}:${id}`;
  expect([...read].sort((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(
    [...OBJECTS].sort((a, b) => (key(a) < key(b) ? -1 : 1)),
  );
  read.forEach(({ references }, n) => {
    const before = new Set(read.slice(0, n).map(key));
    for (const { type, id } of references) expect(before).toContain(`${type}:${id}`);
  });
});

test.each(byName(OBJECTS.slice(0, 12)))("%s as a raw document is the same object", (_, object) => {
  const { _id, _source } = toRawDocument(object);
  expect(_id).toBe(`${object.type}:${object.id}`);
  expect(_source).toEqual({
    [object.type]: object.attributes,
    type: object.type,
    references: object.references,
    migrationVersion: object.migrationVersion,
  });
});
