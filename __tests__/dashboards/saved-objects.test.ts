import { toNdjson, toRawDocument } from "../../dashboards/objects/render";
import type { SavedObject } from "../../dashboards/objects/saved-object";
import type { UiState, VisState } from "../../dashboards/visualizations";
import { DASHBOARDS, INDEX_PATTERNS, OBJECTS, VISUALIZATIONS, visualization } from "./objects";

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

const SEVEN = [
  "Number of Calls",
  "CTRs",
  "Average ACW",
  "Calls per Day",
  "Average Call Duration",
  "Number of Agents",
  "Calls in Queue",
];

interface GridPanel {
  readonly version: string;
  readonly gridData: { x: number; y: number; w: number; h: number; i: string };
  readonly panelIndex: string;
  readonly panelRefName: string;
  readonly title: string;
  readonly embeddableConfig: { readonly vis?: unknown };
}

function panelsOf({ attributes }: SavedObject<"dashboard">): readonly GridPanel[] {
  return JSON.parse(attributes.panelsJSON) as readonly GridPanel[];
}

function stateOf({ attributes }: SavedObject<"visualization">): VisState & { title: string } {
  return JSON.parse(attributes.visState) as VisState & { title: string };
}

const rankLabel = ({ id }: SavedObject): string => (id.includes("seoul") ? "순위" : "Rank");

const byName = <T extends SavedObject>(objects: readonly T[]) =>
  objects.map((object): [string, T] => [`${object.type} ${object.id}`, object]);

test("there are dashboards of each topic for each contact center and over all", () => {
  const withTopics = (title: string, ...topics: readonly string[]) => [
    title,
    ...topics.map((topic) => `${title}: ${topic}`),
  ];
  expect(DASHBOARDS.map(({ attributes }) => attributes.title)).toEqual([
    ...withTopics("Berlin", "Queues", "Agents", "Contacts", "Wall"),
    ...withTopics("berlin-overview", "Queues", "Agents", "Contacts", "Wall"),
    ...withTopics("서울", "대기열", "상담원", "고객 응대", "전광판"),
    ...withTopics("All contact centers", "Queues", "Agents", "Contacts"),
  ]);
});

test("the seven panels of the month are on the summary", () => {
  const [summary] = DASHBOARDS;
  const titles = summary ? panelsOf(summary).map(({ title }) => title) : [];
  expect(titles).toEqual(expect.arrayContaining([...SEVEN]));
});

test("the summary of a contact center fits a screen of 1920 x 1080, without its definitions", () => {
  const [summary] = DASHBOARDS;
  const panels = summary ? panelsOf(summary) : [];
  const [definitions] = panels.slice(-1);
  // 28 pixels a unit with its margin; the browser and the header of Dashboards take 190.
  expect(definitions?.gridData.y).toBeLessThanOrEqual(Math.floor((1080 - 190) / 28));
});

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

describe.each(byName(DASHBOARDS))("%s", (_name, dashboard) => {
  const panels = panelsOf(dashboard);

  test("fills the 48 columns without gaps at the end and without overlaps", () => {
    const cells = new Map<string, string>();
    for (const { gridData, panelIndex } of panels) {
      expect(gridData.x + gridData.w).toBeLessThanOrEqual(48);
      for (let x = gridData.x; x < gridData.x + gridData.w; x++) {
        for (let y = gridData.y; y < gridData.y + gridData.h; y++) {
          expect(cells.get(`${x},${y}`)).toBeUndefined();
          cells.set(`${x},${y}`, panelIndex);
        }
      }
    }
    const height = Math.max(...panels.map(({ gridData }) => gridData.y + gridData.h));
    expect(cells.size).toBe(48 * height);
  });

  test("gives each panel a readable version, one key and a reference", () => {
    for (const panel of panels) {
      expect(panel.version).toMatch(/^2\.\d+\.\d+$/);
      expect(panel.gridData.i).toBe(panel.panelIndex);
    }
    expect(new Set(panels.map(({ panelIndex }) => panelIndex)).size).toBe(panels.length);
  });
});

const WALLS = DASHBOARDS.filter(({ id }) => id.endsWith("-wall"));

describe.each(byName(DASHBOARDS.filter((one) => !WALLS.includes(one))))(
  "%s",
  (_name, dashboard) => {
    const panels = panelsOf(dashboard);
    const isSummary = /-(dashboard|overview)$/.test(dashboard.id);

    test(
      isSummary
        ? "shows the current month and refreshes by itself"
        : "keeps the time range and the refresh interval of the dashboard with the link",
      () => {
        const { timeFrom, timeTo, timeRestore, refreshInterval } = dashboard.attributes;
        expect({ timeFrom, timeTo, timeRestore, refreshInterval }).toEqual(
          isSummary
            ? {
                timeFrom: "now/M",
                timeTo: "now/M",
                timeRestore: true,
                refreshInterval: { pause: false, value: 60_000 },
              }
            : { timeRestore: false },
        );
      },
    );

    test("links to each other dashboard in the tab that it is in", () => {
      const about = VISUALIZATIONS.find(({ id }) => id === dashboard.references[0]?.id);
      const { params } = stateOf(about ?? fail("there is a first panel"));
      const links = [...String(params["markdown"]).matchAll(/\]\(#\/view\/([^)]+)\)/g)];
      const ids = links.map(([, id]) => id ?? "");
      expect(params["openLinksInNewTab"]).toBe(false);
      const summary = dashboard.id.replace(/-(queues|agents|contacts)$/, "");
      const group = ["", "-queues", "-agents", "-contacts", "-wall"].map(
        (topic) => summary + topic,
      );
      const own = DASHBOARDS.map(({ id }) => id).filter((id) => group.includes(id));
      expect(ids).toEqual(own.filter((id) => id !== dashboard.id));
    });

    test("defines on its last panel every number that it shows, in the panel's own words", () => {
      const last = dashboard.references.at(-1);
      const definitions = VISUALIZATIONS.find(({ id }) => id === last?.id);
      const { params } = stateOf(definitions ?? fail("there is a last panel"));
      const withoutNumbers = ["about", "filters", "definitions"];
      for (const { panelIndex, title } of panels) {
        if (withoutNumbers.some((name) => panelIndex.endsWith(`-${name}`))) continue;
        expect(params["markdown"]).toContain(`**${title}**`);
      }
    });
  },
);

describe.each(byName(DASHBOARDS.filter(({ id }) => id.endsWith("-agents"))))(
  "%s",
  (_name, dashboard) => {
    test("sorts the agents by rank, in the panel's state as in the visualization's", () => {
      const agents = panelsOf(dashboard).find(({ panelIndex }) =>
        panelIndex.endsWith("-agent-states"),
      );
      const visualization = VISUALIZATIONS.find(({ id }) => id === agents?.panelIndex);
      if (!agents || !visualization) throw new Error("There is a panel of the agents.");
      const { vis } = JSON.parse(visualization.attributes.uiStateJSON) as UiState;
      const { aggs } = stateOf(visualization);
      const buckets = aggs.filter(({ schema }) => schema === "bucket");
      const column =
        buckets.length +
        aggs.findIndex(({ params }) => params["customLabel"] === rankLabel(dashboard));

      expect(vis).toEqual({ sortColumn: { colIndex: column, direction: "asc" } });
      expect(agents.embeddableConfig.vis).toEqual(vis);
    });
  },
);

describe.each(byName(WALLS))("%s", (_name, dashboard) => {
  test("shows the current day and refreshes every 10 seconds", () => {
    const { timeFrom, timeTo, timeRestore, refreshInterval } = dashboard.attributes;
    expect({ timeFrom, timeTo, timeRestore, refreshInterval }).toEqual({
      timeFrom: "now/d",
      timeTo: "now/d",
      timeRestore: true,
      refreshInterval: { pause: false, value: 10_000 },
    });
  });

  test("fits a screen of 1920 x 1080, without headers of panels", () => {
    const bottom = Math.max(...panelsOf(dashboard).map(({ gridData: { h, y } }) => y + h));
    expect(bottom * 28).toBeLessThanOrEqual(1080);
    expect(JSON.parse(dashboard.attributes.optionsJSON)).toMatchObject({ hidePanelTitles: true });
  });
});

test("there is a wall for each contact center, and none over all", () => {
  expect(WALLS.map(({ id }) => id)).toEqual([
    "acme-berlin-dashboard-wall",
    "acme-berlin-overview-dashboard-wall",
    "acme-seoul-dashboard-wall",
  ]);
});

describe("the panels' names", () => {
  test.each(SEVEN)("%s is in the title of a visualization of the English dashboard", (name) => {
    const titles = VISUALIZATIONS.filter(({ id }) => id.startsWith("acme-berlin-dashboard-")).map(
      ({ attributes }) => attributes.title,
    );
    expect(titles).toContain(`Berlin: ${name}`);
  });

  test("are Korean on the Korean dashboard, all of them", () => {
    const korean = VISUALIZATIONS.filter(({ id }) => id.startsWith("acme-seoul-dashboard-"));
    expect(korean.length).toBeGreaterThan(20);
    for (const { attributes } of korean) {
      expect(attributes.title).toMatch(/^서울: .*[가-힣]/);
      expect(attributes.description).toMatch(/[가-힣]/);
    }
  });

  test("are English over contact centers of several languages", () => {
    const overview = VISUALIZATIONS.filter(({ id }) =>
      id.startsWith("acme-berlin-overview-number"),
    );
    expect(overview.map(({ attributes }) => attributes.title)).toContain(
      "All contact centers: Number of Calls",
    );
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

function fail(what: string): never {
  throw new Error(`Expected that ${what}.`);
}
