import type { PriceList } from "../../aws/prices";
import { HOURS_PER_MONTH } from "../../aws/prices";
import { QUEUE_DEPTH_METRICS } from "../../lambdas/queue-depth/metric-names";
import { BATCHING_WINDOW_SECONDS } from "../../modules/queue-depth/limits";
import { charge, type CostItem } from "./cost-item";
import { functionCosts } from "./function-costs";

/** Measured: a warm invocation that reads Connect (150 ms) and writes to the domain (30 ms), rounded up. */
const INVOCATION_SECONDS = 0.25;
/** The platform's lines of an invocation and the metrics in embedded format. */
const LOG_BYTES_OF_AN_INVOCATION = 1_000;
/**
 * An event source mapping receives with five long polls of 20 seconds, also from an empty queue.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
const IDLE_RECEIVES = (5 * HOURS_PER_MONTH * 3600) / 20;
/** Messages that SQS returns or deletes in one request. */
const MESSAGES_OF_A_REQUEST = 10;
const MOST_INVOCATIONS = (HOURS_PER_MONTH * 3600) / BATCHING_WINDOW_SECONDS;

export interface QueueDepthLoad {
  /** Memory of the function in MiB. */
  readonly memory: number;
  readonly pollIntervalMinutes: number;
  /** Alerts, each with a metric. */
  readonly alerts: number;
}

/** Charges of queue depth without a contact: the schedule, the polls of the queue and the custom metrics. */
export function scheduledReadings(load: QueueDepthLoad, prices: PriceList): readonly CostItem[] {
  const readings = (HOURS_PER_MONTH * 60) / load.pollIntervalMinutes;
  const metrics = Object.keys(QUEUE_DEPTH_METRICS).length + load.alerts;
  const { cloudWatch, scheduler, sqs } = prices;
  return [
    charge(
      "Amazon CloudWatch",
      "custom metrics",
      metrics,
      "metric-months",
      cloudWatch.customMetricMonth,
    ),
    charge(
      "Amazon EventBridge",
      "scheduled readings",
      readings / 1e6,
      "million",
      scheduler.millionInvocations,
    ),
    charge(
      "Amazon SQS",
      "requests",
      (IDLE_RECEIVES + requestsFor(readings, readings)) / 1e6,
      "million",
      sqs.millionRequests,
    ),
    ...invocations(readings, load.memory, prices),
  ];
}

/** Charges for the refresh requests of contact events. Events of AWS services are free. */
export function requestedReadings(
  requests: number,
  { memory }: QueueDepthLoad,
  prices: PriceList,
): readonly CostItem[] {
  const readings = Math.min(requests, MOST_INVOCATIONS);
  return [
    charge(
      "Amazon SQS",
      "requests",
      requestsFor(requests, readings) / 1e6,
      "million",
      prices.sqs.millionRequests,
    ),
    ...invocations(readings, memory, prices),
  ];
}

/** Sent one by one, received and deleted in batches. */
function requestsFor(messages: number, readings: number): number {
  return messages + 2 * Math.max(readings, messages / MESSAGES_OF_A_REQUEST);
}

function invocations(count: number, memory: number, prices: PriceList): readonly CostItem[] {
  return functionCosts(
    {
      invocations: count,
      seconds: INVOCATION_SECONDS,
      memory,
      logBytes: LOG_BYTES_OF_AN_INVOCATION,
    },
    prices,
  );
}
