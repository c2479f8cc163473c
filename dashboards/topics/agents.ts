import type { Row } from "../objects/dashboard";
import { agentDays, occupancy, timeByAgent } from "../panels/agent-time";
import { handlingPercentiles } from "../panels/by-day";
import { agents as agentsTable } from "../panels/comparisons";
import type { DashboardContext } from "../panels/context";
import { agentsNow, agentsPerDay, timeInState } from "../panels/live";
import { CHARTS, evenRow, row, TABLES } from "../panels/layout";

/** Height in which 30 bars can be read, and the widths of bars and table. */
const OCCUPANCY = 18;
const BARS = 18;
const TIMES = 30;

/** The agents: their current activities, then the chosen time range. */
export function agents(context: DashboardContext): readonly Row[] {
  return [
    evenRow(TABLES, agentsNow(context)),
    evenRow(TABLES, agentsTable(context)),
    row(OCCUPANCY, [occupancy(context), BARS], [timeByAgent(context), TIMES]),
    evenRow(TABLES, agentDays(context)),
    evenRow(CHARTS, timeInState(context), agentsPerDay(context)),
    evenRow(CHARTS, handlingPercentiles(context)),
  ];
}
