import { randomUUID } from "node:crypto";
import type { ConnectApiStandIn, ReceivedRequest } from "./connect-api";
import { invalid } from "./connect-errors";
import type { ChannelName, QueueNumbers, SimulatedInstance } from "./connect-instance";

const MOST_QUEUES = 100;
const MOST_CHANNELS = 4;
const LARGEST_PAGE = 100;
const CURSOR_LASTS_MS = 5 * 60_000;

export interface CurrentMetricsInput {
  readonly Filters?: {
    readonly Queues?: readonly string[];
    readonly Channels?: readonly ChannelName[];
  };
  readonly Groupings?: readonly string[];
  readonly CurrentMetrics?: readonly { readonly Name: string; readonly Unit: string }[];
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

const VALUES: Readonly<Record<string, (numbers: QueueNumbers) => number>> = {
  CONTACTS_IN_QUEUE: ({ inQueue }) => inQueue,
  CONTACTS_SCHEDULED: ({ scheduled }) => scheduled,
  OLDEST_CONTACT_AGE: ({ oldestSeconds }) => oldestSeconds,
  AGENTS_AVAILABLE: ({ agents }) => agents,
};

/** @see https://docs.aws.amazon.com/connect/latest/APIReference/API_GetCurrentMetricData.html */
export function answerCurrentMetrics(
  api: ConnectApiStandIn,
  instance: SimulatedInstance,
  {
    input,
    withNull,
    received,
  }: {
    readonly input: CurrentMetricsInput;
    readonly withNull: boolean;
    readonly received: ReceivedRequest;
  },
): object {
  const { NextToken: token, ...parameters } = input;
  const key = JSON.stringify([instance.id, parameters]);
  const size = input.MaxResults ?? LARGEST_PAGE;
  if (size < 1 || size > LARGEST_PAGE) throw invalid(`MaxResults is 1 to ${LARGEST_PAGE}`);
  const known = token === undefined ? undefined : api.cursors.get(token);
  if (token !== undefined) api.cursors.delete(token);
  if (token !== undefined && (known?.parameters !== key || known.until < api.now())) {
    throw invalid("The next token is not of this request or has expired");
  }
  const rows = known?.rows ?? rowsOf(instance, input, { api, withNull });
  const snapshotTime = known?.snapshotTime ?? api.now();
  if (!known) {
    received.counted = { snapshotTime, waiting: waitingIn(instance, input.Filters?.Queues ?? []) };
  }
  const rest = rows.slice(size);
  let next: string | undefined;
  if (rest.length > 0) {
    next = randomUUID();
    const until = api.now() + CURSOR_LASTS_MS;
    api.cursors.set(next, { parameters: key, rows: rest, snapshotTime, until });
  }
  return {
    MetricResults: rows.slice(0, size),
    DataSnapshotTime: snapshotTime / 1_000,
    ...(next !== undefined && { NextToken: next }),
  };
}

function waitingIn({ queues }: SimulatedInstance, ids: readonly string[]): number {
  return ids
    .flatMap((id) => [...(queues.get(id)?.numbers.values() ?? [])])
    .reduce((sum, { inQueue, scheduled }) => sum + inQueue + scheduled, 0);
}

function rowsOf(
  instance: SimulatedInstance,
  { Filters, Groupings = [], CurrentMetrics = [] }: CurrentMetricsInput,
  { api, withNull }: { readonly api: ConnectApiStandIn; readonly withNull: boolean },
): readonly object[] {
  const queues = Filters?.Queues ?? [];
  const channels = Filters?.Channels ?? [];
  if (queues.length < 1 || queues.length > MOST_QUEUES) throw invalid("Filter by 1 to 100 queues");
  if (channels.length > MOST_CHANNELS) throw invalid("Filter by at most 4 channels");
  if (Groupings.join() !== "QUEUE,CHANNEL" || channels.length === 0) {
    throw invalid("This stand-in groups by queue and channel, with a filter of channels");
  }
  for (const { Name, Unit } of CurrentMetrics) {
    if (!VALUES[Name]) throw invalid(`The metric ${Name} is not known here`);
    if ((Name === "OLDEST_CONTACT_AGE") !== (Unit === "SECONDS"))
      throw invalid(`${Name} in ${Unit}`);
  }
  return queues.flatMap((id) => {
    const queue = instance.queues.get(id);
    if (!queue) throw invalid(`The queue ${id} does not exist`);
    return channels.flatMap((channel) => {
      const numbers = queue.numbers.get(channel);
      const silent = !numbers || Object.values(numbers).every((value) => value === 0);
      if (silent && api.omitsSilentRows) return [];
      return [row(id, channel, CurrentMetrics, { numbers, withNull })];
    });
  });
}

function row(
  id: string,
  channel: ChannelName,
  metrics: NonNullable<CurrentMetricsInput["CurrentMetrics"]>,
  { numbers, withNull }: { readonly numbers: QueueNumbers | undefined; readonly withNull: boolean },
): object {
  return {
    Dimensions: { Queue: { Id: id, Arn: `arn:aws:connect:::queue/${id}` }, Channel: channel },
    Collections: metrics.map((Metric, position) => ({
      Metric,
      ...(!(withNull && position === 0) && { Value: numbers ? VALUES[Metric.Name]?.(numbers) : 0 }),
    })),
  };
}
