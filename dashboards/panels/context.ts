import type { WallLimits } from "../../config/wall-limits";
import type {
  agentEvent,
  contactRecord,
  queueDepth,
  queueHistory,
  reconciliation,
} from "../../fields";
import type { PanelContent, TimeRange } from "../objects/dashboard";
import type { SavedObject } from "../objects/saved-object";
import type { DashboardName, PanelName, Texts } from "../texts";
import type { TitledSource } from "../visualizations/source";
import type { VisualizationProps } from "../visualizations/visualization";

/** What the panels of one dashboard share: the dashboard of a contact center, or of all in a domain. */
export interface DashboardContext {
  /** Prefix of the ids of all its saved objects. */
  readonly idPrefix: string;
  /** Prefix of the titles of all its visualizations, which tells them apart in Dashboards' lists. */
  readonly title: string;
  /** Every text of the dashboard, in its language. */
  readonly texts: Texts;
  /** Index pattern of the contact records. */
  readonly contactRecords: TitledSource<typeof contactRecord>;
  /** Index pattern of the agent events. */
  readonly agentEvents: TitledSource<typeof agentEvent>;
  /** Queue metrics. @default the dashboard has no queue panels */
  readonly queues?: Queues;
  /** Thresholds, in seconds from the lowest, of the service level of each queue; empty: there is no table of them. */
  readonly serviceLevelThresholds: readonly number[];
  /** Index pattern of the reconciliation. @default the dashboard has no panel of it */
  readonly reconciliation?: TitledSource<typeof reconciliation>;
  /** Limits of the numbers on the wall. */
  readonly wallLimits: WallLimits;
  /** Whether the index patterns match documents of more than one contact center: tables get a column for it. */
  readonly severalContactCenters: boolean;
}

/** Index patterns of the queue metrics. */
export interface Queues {
  readonly current: TitledSource<typeof queueDepth>;
  readonly history: TitledSource<typeof queueHistory>;
}

/** Days in the retention's longest time: `terms` leaves out what is above its size. */
export const EVERY_DAY = 3660;
export const HOURS = 24;
export const WEEKDAYS = 7;
/**
 * Rows of a table, of each contact center. Connect's default quota is 50 queues and 500 users an instance;
 * both can be raised. What is beyond has no row, and the panels say so.
 */
export const EVERY_QUEUE = 500;
export const EVERY_AGENT = 1000;
export const EVERY_CONTACT_CENTER = 200;

/** The contact center's own day, written with the document: the same for every viewer. */
export function byDay({ texts }: DashboardContext, size = EVERY_DAY) {
  const { day: label } = texts.labels;
  return { type: "terms", field: "LocalDay", size, orderBy: "key", label } as const;
}

/** Queues by name, first that with most. */
export function byQueue({ texts }: DashboardContext) {
  const { queue: label } = texts.labels;
  return {
    type: "terms",
    field: "Queue.Name",
    size: EVERY_QUEUE,
    orderBy: "metric",
    label,
  } as const;
}

/** Agents by user name. */
export function byAgent<O extends "key" | "metric">({ texts }: DashboardContext, orderBy: O) {
  const { agent: label } = texts.labels;
  return { type: "terms", field: "Agent.Username", size: EVERY_AGENT, orderBy, label } as const;
}

/** A first column with the contact center, where there are several: names are unique within one only. */
export function byContactCenter(
  context: DashboardContext,
  orderBy: "key" | "metric",
): readonly {
  readonly type: "terms";
  readonly field: "ContactCenter";
  readonly size: number;
  readonly orderBy: "key" | "metric";
  readonly label: string;
}[] {
  if (!context.severalContactCenters) return [];
  const label = context.texts.labels.contactCenter;
  return [{ type: "terms", field: "ContactCenter", size: EVERY_CONTACT_CENTER, orderBy, label }];
}

/** Id of the dashboard of a topic. */
export function topicId({ idPrefix }: DashboardContext, topic: DashboardName): string {
  return topic === "summary" ? idPrefix : `${idPrefix}-${topic}`;
}

/** Id, title and description of a panel's visualization. */
export function panelProps(context: DashboardContext, name: PanelName): VisualizationProps {
  const { title, description } = context.texts.panels[name];
  return visualizationProps(context, name, title, description);
}

export function visualizationProps(
  context: DashboardContext,
  name: string,
  title: string,
  description: string,
): VisualizationProps {
  return {
    id: `${context.idPrefix}-${kebab(name)}`,
    title: `${context.title}: ${title}`,
    description: withoutMarkdown(description),
  };
}

/** A visualization as a panel that is called by its short name. */
export function panel(
  context: DashboardContext,
  name: PanelName,
  visualization: SavedObject<"visualization">,
  timeRange?: TimeRange,
): PanelContent {
  const { title } = context.texts.panels[name];
  return { visualization, title, ...(timeRange && { timeRange }) };
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A text of the dashboards where Markdown is not rendered. */
export function withoutMarkdown(text: string): string {
  return text.replace(/[*`]/g, "");
}
