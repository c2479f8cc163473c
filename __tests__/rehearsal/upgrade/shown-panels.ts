import { resolveTimeRange, type PanelData } from "../../../dashboards/evaluation/search";
import type { SavedObject } from "../../../dashboards/objects/saved-object";
import type { OpenSearchClient } from "../../../workbench/opensearch/client";
import { dashboardModel } from "../../../workbench/preview/page/data/dashboard-model";
import { show } from "../../opensearch/exactness/show";

/** When a dashboard is viewed. */
export interface Viewed {
  readonly from: Date;
  readonly until: Date;
  /** `now` of a panel that has a time range of its own, by index pattern of the panel. */
  readonly now: (indexPattern: string) => Date;
}

/** What every panel that searches shows, by the id of its visualization. */
export type Shown = Readonly<Record<string, PanelData>>;

const TIME_ZONE = "Europe/Berlin";

/** Evaluates every panel of every dashboard among the saved objects. */
export async function showPanels(
  client: OpenSearchClient,
  objects: readonly SavedObject[],
  { from, now, until }: Viewed,
): Promise<Shown> {
  const range = { from: from.toISOString(), to: until.toISOString() };
  const shown: Record<string, PanelData> = {};
  for (const dashboard of objects.filter(isDashboard)) {
    const model = dashboardModel({ dashboard, objects, timeZones: [TIME_ZONE], language: "en" });
    for (const { id, indexPattern, timeRange = range } of model.panels) {
      if (!indexPattern) continue;
      const absolute = resolveTimeRange(timeRange, now(indexPattern.attributes.title), TIME_ZONE);
      shown[id] = await show(client, objects, id, { timeRange: absolute, timeZone: TIME_ZONE });
    }
  }
  return shown;
}

/**
 * Ids of the panels that show something else, in alphabetical order.
 * @param current labels of columns with the time of the newest metrics, which are not compared
 */
export function differing(one: Shown, other: Shown, current: readonly string[]): readonly string[] {
  const textOf = (panel?: PanelData): string =>
    JSON.stringify(panel && withoutColumns(panel, current));
  const ids = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return ids.filter((id) => textOf(one[id]) !== textOf(other[id]));
}

/** Ids of the panels without a row, in alphabetical order. */
export function withoutRows(shown: Shown): readonly string[] {
  const empty = Object.entries(shown).filter(([, { rows }]) => rows.length === 0);
  return empty.map(([id]) => id).sort();
}

function withoutColumns({ columns, rows }: PanelData, labels: readonly string[]): PanelData {
  const kept = columns.map(({ label }) => !labels.includes(label));
  return {
    columns: columns.filter((_, index) => kept[index]),
    rows: rows.map((row) => row.filter((_, index) => kept[index])),
  };
}

function isDashboard(object: SavedObject): object is SavedObject<"dashboard"> {
  return object.type === "dashboard";
}
