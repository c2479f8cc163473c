import type { agentEvent } from "../../fields";
import type { PanelContent } from "../objects/dashboard";
import type { Metric } from "../visualizations/aggregations";
import type { Filter } from "../visualizations/source";
import { shareBars } from "../visualizations/share-bars";
import { table } from "../visualizations/table";
import {
  byAgent,
  byContactCenter,
  byDay,
  EVERY_AGENT,
  panel,
  panelProps,
  type DashboardContext,
} from "./context";

/** An agent whose events are only heartbeats sent while offline has no row. */
const AT_WORK: readonly Filter<typeof agentEvent>[] = [{ field: "Activity", is: true }];

/** More bars cannot be read in the height of the panel. */
const BARS = 30;

export function timeByAgent(context: DashboardContext): PanelContent {
  const { labels } = context.texts;
  const visualization = table({
    ...panelProps(context, "timeByAgent"),
    source: context.agentEvents,
    filters: AT_WORK,
    metrics: [
      { type: "sum", field: "AgentTime.Available", label: labels.available },
      { type: "sum", field: "AgentTime.OnContact", label: labels.onContact },
      { type: "sum", field: "AgentTime.OnHold", label: labels.onHold },
      { type: "sum", field: "AgentTime.AfterContactWork", label: labels.afterContactWork },
      { type: "sum", field: "AgentTime.NonProductive", label: labels.nonProductive },
    ],
    rows: [...byContactCenter(context, "key"), byAgent(context, "key")],
  });
  return panel(context, "timeByAgent", visualization);
}

/** Connect's Occupancy: the time on contacts, divided by that time plus idle time. Both together are Available. */
export function occupancy(context: DashboardContext): PanelContent {
  const { labels } = context.texts;
  const visualization = shareBars({
    ...panelProps(context, "occupancy"),
    source: context.agentEvents,
    bars: {
      fields: context.severalContactCenters
        ? ["ContactCenter", "Agent.Username"]
        : ["Agent.Username"],
      label: labels.agent,
      size: EVERY_AGENT,
      drawn: BARS,
    },
    part: { field: "AgentTime.OnContact", label: labels.onContact },
    whole: { field: "AgentTime.Available" },
    rest: { label: labels.idle },
    share: { label: labels.occupancy },
    // On contact is stored when a contact ends, Available when the status ends.
    periods: { start: "CurrentAgentSnapshot.AgentStatus.StartTimestamp" },
  });
  return panel(context, "occupancy", visualization);
}

export function agentDays(context: DashboardContext): PanelContent {
  const { labels } = context.texts;
  const metrics: readonly Metric<typeof agentEvent>[] = [
    { type: "min", field: "LoginTimestamp", label: labels.firstLogin },
    { type: "max", field: "LogoutTimestamp", label: labels.lastLogout },
    { type: "sum", field: "AgentTime.Available", label: labels.available },
    { type: "sum", field: "AgentTime.OnContact", label: labels.onContact },
    { type: "sum", field: "AgentTime.NonProductive", label: labels.nonProductive },
  ];
  const visualization = table({
    ...panelProps(context, "agentDays"),
    source: context.agentEvents,
    filters: AT_WORK,
    metrics,
    rows: [byDay(context), ...byContactCenter(context, "key"), byAgent(context, "key")],
  });
  return panel(context, "agentDays", visualization);
}
