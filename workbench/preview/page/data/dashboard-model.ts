import type { Language } from "../../../../config/configuration";
import { MONTH, type TimeRange } from "../../../../dashboards/objects/dashboard";
import type { SavedObject } from "../../../../dashboards/objects/saved-object";
import { indexPatternOf } from "../../../../dashboards/evaluation/search";
import type { VisState } from "../../../../dashboards/visualizations/index";
import type { PreviewDashboard } from "../../api";

/** A dashboard as the page draws it, read from the saved objects. */
export interface DashboardModel {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What is chosen when nothing is chosen. */
  readonly timeRange: TimeRange;
  /** Milliseconds; 0: paused. */
  readonly refreshEvery: number;
  /** The zones in which its contact centers cut their days. */
  readonly timeZones: readonly string[];
  /** In which it is deployed. */
  readonly language: Language;
  readonly panels: readonly PanelModel[];
  readonly objects: readonly SavedObject[];
}

export interface PanelModel {
  /** Id of the visualization. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly grid: Grid;
  /** Its own, where it does not follow the dashboard's. */
  readonly timeRange?: TimeRange;
  readonly visualization: SavedObject<"visualization">;
  readonly vis: VisState;
  /** Absent: it searches nothing. */
  readonly indexPattern?: SavedObject<"index-pattern">;
  /** Current metrics: no time range applies to them. */
  readonly isNow: boolean;
}

export interface Grid {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

interface SavedPanel {
  readonly gridData: Grid;
  readonly embeddableConfig: { readonly timeRange?: TimeRange };
  readonly title?: string;
  readonly panelRefName: string;
}

/** Visualizations that the page does not send a search for as they are. */
const WITHOUT_SEARCH = ["markdown", "input_control_vis"];

export function dashboardModel({
  dashboard,
  objects,
  timeZones,
  language,
}: PreviewDashboard): DashboardModel {
  // A dashboard without a range of its own keeps that of the summary, which the links come from.
  const {
    title,
    description,
    timeFrom = MONTH.from,
    timeTo = MONTH.to,
    refreshInterval = { pause: false, value: MONTH.refreshMilliseconds },
    panelsJSON,
  } = dashboard.attributes;
  const panels = JSON.parse(panelsJSON) as readonly SavedPanel[];
  return {
    id: dashboard.id,
    title,
    description,
    timeRange: { from: timeFrom, to: timeTo },
    refreshEvery: refreshInterval.pause ? 0 : refreshInterval.value,
    timeZones,
    language,
    // In the order in which they are read, which is that of the keyboard too.
    panels: panels
      .map((panel) => panelModel(panel, dashboard, objects))
      .sort((a, b) => a.grid.y - b.grid.y || a.grid.x - b.grid.x),
    objects,
  };
}

function panelModel(
  panel: SavedPanel,
  dashboard: SavedObject<"dashboard">,
  objects: readonly SavedObject[],
): PanelModel {
  const reference = dashboard.references.find(({ name }) => name === panel.panelRefName);
  const visualization = objects.find(
    (object): object is SavedObject<"visualization"> =>
      object.type === "visualization" && object.id === reference?.id,
  );
  if (!visualization) throw new Error(`${dashboard.id}: no visualization ${panel.panelRefName}.`);
  const vis = JSON.parse(visualization.attributes.visState) as VisState;
  const indexPattern = WITHOUT_SEARCH.includes(vis.type)
    ? undefined
    : indexPatternOf(visualization, objects);
  const { timeRange } = panel.embeddableConfig;
  return {
    id: visualization.id,
    title: panel.title ?? visualization.attributes.title,
    description: visualization.attributes.description,
    grid: panel.gridData,
    ...(timeRange && { timeRange }),
    visualization,
    vis,
    ...(indexPattern && { indexPattern }),
    isNow: indexPattern !== undefined && indexPattern.attributes.timeFieldName === undefined,
  };
}
