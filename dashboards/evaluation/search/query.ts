import type { DashboardFilter, Json, SearchContext } from "./context";
import { assertEmptyQuery, type ParsedIndexPattern, type ParsedVisualization } from "./saved";

/**
 * The query as Dashboards puts it together: the dashboard's query and filters, then the
 * visualization's, without doubles, then the time range.
 */
export function queryOf(
  visualization: ParsedVisualization,
  pattern: ParsedIndexPattern,
  context: SearchContext,
): Json {
  const { filter, must_not } = filterClauses(visualization.filters, context);
  return {
    bool: { must: [], filter: [...filter, ...timeRangeOf(pattern, context)], should: [], must_not },
  };
}

/** The dashboard's query and filters, then the visualization's, without doubles. */
export function filterClauses(
  own: readonly DashboardFilter[],
  context: Pick<SearchContext, "query" | "filters">,
): { readonly filter: readonly Json[]; readonly must_not: readonly Json[] } {
  assertEmptyQuery(context.query ?? "");
  const filters = unique([...(context.filters ?? []), ...own]);
  const clauses = (negate: boolean): readonly Json[] =>
    filters.filter(({ meta }) => (meta?.negate ?? false) === negate).map(clause);
  // Both queries are empty: equal, so one of them remains.
  return { filter: [{ match_all: {} }, ...clauses(false)], must_not: clauses(true) };
}

function unique(filters: readonly DashboardFilter[]): readonly DashboardFilter[] {
  const byClause = new Map<string, DashboardFilter>();
  for (const filter of filters) {
    if (filter.meta?.disabled) continue;
    const key = JSON.stringify([filter.meta?.negate ?? false, clause(filter)]);
    if (!byClause.has(key)) byClause.set(key, filter);
  }
  return [...byClause.values()];
}

/** What is sent of a filter: its query, or whatever it has beside its own bookkeeping. */
function clause(filter: DashboardFilter): Json {
  const own = Object.entries(filter).filter(([name]) => name !== "meta" && name !== "$state");
  return filter.query ?? Object.fromEntries(own);
}

/** The chosen time range as a filter; none where the index pattern has no time. */
export function timeRangeOf(
  pattern: ParsedIndexPattern,
  context: Pick<SearchContext, "timeRange">,
): readonly Json[] {
  const { timeField } = pattern;
  if (timeField === undefined || !pattern.fields.has(timeField)) return [];
  const { gte, lte } = context.timeRange;
  return [{ range: { [timeField]: { gte, lte, format: "strict_date_optional_time" } } }];
}
