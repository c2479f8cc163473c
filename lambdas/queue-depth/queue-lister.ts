import { ListQueuesCommand } from "@aws-sdk/client-connect";
import { LIST_SLOT_MS } from "../../aws/connect-requests";
import type { ConnectApi, RequestLimits } from "./connect-api";
import { expiryOf } from "./queue-listing";
import type { QueueListing } from "./queue-listing";
import type { Settings } from "./settings";
import { Slots } from "./slots";
import type { Queue } from "./snapshot";

/** @see https://docs.aws.amazon.com/connect/latest/APIReference/API_ListQueues.html */
const PAGE_SIZE = 1_000;

/** Lists the standard queues of an instance. Agents' own queues are not counted. */
export class QueueLister {
  readonly #api: ConnectApi;
  readonly #instanceId: string;
  readonly #slots: Slots;

  constructor(api: ConnectApi, { instanceId, share }: Pick<Settings, "instanceId" | "share">) {
    this.#api = api;
    this.#instanceId = instanceId;
    this.#slots = new Slots(LIST_SLOT_MS, share);
  }

  async list(limits: RequestLimits): Promise<QueueListing> {
    const queues: Queue[] = [];
    let listedAt: number | undefined;
    let next: string | undefined;
    do {
      const command = new ListQueuesCommand({
        InstanceId: this.#instanceId,
        QueueTypes: ["STANDARD"],
        MaxResults: PAGE_SIZE,
        ...(next !== undefined && { NextToken: next }),
      });
      const { output, sentAt } = await this.#api.request(
        "list the queues",
        this.#slots,
        limits,
        (client, options) => client.send(command, options),
      );
      for (const { Id: id, Name: name } of output.QueueSummaryList ?? []) {
        if (id !== undefined) queues.push({ id, name: name ?? id });
      }
      listedAt ??= sentAt;
      next = output.NextToken;
    } while (next !== undefined);
    return { queues, expiresAt: expiryOf(listedAt) };
  }
}
