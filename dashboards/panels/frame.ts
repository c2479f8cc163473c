import { GRID_COLUMNS, type Panel, type Row } from "../objects/dashboard";
import { PANEL_NAMES, type HeaderContactCenter } from "../texts";
import { controls } from "../visualizations/controls";
import { markdown } from "../visualizations/markdown";
import { panelProps, visualizationProps, type DashboardContext } from "./context";

/** Whose numbers these are, and the filters. */
export function head(
  context: DashboardContext,
  contactCenters: readonly HeaderContactCenter[],
): readonly Row[] {
  const { header, filters, labels, headerText } = context.texts;
  const about = markdown({
    ...visualizationProps(context, "about", header.title, header.description),
    markdown: headerText(context.title, contactCenters),
  });
  const choose = controls({
    ...visualizationProps(context, "filters", filters.title, filters.description),
    source: context.contactRecords,
    lists: [
      ...(context.severalContactCenters
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
export function foot(context: DashboardContext, rows: readonly Row[]): readonly Row[] {
  const { definitions, panels, rules } = context.texts;
  const ids = new Set(rows.flatMap((row) => row.panels.map((panel) => panel.visualization.id)));
  const shown = PANEL_NAMES.filter((name) => ids.has(panelProps(context, name).id));
  const text = [
    ...shown.map((name) => `- **${panels[name].title}**: ${panels[name].description}`),
    "",
    ...rules.map((rule) => `- ${rule}`),
  ].join("\n");
  const visualization = markdown({
    ...visualizationProps(context, "definitions", definitions.title, definitions.description),
    markdown: text,
  });
  return [
    { height: 26, panels: [{ visualization, title: definitions.title, width: GRID_COLUMNS }] },
  ];
}
