import { GetMetricDataV2Command } from "@aws-sdk/client-connect";
import type {
  GetMetricDataV2CommandInput,
  MetricResultV2,
  MetricV2,
} from "@aws-sdk/client-connect";
import { resourceIdOf } from "../../aws/arns";
import { CHANNELS, type Channel } from "../../aws/channels";
import { METRIC_SLOT_MS } from "../../aws/connect-requests";
import { RECONCILED_COUNTS, RECONCILED_METRICS } from "../../fields";
import type { ConnectApi, RequestLimits } from "../shared/connect/connect-api";
import { Slots, type RequestShare } from "../shared/connect/slots";
import type { LocalDay } from "./days";
import type { HourRow, Numbers, Row } from "./numbers";

/** Limits of a request and of an answer: values of all filters without channels, and rows. */
const QUEUES_PER_REQUEST = 100;
const ROWS_PER_ANSWER = 100;

/** A queue and its service level threshold, in seconds. */
export interface QueueThreshold {
  readonly queueId: string;
  readonly serviceLevelSeconds: number;
}

/**
 * Historical metrics of an instance, by queue and channel.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_GetMetricDataV2.html
 */
export class ConnectMetrics {
  readonly #api: ConnectApi;
  readonly #instanceArn: string;
  readonly #timeZone: string;
  readonly #slots: Slots;

  constructor(
    api: ConnectApi,
    {
      instanceArn,
      share,
      timeZone,
    }: {
      readonly instanceArn: string;
      readonly timeZone: string;
      readonly share: RequestShare;
    },
  ) {
    this.#api = api;
    this.#instanceArn = instanceArn;
    this.#timeZone = timeZone;
    this.#slots = new Slots(METRIC_SLOT_MS, share);
  }

  /** All metrics of a day. */
  async day(
    day: LocalDay,
    thresholds: readonly QueueThreshold[],
    limits: RequestLimits,
  ): Promise<readonly Row<Numbers>[]> {
    const results: MetricResultV2[] = [];
    for (const [seconds, queueIds] of byThreshold(thresholds)) {
      const metrics = RECONCILED_METRICS.map((Name): MetricV2 => ({
        Name,
        ...(Name === "SERVICE_LEVEL" && {
          Threshold: [{ Comparison: "LTE", ThresholdValue: seconds }],
        }),
      }));
      results.push(...(await this.#read(day, queueIds, { period: "DAY", metrics, limits })));
    }
    return results.map((result) => ({ ...dimensionsOf(result), values: valuesOf(result) }));
  }

  /** Counts of each hour of a day; an hour without a contact may have no row. */
  async hours(
    day: LocalDay,
    queueIds: readonly string[],
    limits: RequestLimits,
  ): Promise<readonly HourRow[]> {
    const metrics = RECONCILED_COUNTS.map((Name): MetricV2 => ({ Name }));
    const results = await this.#read(day, queueIds, { period: "HOUR", metrics, limits });
    return results.map((result) => ({
      ...dimensionsOf(result),
      hour: hourOf(result),
      values: valuesOf(result),
    }));
  }

  async #read(
    { end, start }: LocalDay,
    queueIds: readonly string[],
    {
      limits,
      metrics,
      period,
    }: {
      readonly period: "DAY" | "HOUR";
      readonly metrics: MetricV2[];
      readonly limits: RequestLimits;
    },
  ): Promise<readonly MetricResultV2[]> {
    const results: MetricResultV2[] = [];
    for (let from = 0; from < queueIds.length; from += QUEUES_PER_REQUEST) {
      const pages = this.#pages(limits, {
        ResourceArn: this.#instanceArn,
        StartTime: start,
        EndTime: end,
        Interval: { TimeZone: this.#timeZone, IntervalPeriod: period },
        Filters: [
          { FilterKey: "QUEUE", FilterValues: queueIds.slice(from, from + QUEUES_PER_REQUEST) },
          { FilterKey: "CHANNEL", FilterValues: [...CHANNELS] },
        ],
        Groupings: ["QUEUE", "CHANNEL"],
        Metrics: metrics,
        MaxResults: ROWS_PER_ANSWER,
      });
      for await (const page of pages) results.push(...page);
    }
    return results;
  }

  async *#pages(
    limits: RequestLimits,
    input: GetMetricDataV2CommandInput,
  ): AsyncGenerator<readonly MetricResultV2[]> {
    let next: string | undefined;
    do {
      const command = new GetMetricDataV2Command(
        next === undefined ? input : { ...input, NextToken: next },
      );
      const { output } = await this.#api.request(
        "read the metrics of a day",
        this.#slots,
        limits,
        (client, options) => client.send(command, options),
      );
      yield output.MetricResults ?? [];
      next = output.NextToken;
    } while (next !== undefined);
  }
}

/** A request has one threshold, so the service level of a queue is that of its own. */
function byThreshold(
  thresholds: readonly QueueThreshold[],
): ReadonlyMap<number, readonly string[]> {
  const queues = new Map<number, string[]>();
  for (const { queueId, serviceLevelSeconds } of thresholds) {
    queues.set(serviceLevelSeconds, [...(queues.get(serviceLevelSeconds) ?? []), queueId]);
  }
  return queues;
}

/** The queue is named by its id or by its ARN, which ends with the id. */
function dimensionsOf({ Dimensions }: MetricResultV2): Pick<Row<never>, "queueId" | "channel"> {
  const { CHANNEL: channel, QUEUE: queue } = Dimensions ?? {};
  if (queue === undefined || !isChannel(channel)) {
    throw new Error(`Connect gave a row without queue or channel: ${JSON.stringify(Dimensions)}.`);
  }
  return { queueId: resourceIdOf(queue), channel };
}

function isChannel(text: string | undefined): text is Channel {
  return CHANNELS.some((channel) => channel === text);
}

function hourOf({ MetricInterval }: MetricResultV2): number {
  const start = MetricInterval?.StartTime;
  if (start === undefined) throw new Error("Connect gave a row of an hour without its start.");
  return start.getTime();
}

/** A value is null where Connect cannot compute it, as the mean of no contact. */
function valuesOf({ Collections }: MetricResultV2): Numbers {
  const entries = (Collections ?? []).flatMap(({ Metric, Value }) =>
    typeof Value === "number" && Metric?.Name !== undefined ? [[Metric.Name, Value] as const] : [],
  );
  return Object.fromEntries(entries);
}
