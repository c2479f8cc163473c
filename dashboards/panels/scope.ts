import type { agentEvent, contactRecord, queueDepth, queueHistory } from "../../fields";
import type { Panel, TimeRange } from "../objects/dashboard";
import type { SavedObject } from "../objects/saved-object";
import type { PanelName, Texts } from "../texts";
import type { Source } from "../visualizations/source";
import type { VisualizationProps } from "../visualizations/visualization";

/** What a dashboard is about: one contact center, or all of a domain. Panels are made for a scope. */
export interface Scope {
  /** In front of the ids of all its objects. */
  readonly idPrefix: string;
  /** In front of the titles of all its visualizations, so that lists of them can be read. */
  readonly title: string;
  readonly texts: Texts;
  readonly contactRecords: Source<typeof contactRecord>;
  readonly agentEvents: Source<typeof agentEvent>;
  /** Absent where no contact center of the scope shows its queues. */
  readonly queues?: {
    readonly now: Source<typeof queueDepth>;
    readonly history: Source<typeof queueHistory>;
  };
  /** The scope holds more than one contact center's documents. */
  readonly severalContactCenters: boolean;
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

/** A first column with the contact center, where there are several: names are unique within one only. */
export function byContactCenter(
  scope: Scope,
  orderBy: "key" | "metric",
): readonly {
  readonly type: "terms";
  readonly field: "ContactCenter";
  readonly size: number;
  readonly orderBy: "key" | "metric";
  readonly label: string;
}[] {
  if (!scope.severalContactCenters) return [];
  const label = scope.texts.labels.contactCenter;
  return [{ type: "terms", field: "ContactCenter", size: EVERY_CONTACT_CENTER, orderBy, label }];
}

/** Id, title and description of a panel's visualization. */
export function named(scope: Scope, name: PanelName): VisualizationProps {
  const { title, description } = scope.texts.panels[name];
  return withId(scope, name, title, description);
}

export function withId(
  scope: Scope,
  name: string,
  title: string,
  description: string,
): VisualizationProps {
  return {
    id: `${scope.idPrefix}-${kebab(name)}`,
    title: `${scope.title}: ${title}`,
    description: withoutMarkdown(description),
  };
}

/** A visualization as a panel that is called by its short name. */
export function panel(
  scope: Scope,
  name: PanelName,
  visualization: SavedObject<"visualization">,
  { width, timeRange }: { readonly width: number; readonly timeRange?: TimeRange },
): Panel {
  const { title } = scope.texts.panels[name];
  return { visualization, title, width, ...(timeRange && { timeRange }) };
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function withoutMarkdown(text: string): string {
  return text.replace(/[*`]/g, "");
}
