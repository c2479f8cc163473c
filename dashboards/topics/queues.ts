import type { Row } from "../objects/dashboard";
import { abandonedPerDay, serviceLevelPerDay, waitingPercentiles } from "../panels/by-day";
import { queues as queuesTable } from "../panels/comparisons";
import type { DashboardContext, Queues } from "../panels/context";
import { intervals } from "../panels/intervals";
import { reconciliation, reconciliationHours } from "../panels/reconciliation";
import { queuesNow, queueTrend, waitingByQueue } from "../panels/live";
import { CHARTS, evenRow, TABLES } from "../panels/layout";
import { serviceLevelThresholds } from "../panels/service-level-thresholds";

/** The queues: current metrics, then the chosen time range. */
export function queues(context: DashboardContext): readonly Row[] {
  return [
    ...(context.queues ? current(context, context.queues) : []),
    evenRow(TABLES, queuesTable(context)),
    ...(context.serviceLevelThresholds.length > 0
      ? [evenRow(TABLES, serviceLevelThresholds(context))]
      : []),
    evenRow(CHARTS, serviceLevelPerDay(context), abandonedPerDay(context)),
    evenRow(CHARTS, waitingPercentiles(context)),
    evenRow(TABLES, intervals(context)),
    ...(context.reconciliation ? reconciled(context, context.reconciliation) : []),
  ];
}

function reconciled(
  context: DashboardContext,
  source: NonNullable<DashboardContext["reconciliation"]>,
): readonly Row[] {
  return [
    evenRow(TABLES, reconciliation(context, source)),
    evenRow(TABLES, reconciliationHours(context, source)),
  ];
}

function current(context: DashboardContext, indexPatterns: Queues): readonly Row[] {
  return [
    evenRow(CHARTS, queuesNow(context, indexPatterns)),
    evenRow(CHARTS, queueTrend(context, indexPatterns), waitingByQueue(context, indexPatterns)),
  ];
}
