import { ListQueuesCommand } from "@aws-sdk/client-connect";
import type { Deadline } from "../shared/deadline";
import type { ConnectApi, Permit } from "./connect-api";
import { LIST_SLOT_MS, Slots } from "./slots";
import type { RequestShare } from "./slots";
import type { Queue } from "./snapshot";

/** A new queue is counted after this long at the latest; a deleted one is noticed at once. */
const KEPT_FOR_MS = 5 * 60_000;
/** @see https://docs.aws.amazon.com/connect/latest/APIReference/API_ListQueues.html */
const PAGE_SIZE = 1_000;

/**
 * The instance's standard queues, remembered for some minutes. Agents' own queues are not counted.
 * No turn is needed to list them: even if both invocations that can run at a time use one slot, that
 * is the rate that Connect allows, and so rare that its burst takes it.
 */
export class QueueList {
  #known: { readonly queues: readonly Queue[]; readonly until: number } | undefined;
  readonly #slots: Slots;

  constructor(
    private readonly api: ConnectApi,
    private readonly instanceId: string,
    share: RequestShare,
  ) {
    this.#slots = new Slots(LIST_SLOT_MS, share);
  }

  /** Whether the queues are known without asking. */
  get isFresh(): boolean {
    return this.#known !== undefined && Date.now() < this.#known.until;
  }

  async read(deadline: Deadline): Promise<readonly Queue[]> {
    if (this.#known && this.isFresh) return this.#known.queues;
    const queues = await this.#readAll({ deadline, extendTo: () => Promise.resolve() });
    this.#known = { queues, until: Date.now() + KEPT_FOR_MS };
    return queues;
  }

  forget(): void {
    this.#known = undefined;
  }

  async #readAll(permit: Permit): Promise<readonly Queue[]> {
    const queues: Queue[] = [];
    let next: string | undefined;
    do {
      const command = new ListQueuesCommand({
        InstanceId: this.instanceId,
        QueueTypes: ["STANDARD"],
        MaxResults: PAGE_SIZE,
        ...(next !== undefined && { NextToken: next }),
      });
      const { output } = await this.api.request(
        "list the queues",
        this.#slots,
        permit,
        (client, options) => client.send(command, options),
      );
      for (const { Id: id, Name: name } of output.QueueSummaryList ?? []) {
        if (id !== undefined) queues.push({ id, name: name ?? id });
      }
      next = output.NextToken;
    } while (next !== undefined);
    return queues;
  }
}
