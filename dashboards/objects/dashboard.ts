import type { UiState } from "../visualizations";
import { savedObject, type SavedObject } from "./saved-object";

/** Columns of the grid that Dashboards lays panels on. */
export const GRID_COLUMNS = 48;

/** Any version that Dashboards can read and need not migrate; it must be one. */
const PANEL_VERSION = "2.19.0";

export interface DashboardTime extends TimeRange {
  /** Time between two refreshes, in milliseconds. */
  readonly refreshMilliseconds: number;
}

/**
 * A calendar month, as in the month's report. Current metrics change every minute; all panels together take
 * milliseconds of the domain.
 */
export const MONTH: DashboardTime = { from: "now/M", to: "now/M", refreshMilliseconds: 60_000 };

/** The current day, for a screen in the room that shows changes at once. */
export const TODAY: DashboardTime = { from: "now/d", to: "now/d", refreshMilliseconds: 10_000 };

/** A panel before a dashboard gives it a place. */
export interface PanelContent {
  readonly visualization: SavedObject<"visualization">;
  /** Header of the panel. */
  readonly title: string;
  /** The panel's own time range. @default the dashboard's */
  readonly timeRange?: TimeRange;
}

export interface Panel extends PanelContent {
  /** Columns of 48. */
  readonly width: number;
}

export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

export interface Row {
  /** Grid units of about 20 pixels. */
  readonly height: number;
  readonly panels: readonly Panel[];
}

export interface DashboardProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly Row[];
  /**
   * Time range and refresh interval that Dashboards sets when it opens the dashboard. `kept`: a link from another
   * dashboard keeps what is chosen there. @default {@link MONTH}
   */
  readonly time?: DashboardTime | "kept";
  /** Panels without their headers. @default false */
  readonly hidePanelTitles?: boolean;
}

export function dashboardObject({
  id,
  title,
  description,
  time = MONTH,
  hidePanelTitles = false,
  rows,
}: DashboardProps): SavedObject<"dashboard"> {
  const placed = rows.flatMap((row, index) => placeRow(row, heightAbove(rows, index)));
  return savedObject(
    "dashboard",
    id,
    {
      title,
      description,
      hits: 0,
      panelsJSON: JSON.stringify(placed.map(({ panel, ...grid }, n) => panelJson(panel, grid, n))),
      optionsJSON: JSON.stringify({ hidePanelTitles, useMargins: true }),
      version: 1,
      timeRestore: time !== "kept",
      ...(time !== "kept" && {
        timeFrom: time.from,
        timeTo: time.to,
        refreshInterval: { pause: false, value: time.refreshMilliseconds },
      }),
      kibanaSavedObjectMeta: {
        searchSourceJSON: JSON.stringify({ query: { query: "", language: "kuery" }, filter: [] }),
      },
    },
    placed.map(({ panel }, n) => ({
      name: referenceName(n),
      type: "visualization",
      id: panel.visualization.id,
    })),
  );
}

interface Grid {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

function placeRow(row: Row, y: number): readonly (Grid & { readonly panel: Panel })[] {
  let x = 0;
  return row.panels.map((panel) => {
    const grid = { x, y, w: panel.width, h: row.height };
    x += panel.width;
    return { ...grid, panel };
  });
}

function heightAbove(rows: readonly Row[], index: number): number {
  return rows.slice(0, index).reduce((sum, { height }) => sum + height, 0);
}

/** On a dashboard, Dashboards takes the state of the panel in place of that of the visualization. */
function panelJson(panel: Panel, grid: Grid, n: number) {
  const uiState = JSON.parse(panel.visualization.attributes.uiStateJSON) as UiState;
  return {
    version: PANEL_VERSION,
    gridData: { ...grid, i: panel.visualization.id },
    panelIndex: panel.visualization.id,
    embeddableConfig: { ...uiState, ...(panel.timeRange && { timeRange: panel.timeRange }) },
    title: panel.title,
    panelRefName: referenceName(n),
  };
}

function referenceName(n: number): string {
  return `panel_${n}`;
}
