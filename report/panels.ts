import {
  abandonedPerDay,
  callsPerDay,
  ctrs,
  serviceLevelPerDay,
} from "../dashboards/panels/by-day";
import { channels } from "../dashboards/panels/channels";
import { queues } from "../dashboards/panels/comparisons";
import type { DashboardContext } from "../dashboards/panels/context";
import {
  abandonedShare,
  averageAcw,
  averageCallDuration,
  averageWait,
  numberOfAgents,
  numberOfCalls,
  serviceLevel,
} from "../dashboards/panels/key-figures";
import type { PanelContent } from "../dashboards/objects/dashboard";
import type { Texts } from "../dashboards/texts";

/** A panel of the dashboards that the report has, too. */
export type ReportPanel = (context: DashboardContext) => PanelContent;

/** `relative`: in percent of the value before. `points`: the difference of two shares. */
export type ChangeKind = "relative" | "points";

/** The cards of the summary whose values are of a time range, in its order. */
export const FIGURES: readonly (readonly [ReportPanel, ChangeKind])[] = [
  [numberOfCalls, "relative"],
  [numberOfAgents, "relative"],
  [serviceLevel, "points"],
  [averageCallDuration, "relative"],
  [averageAcw, "relative"],
  [averageWait, "relative"],
  [abandonedShare, "points"],
];

export const CHARTS: readonly ReportPanel[] = [ctrs, serviceLevelPerDay, abandonedPerDay];

/** Without tables of agents: an e-mail reaches more people than the dashboards do. */
export const TABLES: readonly ReportPanel[] = [callsPerDay, queues, channels];

/** Rules that are about the numbers, not about the use of a dashboard. */
export const RULES: readonly (keyof Texts["rules"])[] = ["start", "outgoing", "arrival"];
