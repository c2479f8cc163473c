import { ListQueuesCommand } from "@aws-sdk/client-connect";
import type { ConnectApi, Permit } from "./connect-api";
import { goodUntilOf } from "./queue-listing";
import type { QueueListing } from "./queue-listing";
import { LIST_SLOT_MS } from "../../aws/connect-requests";
import { Slots } from "./slots";
import type { RequestShare } from "./slots";
import type { Queue } from "./snapshot";

/** @see https://docs.aws.amazon.com/connect/latest/APIReference/API_ListQueues.html */
const PAGE_SIZE = 1_000;

/** Asks Connect for the instance's standard queues. Agents' own queues are not counted. */
export class QueueLister {
  readonly #slots: Slots;

  constructor(
    private readonly api: ConnectApi,
    private readonly instanceId: string,
    share: RequestShare,
  ) {
    this.#slots = new Slots(LIST_SLOT_MS, share);
  }

  async list(permit: Permit): Promise<QueueListing> {
    const queues: Queue[] = [];
    let listedAt: number | undefined;
    let next: string | undefined;
    do {
      const command = new ListQueuesCommand({
        InstanceId: this.instanceId,
        QueueTypes: ["STANDARD"],
        MaxResults: PAGE_SIZE,
        ...(next !== undefined && { NextToken: next }),
      });
      const { output, sentAt } = await this.api.request(
        "list the queues",
        this.#slots,
        permit,
        (client, options) => client.send(command, options),
      );
      for (const { Id: id, Name: name } of output.QueueSummaryList ?? []) {
        if (id !== undefined) queues.push({ id, name: name ?? id });
      }
      listedAt ??= sentAt;
      next = output.NextToken;
    } while (next !== undefined);
    return { queues, goodUntil: goodUntilOf(listedAt) };
  }
}
