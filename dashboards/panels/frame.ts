import { GRID_COLUMNS, type Panel, type Row } from "../objects/dashboard";
import { PANEL_NAMES, type Place } from "../texts";
import { controls } from "../visualizations/controls";
import { markdown } from "../visualizations/markdown";
import { named, withId, type Scope } from "./scope";

/** Whose numbers these are, and the filters. */
export function head(scope: Scope, places: readonly Place[]): readonly Row[] {
  const { header, filters, labels, headerText } = scope.texts;
  const about = markdown({
    ...withId(scope, "about", header.title, header.description),
    markdown: headerText(scope.title, places),
  });
  const choose = controls({
    ...withId(scope, "filters", filters.title, filters.description),
    source: scope.contactRecords,
    lists: [
      ...(scope.severalContactCenters
        ? [{ field: "ContactCenter" as const, label: labels.contactCenter }]
        : []),
      { field: "Queue.Name", label: labels.queue },
      { field: "Channel", label: labels.channel },
      { field: "Agent.Username", label: labels.agent },
    ],
  });
  const panel = (visualization: Panel["visualization"], title: string, width: number): Panel => ({
    visualization,
    title,
    width,
  });
  return [
    {
      height: 8,
      panels: [panel(about, header.title, 24), panel(choose, filters.title, 24)],
    },
  ];
}

/** What every number on the page means, from the same sentences that the panels carry. */
export function foot(scope: Scope, rows: readonly Row[]): readonly Row[] {
  const { definitions, panels, rules } = scope.texts;
  const ids = new Set(rows.flatMap((row) => row.panels.map((panel) => panel.visualization.id)));
  const shown = PANEL_NAMES.filter((name) => ids.has(named(scope, name).id));
  const text = [
    ...shown.map((name) => `- **${panels[name].title}**: ${panels[name].description}`),
    "",
    ...rules.map((rule) => `- ${rule}`),
  ].join("\n");
  const visualization = markdown({
    ...withId(scope, "definitions", definitions.title, definitions.description),
    markdown: text,
  });
  return [
    { height: 26, panels: [{ visualization, title: definitions.title, width: GRID_COLUMNS }] },
  ];
}
