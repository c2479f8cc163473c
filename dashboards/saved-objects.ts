import type { ContactCenter, Domain } from "../config/configuration";
import { dashboardObject } from "./objects/dashboard";
import type { SavedObject } from "./objects/saved-object";
import { byDay } from "./panels/by-day";
import { byHour } from "./panels/by-hour";
import { comparisons } from "./panels/comparisons";
import { foot, head } from "./panels/frame";
import { keyFigures } from "./panels/key-figures";
import { agentsAtWork, live } from "./panels/live";
import { contactCenterScope, overviewScope, type ScopeWithPatterns } from "./scopes";
import type { Place } from "./texts";

/** A dashboard with everything that it is made of. */
export interface DashboardObjects {
  /** Whose it is; absent: it is over all contact centers of the domain. */
  readonly contactCenter?: ContactCenter;
  readonly dashboard: SavedObject<"dashboard">;
  /** All objects, the dashboard among them, what is referred to first. */
  readonly objects: readonly SavedObject[];
}

/** One dashboard for each contact center of the domain, and one over all of them. */
export function dashboardsFor(
  domain: Domain,
  contactCenters: readonly ContactCenter[],
): readonly DashboardObjects[] {
  const served = contactCenters.filter((center) => center.domain.name === domain.name);
  return [
    ...served.map((center) => ({
      contactCenter: center,
      ...buildDashboard(contactCenterScope(center), [center]),
    })),
    buildDashboard(overviewScope(domain, served), served),
  ];
}

/** Every saved object of a domain. */
export function savedObjectsFor(
  domain: Domain,
  contactCenters: readonly ContactCenter[],
): readonly SavedObject[] {
  return dashboardsFor(domain, contactCenters).flatMap(({ objects }) => objects);
}

function buildDashboard(
  { scope, indexPatterns }: ScopeWithPatterns,
  places: readonly Place[],
): Omit<DashboardObjects, "contactCenter"> {
  const body = [
    ...head(scope, places),
    ...keyFigures(scope),
    ...byDay(scope),
    ...byHour(scope),
    ...comparisons(scope),
    ...live(scope),
    ...agentsAtWork(scope),
  ];
  const rows = [...body, ...foot(scope, body)];
  const dashboard = dashboardObject({
    id: scope.idPrefix,
    title: scope.title,
    description: scope.texts.dashboardDescription,
    rows,
  });
  const visualizations = rows.flatMap(({ panels }) =>
    panels.map(({ visualization }) => visualization),
  );
  return { dashboard, objects: [...indexPatterns, ...visualizations, dashboard] };
}
