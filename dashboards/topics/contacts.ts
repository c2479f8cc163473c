import type { Row } from "../objects/dashboard";
import { busyHours, callsByHour } from "../panels/by-hour";
import type { DashboardContext } from "../panels/context";
import { CHARTS, evenRow } from "../panels/layout";

/** The contacts of the chosen time range. */
export function contacts(context: DashboardContext): readonly Row[] {
  return [evenRow(CHARTS, busyHours(context)), evenRow(CHARTS, callsByHour(context))];
}
