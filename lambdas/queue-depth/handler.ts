import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Context, SQSEvent } from "aws-lambda";
import { Deadline } from "../shared/deadline";
import { domainClient } from "../shared/domain-client";
import { METRIC_NAMESPACE } from "../shared/metric-namespace";
import { AlertEvaluator } from "./alerts/alert-evaluator";
import { ContactRecordIndex } from "./alerts/contact-record-index";
import { publish } from "./alerts/publish";
import { ConnectApi } from "../shared/connect/connect-api";
import { QUEUE_DEPTH_METRICS } from "./metric-names";
import { QueueMetricsIndex } from "./queue-metrics-index";
import { Refresher } from "./refresher";
import { fromEnvironment } from "./settings";

/** Kept for the log and the metrics when the deadline has passed. */
const RESERVE_MS = 2_000;
/** A domain answers in milliseconds; a request that takes longer is sent again. */
const DOMAIN_TIMEOUT_MS = 5_000;

const settings = fromEnvironment(process.env);
const names = { serviceName: settings.contactCenter };
const logger = new Logger(names);
const metrics = new Metrics({ ...names, namespace: METRIC_NAMESPACE });
const api = new ConnectApi();
const domain = domainClient(settings.domainUrl, DOMAIN_TIMEOUT_MS);
const index = new QueueMetricsIndex(domain, settings.depthIndex);
const refresher = new Refresher(settings, api, index);
const evaluator = alertEvaluator();

/**
 * Handles a batch of refresh requests, sent by contact events and by the schedule. Only the time of the
 * newest one counts: Connect is read if the stored snapshot is older. A failure fails the whole batch.
 */
export async function handler(event: SQSEvent, context: Context): Promise<void> {
  const deadline = new Deadline(Date.now() + context.getRemainingTimeInMillis() - RESERVE_MS);
  try {
    await logged("The current metrics could not be refreshed.", () => refresh(event, deadline));
    await logged("The metrics of the alerts could not be published.", () =>
      publishAlerts(deadline),
    );
  } finally {
    publishMetrics();
  }
}

async function refresh({ Records }: SQSEvent, deadline: Deadline): Promise<void> {
  const newest = Math.max(...Records.map((record) => Number(record.attributes.SentTimestamp)));
  const outcome = await refresher.refreshIfOlderThan(newest, deadline);
  metrics.addMetric(
    QUEUE_DEPTH_METRICS.refreshes,
    MetricUnit.Count,
    outcome === "refreshed" ? 1 : 0,
  );
  const { slotWaitMs } = api;
  logger.info(outcome, { messages: Records.length, slotWaitMs });
}

async function logged(problem: string, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    logger.error(problem, error as Error);
    throw error;
  }
}

function alertEvaluator(): AlertEvaluator | undefined {
  const { alerts } = settings;
  if (!alerts) return undefined;
  const { contactRecordIndex } = alerts;
  const contactRecords =
    contactRecordIndex === undefined
      ? undefined
      : new ContactRecordIndex(domain, contactRecordIndex);
  return new AlertEvaluator({ ...settings, alerts }, index, contactRecords);
}

async function publishAlerts(deadline: Deadline): Promise<void> {
  const { newestSnapshot } = refresher;
  if (!evaluator || newestSnapshot === undefined) return;
  const evaluation = await evaluator.evaluate(newestSnapshot, deadline);
  if (!evaluation) return;
  publish(evaluation, metrics);
  if (evaluation.unknownQueues.length > 0) {
    const { unknownQueues } = evaluation;
    logger.warn("Alerts name queues that Connect does not have.", { unknownQueues });
  }
}

function publishMetrics(): void {
  const { newestSnapshot } = refresher;
  if (newestSnapshot !== undefined) {
    const age = Math.max(0, Date.now() - newestSnapshot) / 1_000;
    metrics.addMetric(QUEUE_DEPTH_METRICS.snapshotAge, MetricUnit.Seconds, age);
  }
  metrics.addMetric(QUEUE_DEPTH_METRICS.throttles, MetricUnit.Count, api.throttles);
  api.throttles = 0;
  api.slotWaitMs = 0;
  metrics.publishStoredMetrics();
}
