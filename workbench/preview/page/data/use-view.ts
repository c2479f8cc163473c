import { useMemo } from "preact/hooks";
import type { Language } from "../../../../config/configuration";
import type { Choices } from "../choices/choices";
import { readableRange } from "../choices/time-ranges";
import { BROWSER_ZONE } from "../parts/time-zone-choice";
import { chosenFilters } from "./chosen-filters";
import type { DashboardModel } from "./dashboard-model";
import type { View } from "./panel-loader";

/** What all panels are asked for. It stays the same object until a choice changes a number or a word. */
export function useView(dashboard: DashboardModel, choices: Choices, language: Language): View {
  const timeRange = readableRange(choices.timeRange) ?? dashboard.timeRange;
  const timeZone = choices.timeZone ?? BROWSER_ZONE;
  const key = JSON.stringify([dashboard.id, language, timeRange, timeZone, choices.filters]);
  return useMemo(
    () => ({ key, timeRange, timeZone, filters: chosenFilters(dashboard, choices.filters) }),
    // The key says all that the view depends on.
    [key, dashboard],
  );
}
