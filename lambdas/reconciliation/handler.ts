import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Context } from "aws-lambda";
import { resourceIdOf } from "../../aws/arns";
import { LIST_SLOT_MS } from "../../aws/connect-requests";
import { ConnectApi } from "../shared/connect/connect-api";
import type { Queue } from "../shared/connect/queue";
import { listQueues } from "../shared/connect/queues";
import { Slots } from "../shared/connect/slots";
import { Deadline } from "../shared/deadline";
import { domainClient } from "../shared/domain-client";
import { METRIC_NAMESPACE } from "../shared/metric-namespace";
import { largestDifferencePercent } from "./comparison";
import { ConnectMetrics } from "./connect-metrics";
import { closedDays } from "./days";
import { documentsOf } from "./documents";
import { DIFFERENCE_METRIC } from "./metric-names";
import { OwnMetrics } from "./own-metrics";
import { reconcileDay, type ReconciledDay } from "./reconcile";
import { ReconciliationIndex } from "./reconciliation-index";
import { parseRequest } from "./request";
import { fromEnvironment } from "./settings";

/** Kept for the log and the metric when the deadline has passed. */
const RESERVE_MS = 10_000;
/** An answer with many rows takes seconds; a request that takes longer counts as lost. */
const CONNECT_TIMEOUT_MS = 20_000;
/** Dashboards waits as long for a search. */
const DOMAIN_TIMEOUT_MS = 30_000;
/** A record that was late for the first comparison of its day is there in the next. */
const COMPARED_DAYS = 3;
/** Differences that the log names; the index has all. */
const LOGGED_DIFFERENCES = 50;
/** Once a day, the function uses the quota alone; requests that Connect refuses are repeated. */
const WHOLE_QUOTA = { position: 0, of: 1 };

const settings = fromEnvironment(process.env);
const names = { serviceName: settings.contactCenter };
const logger = new Logger(names);
const metrics = new Metrics({ ...names, namespace: METRIC_NAMESPACE });
const api = new ConnectApi(CONNECT_TIMEOUT_MS);
const domain = domainClient(settings.domainUrl, DOMAIN_TIMEOUT_MS);
const connect = new ConnectMetrics(api, { ...settings, share: WHOLE_QUOTA });
const own = new OwnMetrics(domain, settings.contactRecordIndex);
const index = new ReconciliationIndex(domain, settings.reconciliationIndex);

/**
 * Compares the numbers of Connect with those of the contact records, for the days before the time of the schedule. A
 * failure fails the invocation: Lambda repeats it twice, then the event is a dead letter.
 */
export async function handler(event: unknown, context: Context): Promise<void> {
  try {
    const { scheduledTime } = parseRequest(event);
    const deadline = new Deadline(Date.now() + context.getRemainingTimeInMillis() - RESERVE_MS);
    await reconcile(new Date(scheduledTime), deadline);
  } catch (error) {
    logger.error("The reconciliation failed.", error as Error);
    throw error;
  }
}

async function reconcile(moment: Date, deadline: Deadline): Promise<void> {
  const { instanceArn, serviceLevelSeconds, timeZone } = settings;
  const limits = { deadline };
  const slots = new Slots(LIST_SLOT_MS, WHOLE_QUOTA);
  const { queues } = await listQueues(api, resourceIdOf(instanceArn), slots, limits);
  const sources = { connect, own, queues, serviceLevelSeconds };
  const differences: number[] = [];
  for (const day of closedDays(moment, COMPARED_DAYS, timeZone)) {
    const reconciled = await reconcileDay(day, sources, limits);
    await write(reconciled, queues, deadline);
    differences.push(largestDifferencePercent(reconciled.comparisons));
  }
  metrics.addMetric(DIFFERENCE_METRIC, MetricUnit.Percent, Math.max(...differences));
  metrics.publishStoredMetrics();
  logger.info("reconciled", { queues: queues.length, differences });
}

async function write(
  { comparisons, day, hours }: ReconciledDay,
  queues: readonly Queue[],
  deadline: Deadline,
): Promise<void> {
  const queueNames = new Map(queues.map(({ id, name }) => [id, name]));
  const documents = documentsOf(day, comparisons, hours, {
    contactCenter: settings.contactCenter,
    indexName: settings.reconciliationIndex,
    timeZone: settings.timeZone,
    queueName: (queueId) => queueNames.get(queueId) ?? queueId,
  });
  await index.replace(day, documents, deadline);
  for (const { document } of documents
    .filter((stored) => stored.document.Scope === "hour")
    .slice(0, LOGGED_DIFFERENCES)) {
    logger.warn("A count differs.", { ...document });
  }
}
