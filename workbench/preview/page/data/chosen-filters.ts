import {
  controlFilters,
  controlsOf,
  type DashboardFilter,
} from "../../../../dashboards/evaluation/search";
import type { DashboardModel } from "./dashboard-model";

/** The filters that the chosen values make, through the dashboard's own lists; others do nothing. */
export function chosenFilters(
  { panels, objects }: DashboardModel,
  filters: Readonly<Record<string, readonly string[]>>,
): readonly DashboardFilter[] {
  const controls = panels
    .filter(({ vis }) => vis.type === "input_control_vis")
    .flatMap(({ visualization }) => controlsOf(visualization, objects));
  return controlFilters(
    controls.map((control) => ({ control, values: filters[control.field] ?? [] })),
  );
}
