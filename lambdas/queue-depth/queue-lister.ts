import { LIST_SLOT_MS } from "../../aws/connect-requests";
import type { ConnectApi, RequestLimits } from "../shared/connect/connect-api";
import { listQueues } from "../shared/connect/queues";
import { Slots } from "../shared/connect/slots";
import { expiryOf } from "./queue-listing";
import type { QueueListing } from "./queue-listing";
import type { Settings } from "./settings";

/** Lists the standard queues of an instance, in the slots of its contact center. */
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
    const { listedAt, queues } = await listQueues(this.#api, this.#instanceId, this.#slots, limits);
    return { queues, expiresAt: expiryOf(listedAt) };
  }
}
