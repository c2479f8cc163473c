import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { Client } from "@opensearch-project/opensearch";
import { AwsSigv4Signer } from "@opensearch-project/opensearch/aws-v3";
import type { Context, SQSEvent } from "aws-lambda";
import { Deadline } from "../shared/deadline";
import { ConnectApi } from "./connect-api";
import { METRIC_NAMESPACE, QUEUE_DEPTH_METRICS } from "./metric-names";
import { NumbersIndex } from "./numbers-index";
import { Refresher } from "./refresher";
import { fromEnvironment } from "./settings";

/** Left to log and to measure after everything else has run out of time. */
const RESERVE_MS = 2_000;
/** A domain answers in milliseconds; one that does not is asked again. */
const DOMAIN_TIMEOUT_MS = 5_000;

const settings = fromEnvironment(process.env);
const names = { serviceName: settings.contactCenter };
const logger = new Logger(names);
const metrics = new Metrics({ ...names, namespace: METRIC_NAMESPACE });
const api = new ConnectApi();
const domain = new Client({
  ...AwsSigv4Signer({
    region: process.env["AWS_REGION"] ?? "",
    service: "es",
    // A provider of its own each time: a token that has expired is not asked for again.
    getCredentials: async () => await defaultProvider()(),
  }),
  node: settings.domainUrl,
  requestTimeout: DOMAIN_TIMEOUT_MS,
  // Retries are our own: they know how much time is left.
  maxRetries: 0,
});
const refresher = new Refresher(settings, api, new NumbersIndex(domain, settings.depthIndex));

/**
 * Takes a batch of contact events and ticks. What they say does not matter, only when they came: the
 * numbers are read anew unless they are newer already. If that fails, so does the whole batch.
 */
export async function handler(event: SQSEvent, context: Context): Promise<void> {
  const newest = Math.max(
    ...event.Records.map((record) => Number(record.attributes.SentTimestamp)),
  );
  const deadline = new Deadline(Date.now() + context.getRemainingTimeInMillis() - RESERVE_MS);
  try {
    const outcome = await refresher.coverEventsUntil(newest, deadline);
    metrics.addMetric(
      QUEUE_DEPTH_METRICS.refreshes,
      MetricUnit.Count,
      outcome === "refreshed" ? 1 : 0,
    );
    const { slotWaitMs } = api;
    logger.info(outcome, { messages: event.Records.length, slotWaitMs });
  } catch (error) {
    logger.error("The numbers could not be refreshed.", error as Error);
    throw error;
  } finally {
    measure();
  }
}

function measure(): void {
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
