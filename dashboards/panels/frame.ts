import type { PanelContent, Row } from "../objects/dashboard";
import {
  PANEL_NAMES,
  RULE_NAMES,
  TOPIC_NAMES,
  type DashboardName,
  type HeaderContactCenter,
  type TopicName,
} from "../texts";
import { controls } from "../visualizations/controls";
import { markdown } from "../visualizations/markdown";
import { panelProps, topicId, visualizationProps, type DashboardContext } from "./context";
import { evenRow, heightOfText, row } from "./layout";

/** Widths with which the links, and three filters beside each other, fit at 1600 pixels. */
const HEADER = { height: 7, about: 20, filters: 28 } as const;

/** The first row of every dashboard. */
export function header(
  context: DashboardContext,
  topic: TopicName,
  contactCenters: readonly HeaderContactCenter[],
): Row {
  return row(
    HEADER.height,
    [about(context, topic, contactCenters), HEADER.about],
    [filters(context), HEADER.filters],
  );
}

/** The contact centers that the numbers are of, and links to the other dashboards. */
function about(
  context: DashboardContext,
  topic: TopicName,
  contactCenters: readonly HeaderContactCenter[],
): PanelContent {
  const { header, headerText } = context.texts;
  const visualization = markdown({
    ...visualizationProps(context, ofTopic(topic, "about"), header.title, header.description),
    markdown: headerText(context.title, navigation(context, topic), contactCenters),
    // The same tab: the time range that is chosen there stays.
    openLinksInNewTab: false,
  });
  return { visualization, title: header.title };
}

/** Relative to the page of Dashboards' application, whatever its address and tenant. */
function navigation(context: DashboardContext, current: TopicName): string {
  const dashboards: readonly DashboardName[] = context.severalContactCenters
    ? TOPIC_NAMES
    : [...TOPIC_NAMES, "wall"];
  return dashboards
    .map((name) => {
      const { title } = context.texts.topics[name];
      return name === current ? `**${title}**` : `[${title}](#/view/${topicId(context, name)})`;
    })
    .join(" · ");
}

/** One visualization for the dashboards of all topics. */
function filters(context: DashboardContext): PanelContent {
  const { filters: text, labels } = context.texts;
  const visualization = controls({
    ...visualizationProps(context, "filters", text.title, text.description),
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
  return { visualization, title: text.title };
}

/** The last row: the definition of every number on the dashboard, from the same sentences that the panels carry. */
export function definitions(
  context: DashboardContext,
  topic: TopicName,
  rows: readonly Row[],
): Row {
  const { definitions: text, panels, rules } = context.texts;
  const ids = new Set(
    rows.flatMap((row) => row.panels.map(({ visualization }) => visualization.id)),
  );
  const shown = PANEL_NAMES.filter((name) => ids.has(panelProps(context, name).id));
  const lines = [
    ...shown.map((name) => `- **${panels[name].title}**: ${panels[name].description}`),
    "",
    ...RULE_NAMES.map((name) => `- ${rules[name]}`),
  ].join("\n");
  const visualization = markdown({
    ...visualizationProps(context, ofTopic(topic, "definitions"), text.title, text.description),
    markdown: lines,
  });
  return evenRow(heightOfText(lines), { visualization, title: text.title });
}

/** The panels of the summary have the ids of the first release. */
function ofTopic(topic: TopicName, name: string): string {
  return topic === "summary" ? name : `${topic}-${name}`;
}
