import { GetCurrentMetricDataCommand } from "@aws-sdk/client-connect";
import type {
  GetCurrentMetricDataCommandInput,
  GetCurrentMetricDataCommandOutput,
} from "@aws-sdk/client-connect";
import { METRIC_SLOT_MS } from "../../aws/connect-requests";
import type { Answer, ConnectApi, RequestLimits } from "../shared/connect/connect-api";
import type { Settings } from "./settings";
import { Slots } from "../shared/connect/slots";
import { CHANNELS } from "../../aws/channels";
import { METRICS, readRow } from "./snapshot";
import type { Queue } from "../shared/connect/queue";
import type { Counts, Snapshot } from "./snapshot";

/** Limits of one request and of one answer. */
const QUEUES_PER_REQUEST = 100;
const ROWS_PER_ANSWER = 100;
/**
 * A snapshot from further in the future is refused: as the newest version it would keep out every
 * correct one until that time.
 */
const MAX_CLOCK_SKEW_MS = 60_000;

/** The clocks of Connect and of the function differ too much. */
export class ClockSkewError extends Error {
  constructor(time: Date) {
    super(
      `Connect dates its numbers ${time.toISOString()}, which is in the future here; they are not written. ` +
        "The next refresh reads them again.",
    );
    this.name = "ClockSkewError";
  }
}

/** Reads all current metrics of an instance, a hundred queues per request. */
export class SnapshotReader {
  readonly #api: ConnectApi;
  readonly #instanceId: string;
  readonly #slots: Slots;

  constructor(api: ConnectApi, { instanceId, share }: Pick<Settings, "instanceId" | "share">) {
    this.#api = api;
    this.#instanceId = instanceId;
    this.#slots = new Slots(METRIC_SLOT_MS, share);
  }

  /** No invocation may send a request earlier. */
  get earliestNextRequest(): number {
    return this.#slots.unusedFrom;
  }

  async read(queues: readonly Queue[], limits: RequestLimits): Promise<Snapshot> {
    const counts = new Map<string, Counts>();
    const times: number[] = [];
    const sent: number[] = [];
    for (let from = 0; from < queues.length; from += QUEUES_PER_REQUEST) {
      const part = queues.slice(from, from + QUEUES_PER_REQUEST);
      for await (const { output, sentAt } of this.#pages(part, limits)) {
        for (const row of output.MetricResults ?? []) {
          const { key, counts: rowCounts } = readRow(row);
          counts.set(key, rowCounts);
        }
        sent.push(sentAt);
        times.push(snapshotTime(output, sentAt));
      }
    }
    const readAt = Math.min(...sent, Date.now());
    return {
      time: new Date(Math.min(...times, Date.now())),
      readAt: new Date(readAt),
      queues,
      counts,
    };
  }

  async *#pages(
    queues: readonly Queue[],
    limits: RequestLimits,
  ): AsyncGenerator<Answer<GetCurrentMetricDataCommandOutput>> {
    const input: GetCurrentMetricDataCommandInput = {
      InstanceId: this.#instanceId,
      Filters: { Queues: queues.map(({ id }) => id), Channels: [...CHANNELS] },
      Groupings: ["QUEUE", "CHANNEL"],
      CurrentMetrics: Object.entries(METRICS).map(([name, unit]) => ({
        Name: name as keyof typeof METRICS,
        Unit: unit,
      })),
      MaxResults: ROWS_PER_ANSWER,
    };
    let next: string | undefined;
    do {
      const command = new GetCurrentMetricDataCommand(
        next === undefined ? input : { ...input, NextToken: next },
      );
      const answer = await this.#api.request(
        "read the queues",
        this.#slots,
        limits,
        (client, options) => client.send(command, options),
      );
      yield answer;
      next = answer.output.NextToken;
    } while (next !== undefined);
  }
}

/** Connect's time; that of the request where the answer has none. */
function snapshotTime(
  { DataSnapshotTime: time }: GetCurrentMetricDataCommandOutput,
  sentAt: number,
): number {
  if (time === undefined) return sentAt;
  if (time.getTime() > Date.now() + MAX_CLOCK_SKEW_MS) throw new ClockSkewError(time);
  return time.getTime();
}
