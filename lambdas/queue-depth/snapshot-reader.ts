import { GetCurrentMetricDataCommand } from "@aws-sdk/client-connect";
import type {
  GetCurrentMetricDataCommandInput,
  GetCurrentMetricDataCommandOutput,
} from "@aws-sdk/client-connect";
import type { Answer, ConnectApi, Permit } from "./connect-api";
import { METRIC_SLOT_MS } from "../../aws/connect-requests";
import { Slots } from "./slots";
import type { RequestShare } from "./slots";
import { CHANNELS, METRICS, readRow } from "./snapshot";
import type { Counts, Queue, Snapshot } from "./snapshot";

/** Queues that one request may ask for, and rows that one answer may have. */
const QUEUES_A_REQUEST = 100;
const ROWS_AN_ANSWER = 100;
/**
 * A snapshot from further in the future is refused: as the newest of all it would keep every honest
 * one out until that time has come.
 */
const CLOCKS_DIFFER_AT_MOST_MS = 60_000;

/** Connect's clock and ours disagree by more than clocks do. */
export class ClockError extends Error {
  constructor(time: Date) {
    super(
      `Connect dates its numbers ${time.toISOString()}, which is in the future here; they are not written.`,
    );
    this.name = "ClockError";
  }
}

/** Reads all numbers of an instance, a hundred queues at a time. */
export class SnapshotReader {
  readonly #slots: Slots;

  constructor(
    private readonly api: ConnectApi,
    private readonly instanceId: string,
    share: RequestShare,
  ) {
    this.#slots = new Slots(METRIC_SLOT_MS, share);
  }

  /** No request may leave earlier, whoever sends it. */
  get restsUntil(): number {
    return this.#slots.unusedFrom;
  }

  async read(queues: readonly Queue[], permit: Permit): Promise<Snapshot> {
    const counts = new Map<string, Counts>();
    const times: number[] = [];
    const sent: number[] = [];
    for (let from = 0; from < queues.length; from += QUEUES_A_REQUEST) {
      const part = queues.slice(from, from + QUEUES_A_REQUEST);
      for await (const { output, sentAt } of this.#pages(part, permit)) {
        for (const row of output.MetricResults ?? []) {
          const { key, counts: theirs } = readRow(row);
          counts.set(key, theirs);
        }
        sent.push(sentAt);
        times.push(checkedTime(output.DataSnapshotTime, sentAt));
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
    permit: Permit,
  ): AsyncGenerator<Answer<GetCurrentMetricDataCommandOutput>> {
    const input: GetCurrentMetricDataCommandInput = {
      InstanceId: this.instanceId,
      Filters: { Queues: queues.map(({ id }) => id), Channels: [...CHANNELS] },
      Groupings: ["QUEUE", "CHANNEL"],
      CurrentMetrics: Object.entries(METRICS).map(([name, unit]) => ({
        Name: name as keyof typeof METRICS,
        Unit: unit,
      })),
      MaxResults: ROWS_AN_ANSWER,
    };
    let next: string | undefined;
    do {
      const command = new GetCurrentMetricDataCommand(
        next === undefined ? input : { ...input, NextToken: next },
      );
      const answer = await this.api.request(
        "read the queues",
        this.#slots,
        permit,
        (client, options) => client.send(command, options),
      );
      yield answer;
      next = answer.output.NextToken;
    } while (next !== undefined);
  }
}

/** An answer without a time has the one at which it was asked for. */
function checkedTime(time: Date | undefined, sentAt: number): number {
  if (time === undefined) return sentAt;
  if (time.getTime() > Date.now() + CLOCKS_DIFFER_AT_MOST_MS) throw new ClockError(time);
  return time.getTime();
}
