import type { DashboardContactCenter } from "./contact-center";
import { contactCenterContext, overviewContext, type ContextWithIndexPatterns } from "./contexts";
import { dashboardObject, MONTH, TODAY, type Row } from "./objects/dashboard";
import type { SavedObject } from "./objects/saved-object";
import { topicId, type DashboardContext } from "./panels/context";
import { definitions, header } from "./panels/frame";
import { TOPIC_NAMES, type TopicName } from "./texts";
import { TOPICS } from "./topics";
import { wall } from "./topics/wall";

export interface DashboardsProps<C extends DashboardContactCenter = DashboardContactCenter> {
  /** Id of the first dashboard over all contact centers and prefix of the ids of its other saved objects. */
  readonly overviewId: string;
  /** Contact centers that get dashboards of their own and share those over all. */
  readonly contactCenters: readonly C[];
}

/** The dashboards of one contact center, or over all of them, with all saved objects that they refer to. */
export interface DashboardObjects<C extends DashboardContactCenter = DashboardContactCenter> {
  /** The contact center that they show; absent: all of them. */
  readonly contactCenter?: C;
  /** By topic, first the summary; over all contact centers there is no wall. */
  readonly dashboards: Readonly<Record<TopicName, SavedObject<"dashboard">>> & {
    readonly wall?: SavedObject<"dashboard">;
  };
  /** All objects, the dashboards among them, each once, in an order in which a reference follows its target. */
  readonly objects: readonly SavedObject[];
}

/** The dashboards of each contact center, and those over all of them. */
export function dashboardsFor<C extends DashboardContactCenter>({
  contactCenters,
  overviewId,
}: DashboardsProps<C>): readonly DashboardObjects<C>[] {
  return [
    ...contactCenters.map((center) => ({
      contactCenter: center,
      ...buildDashboards(contactCenterContext(center), [center]),
    })),
    buildDashboards(overviewContext(overviewId, contactCenters), contactCenters),
  ];
}

/** The saved objects of all dashboards. */
export function savedObjectsFor(props: DashboardsProps): readonly SavedObject[] {
  return dashboardsFor(props).flatMap(({ objects }) => objects);
}

function buildDashboards(
  { context, indexPatterns }: ContextWithIndexPatterns,
  contactCenters: readonly DashboardContactCenter[],
): Omit<DashboardObjects, "contactCenter"> {
  const rows = byTopic((topic) => topicRows(context, topic, contactCenters));
  const topics = byTopic((topic) => topicDashboard(context, topic, rows[topic]));
  const wallRows = context.severalContactCenters ? [] : wall(context);
  const dashboards = {
    ...topics,
    ...(wallRows.length > 0 && { wall: onTheWall(context, wallRows) }),
  };
  const visualizations = [...Object.values(rows).flat(), ...wallRows].flatMap(({ panels }) =>
    panels.map(({ visualization }) => visualization),
  );
  // The filters are on every dashboard.
  const byId = new Map(visualizations.map((visualization) => [visualization.id, visualization]));
  return {
    dashboards,
    objects: [...indexPatterns, ...byId.values(), ...Object.values(dashboards)],
  };
}

function byTopic<T>(build: (topic: TopicName) => T): Readonly<Record<TopicName, T>> {
  const entries = TOPIC_NAMES.map((topic) => [topic, build(topic)]);
  return Object.fromEntries(entries) as Record<TopicName, T>;
}

function topicRows(
  context: DashboardContext,
  topic: TopicName,
  contactCenters: readonly DashboardContactCenter[],
): readonly Row[] {
  const rows = TOPICS[topic](context);
  return [header(context, topic, contactCenters), ...rows, definitions(context, topic, rows)];
}

/** Only the summary sets the time range, so that links between the others, and from it, keep the chosen one. */
function topicDashboard(
  context: DashboardContext,
  topic: TopicName,
  rows: readonly Row[],
): SavedObject<"dashboard"> {
  const { description, title } = context.texts.topics[topic];
  const isSummary = topic === "summary";
  return dashboardObject({
    id: topicId(context, topic),
    title: isSummary ? context.title : `${context.title}: ${title}`,
    description,
    time: isSummary ? MONTH : "kept",
    rows,
  });
}

/** The labels of the numbers are all that a screen in the room needs. */
function onTheWall(context: DashboardContext, rows: readonly Row[]): SavedObject<"dashboard"> {
  const { description, title } = context.texts.topics.wall;
  return dashboardObject({
    id: topicId(context, "wall"),
    title: `${context.title}: ${title}`,
    description,
    time: TODAY,
    hidePanelTitles: true,
    rows,
  });
}
