import { ListQueuesCommand } from "@aws-sdk/client-connect";
import type { ConnectApi, RequestLimits } from "./connect-api";
import type { Queue } from "./queue";
import type { Slots } from "./slots";

export interface ListedQueues {
  readonly queues: readonly Queue[];
  /** When the first request was sent, in milliseconds since 1970. */
  readonly listedAt: number;
}

/** @see https://docs.aws.amazon.com/connect/latest/APIReference/API_ListQueues.html */
const PAGE_SIZE = 1_000;

/** Lists the standard queues of an instance. Agents' own queues are not counted. */
export async function listQueues(
  api: ConnectApi,
  instanceId: string,
  slots: Slots,
  limits: RequestLimits,
): Promise<ListedQueues> {
  const queues: Queue[] = [];
  let listedAt: number | undefined;
  let next: string | undefined;
  do {
    const command = new ListQueuesCommand({
      InstanceId: instanceId,
      QueueTypes: ["STANDARD"],
      MaxResults: PAGE_SIZE,
      ...(next !== undefined && { NextToken: next }),
    });
    const { output, sentAt } = await api.request(
      "list the queues",
      slots,
      limits,
      (client, options) => client.send(command, options),
    );
    for (const { Id: id, Name: name } of output.QueueSummaryList ?? []) {
      if (id !== undefined) queues.push({ id, name: name ?? id });
    }
    listedAt ??= sentAt;
    next = output.NextToken;
  } while (next !== undefined);
  return { queues, listedAt };
}
