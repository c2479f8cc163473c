import type { ConnectApiStandIn, ReceivedRequest } from "./connect-api";
import { invalid } from "./connect-errors";
import type { ChannelName, QueueNumbers, SimulatedInstance } from "./connect-instance";
import { pageOf, type PagedInput } from "./connect-paging";

const MOST_QUEUES = 100;
const MOST_CHANNELS = 4;

export interface CurrentMetricsInput extends PagedInput {
  readonly Filters?: {
    readonly Queues?: readonly string[];
    readonly Channels?: readonly ChannelName[];
  };
  readonly Groupings?: readonly string[];
  readonly CurrentMetrics?: readonly { readonly Name: string; readonly Unit: string }[];
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
  const { isFirst, next, rows, snapshotTime } = pageOf(api, instance.id, input, () =>
    rowsOf(instance, input, { api, withNull }),
  );
  if (isFirst) {
    received.counted = { snapshotTime, waiting: waitingIn(instance, input.Filters?.Queues ?? []) };
  }
  return { MetricResults: rows, DataSnapshotTime: snapshotTime / 1_000, ...next };
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
