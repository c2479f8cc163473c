import type { DashboardContactCenter } from "./contact-center";
import { contactCenterContext, overviewContext, type ContextWithIndexPatterns } from "./contexts";
import { dashboardObject } from "./objects/dashboard";
import type { SavedObject } from "./objects/saved-object";
import { agentTime } from "./panels/agent-time";
import { byDay } from "./panels/by-day";
import { byHour } from "./panels/by-hour";
import { comparisons } from "./panels/comparisons";
import { foot, head } from "./panels/frame";
import { keyFigures } from "./panels/key-figures";
import { agentsAtWork, live } from "./panels/live";

export interface DashboardsProps<C extends DashboardContactCenter = DashboardContactCenter> {
  /** Id of the dashboard over all contact centers and prefix of the ids of its other saved objects. */
  readonly overviewId: string;
  /** Contact centers that get a dashboard each and share the overview. */
  readonly contactCenters: readonly C[];
}

/** A dashboard with all saved objects that it refers to. */
export interface DashboardObjects<C extends DashboardContactCenter = DashboardContactCenter> {
  /** The contact center that it shows; absent: all of them. */
  readonly contactCenter?: C;
  readonly dashboard: SavedObject<"dashboard">;
  /** All objects, the dashboard among them, in an order in which a reference follows its target. */
  readonly objects: readonly SavedObject[];
}

/** One dashboard for each contact center, and one over all of them. */
export function dashboardsFor<C extends DashboardContactCenter>({
  contactCenters,
  overviewId,
}: DashboardsProps<C>): readonly DashboardObjects<C>[] {
  return [
    ...contactCenters.map((center) => ({
      contactCenter: center,
      ...buildDashboard(contactCenterContext(center), [center]),
    })),
    buildDashboard(overviewContext(overviewId, contactCenters), contactCenters),
  ];
}

/** The saved objects of all dashboards. */
export function savedObjectsFor(props: DashboardsProps): readonly SavedObject[] {
  return dashboardsFor(props).flatMap(({ objects }) => objects);
}

function buildDashboard(
  { context, indexPatterns }: ContextWithIndexPatterns,
  contactCenters: readonly DashboardContactCenter[],
): Omit<DashboardObjects, "contactCenter"> {
  const body = [
    ...head(context, contactCenters),
    ...keyFigures(context),
    ...byDay(context),
    ...byHour(context),
    ...comparisons(context),
    ...live(context),
    ...agentsAtWork(context),
    ...agentTime(context),
  ];
  const rows = [...body, ...foot(context, body)];
  const dashboard = dashboardObject({
    id: context.idPrefix,
    title: context.title,
    description: context.texts.dashboardDescription,
    rows,
  });
  const visualizations = rows.flatMap(({ panels }) =>
    panels.map(({ visualization }) => visualization),
  );
  return { dashboard, objects: [...indexPatterns, ...visualizations, dashboard] };
}
