import type { ContactCenter } from "../../../config/configuration";
import { panelFormats } from "../../../dashboards/evaluation/format";
import { indexPatternOf } from "../../../dashboards/evaluation/search";
import type { SavedObject } from "../../../dashboards/objects/saved-object";
import { contactCenterContent } from "../../../modules/stacks/content-props";
import { evaluateReport, parsePeriod, type Period, type Report } from "../../../report";
import type { OpenSearchClient } from "../../../workbench/opensearch/client";
import { send, show, visualizationOf } from "./show";

/** March 2026 on the clock of the contact center. */
export function marchOf({ timeZone }: ContactCenter): Period {
  const period = parsePeriod("2026-03", timeZone);
  if (!period) throw new Error("2026-03 is a month.");
  return period;
}

/** The report as the function evaluates it. */
export async function reportOf(
  node: OpenSearchClient,
  contactCenter: ContactCenter,
  period: Period,
): Promise<Report> {
  return await evaluateReport({
    contactCenter: contactCenterContent(contactCenter),
    period,
    search: (request) => send(node, request),
    evaluatedAt: new Date("2026-04-01T04:00:00Z"),
  });
}

/** The texts of a panel's first row, as the dashboard shows them to a viewer in the contact center's zone. */
export async function shownTexts(
  node: OpenSearchClient,
  objects: readonly SavedObject[],
  id: string,
  { range: timeRange, timeZone }: Period,
): Promise<readonly string[]> {
  const context = { timeRange, timeZone };
  const visualization = visualizationOf(objects, id);
  const formats = panelFormats(visualization, indexPatternOf(visualization, objects), context);
  const { rows } = await show(node, objects, id, context);
  return (rows[0] ?? []).map((cell, column) => (formats[column] ?? String)(cell));
}
