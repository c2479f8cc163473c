import type { OpenSearchClient } from "../../opensearch/client";

/** A way of storing and asking, so that two can be compared on one node with one stream of records. */
export interface Design {
  readonly name: string;
  /** What the delivery stream is told to write to. */
  readonly contactRecords: Target;
  readonly agentEvents: Target;
  /** All indices of the design. */
  readonly pattern: string;
  prepare(client: OpenSearchClient): Promise<void>;
  /** What the domain does by itself to indices as they age; absent: nothing. */
  keepHouse?(client: OpenSearchClient, now: Date): Promise<void>;
  /** The requests of the seven panels, as Dashboards sends them together. */
  panels(range: TimeRange): readonly PanelRequest[];
  /** The requests of the panels of agent events, by panel. A panel that the design cannot have is missing. */
  agentPanels(range: TimeRange): Readonly<Partial<Record<AgentPanel, PanelRequest>>>;
}

/** Panels of agent events, without the id of their dashboard. */
export const AGENT_PANELS = [
  "number-of-agents",
  "agents-per-day",
  "agent-days",
  "time-by-agent",
  "occupancy",
  "time-in-state",
  "agent-states",
  "wall-agents",
] as const;
export type AgentPanel = (typeof AGENT_PANELS)[number];

/** Panels of the last five minutes, whatever range is chosen. */
export const CURRENT_PANELS: readonly AgentPanel[] = ["agent-states", "wall-agents"];
const CURRENT_MS = 5 * 60_000;

/** The last five minutes of a range. */
export function currentRange({ lte }: TimeRange): TimeRange {
  return { gte: new Date(Date.parse(lte) - CURRENT_MS).toISOString(), lte };
}

export interface Target {
  readonly indexName: string;
  readonly rotation: "day" | "month";
}

export interface TimeRange {
  readonly gte: string;
  readonly lte: string;
}

export interface PanelRequest {
  readonly index: string;
  readonly body: unknown;
}

/** The panels are asked for one time zone; both designs for the same. */
export const TIME_ZONE = "Europe/Berlin";
