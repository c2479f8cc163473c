import type { SavedObject } from "../../dashboards/objects/saved-object";
import type { UiState } from "../../dashboards/visualizations";
import { byName, DASHBOARDS, fail, stateOf, VISUALIZATIONS } from "./objects";

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

const rankLabel = ({ id }: SavedObject): string => (id.includes("seoul") ? "순위" : "Rank");

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

test("service levels by threshold are on the dashboard Queues where thresholds are configured", () => {
  const columns = (dashboard: string) => {
    const own = DASHBOARDS.find(({ id }) => id === `${dashboard}-queues`);
    const panel = (own ? panelsOf(own) : []).find(({ panelIndex }) =>
      panelIndex.endsWith("service-level-thresholds"),
    );
    const found = VISUALIZATIONS.find(({ id }) => id === panel?.panelIndex);
    if (!found) return undefined;
    const metrics = stateOf(found).aggs.filter(({ schema }) => schema === "metric");
    return metrics.map(({ params }) => params["customLabel"]).slice(1);
  };
  expect(columns("acme-berlin-dashboard")).toEqual(["SL 15 s", "SL 30 s"]);
  expect(columns("acme-seoul-dashboard")).toEqual(["SL 30초", "SL 604800초"]);
  expect(columns("acme-berlin-overview-dashboard")).toBeUndefined();
  // Over all contact centers, each threshold once.
  expect(columns("acme-berlin-overview")).toEqual(["SL 15 s", "SL 30 s", "SL 604800 s"]);
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
