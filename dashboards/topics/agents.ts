import type { Row } from "../objects/dashboard";
import { handlingPercentiles } from "../panels/by-day";
import { agents as agentsTable } from "../panels/comparisons";
import type { DashboardContext } from "../panels/context";
import { agentsNow, agentsPerDay, timeInState } from "../panels/live";
import { CHARTS, evenRow, TABLES } from "../panels/layout";

/** The agents: their current activities, then the chosen time range. */
export function agents(context: DashboardContext): readonly Row[] {
  return [
    evenRow(TABLES, agentsNow(context)),
    evenRow(TABLES, agentsTable(context)),
    evenRow(CHARTS, timeInState(context), agentsPerDay(context)),
    evenRow(CHARTS, handlingPercentiles(context)),
  ];
}
