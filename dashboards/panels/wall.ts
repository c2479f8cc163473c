import { ranksOf } from "../../fields";
import type { PanelContent } from "../objects/dashboard";
import { bigNumbers } from "../visualizations/big-numbers";
import { EVERY_AGENT, panel, panelProps, type DashboardContext, type Queues } from "./context";
import { AGENTS_SEEN } from "./live";

/** The contacts that wait, of the one total document. */
export function wallQueue(context: DashboardContext, { current }: Queues): PanelContent {
  const { texts, wallLimits } = context;
  const where = { Scope: "total" };
  const visualization = bigNumbers({
    ...panelProps(context, "wallQueue"),
    source: current,
    numbers: [
      {
        type: "max",
        field: "Waiting",
        where,
        label: texts.labels.waiting,
        written: "count",
        limit: { value: wallLimits.waiting, good: "atMost" },
      },
      {
        type: "max",
        field: "OldestContactAgeSeconds",
        where,
        label: texts.labels.oldest,
        written: "clock",
        limit: { value: wallLimits.longestWaitSeconds, good: "atMost" },
      },
    ],
  });
  return panel(context, "wallQueue", visualization);
}

/** The agents by their newest event, as Agents Now shows them. */
export function wallAgents(context: DashboardContext): PanelContent {
  const { labels } = context.texts;
  const agents = {
    type: "newest",
    of: "AgentARN",
    by: "EventTimestamp",
    rank: "AgentActivity.Rank",
    size: EVERY_AGENT,
    written: "count",
  } as const;
  const visualization = bigNumbers({
    ...panelProps(context, "wallAgents"),
    source: context.agentEvents,
    numbers: [
      { ...agents, label: labels.agentsAvailable, ranks: ranksOf("available") },
      { ...agents, label: labels.agentsOnContact, ranks: ranksOf("on contact") },
      { ...agents, label: labels.agentsAway, ranks: ranksOf("away") },
    ],
  });
  return panel(context, "wallAgents", visualization, AGENTS_SEEN);
}

/** The shares of the dashboard's time range, which is the current day. */
export function wallToday(context: DashboardContext): PanelContent {
  const { texts, wallLimits } = context;
  const where = { Queued: true };
  const visualization = bigNumbers({
    ...panelProps(context, "wallToday"),
    source: context.contactRecords,
    numbers: [
      {
        type: "avg",
        field: "ServiceLevel",
        where,
        label: texts.labels.serviceLevel,
        written: "percent",
        limit: { value: wallLimits.serviceLevel, good: "atLeast" },
      },
      {
        type: "avg",
        field: "AbandonedShare",
        where,
        label: texts.labels.abandonedShare,
        written: "percent",
        limit: { value: wallLimits.abandoned, good: "atMost" },
      },
    ],
  });
  return panel(context, "wallToday", visualization);
}
