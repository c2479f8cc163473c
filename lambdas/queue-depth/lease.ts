import { setTimeout } from "node:timers/promises";
import type { QueueDepthDocument } from "../../fields";
import type { Deadline } from "../shared/deadline";
import type { QueueMetricsIndex, StoredTotal } from "./queue-metrics-index";
import type { Settings } from "./settings";

/** Long enough for one request and its answer; a reader that sends more requests renews the lease. */
const LEASE_MS = 5_000;
/** No lease lasts longer: a later expiry was written by an environment whose clock is wrong. */
const MAX_LEASE_MS = 60_000;
/** An instance is read at most once in this time. */
export const SHORTEST_INTERVAL_MS = 1_000;

/** After a failure the release must not delay the error: the failed component may be the domain. */
const RELEASE_WITHIN_MS = 1_000;

/** This invocation did not renew its lease in time, and another invocation acquired one. */
export class LeaseLostError extends Error {
  constructor() {
    super(
      "The lease expired and another invocation acquired it: read the total again before the next request to Connect.",
    );
    this.name = "LeaseLostError";
  }
}

/** When the current lease expires, and the next one can be acquired. */
export function leaseExpiry(total: StoredTotal | undefined, now: number): number {
  const expiresAt = Date.parse(total?.document.NextReadAfter ?? "");
  return Number.isNaN(expiresAt) || expiresAt > now + MAX_LEASE_MS ? now : expiresAt;
}

/**
 * Permission to send requests to Connect, held by one invocation at a time. The lease is a time in the
 * total, replaced by compare-and-set. The lease of a crashed invocation expires.
 * @see docs/decisions/0022-the-turn-is-a-time-in-the-total.md
 */
export class Lease {
  readonly #index: QueueMetricsIndex;
  readonly #deadline: Deadline;
  #total: StoredTotal;
  #expiresAt: number;

  private constructor(
    index: QueueMetricsIndex,
    total: StoredTotal,
    expiresAt: number,
    deadline: Deadline,
  ) {
    this.#index = index;
    this.#total = total;
    this.#expiresAt = expiresAt;
    this.#deadline = deadline;
  }

  /** Undefined: another invocation acquired the lease first. */
  static async acquire(
    index: QueueMetricsIndex,
    before: StoredTotal | undefined,
    owner: Pick<Settings, "contactCenter" | "instanceId">,
    deadline: Deadline,
  ): Promise<Lease | undefined> {
    const expiresAt = Date.now() + LEASE_MS;
    const document = withExpiry(before?.document ?? firstTotal(owner), expiresAt);
    const total = await index.replaceTotal(before, document, deadline);
    return total && new Lease(index, total, expiresAt, deadline);
  }

  /**
   * Makes the lease last until this moment at least.
   * @throws {LeaseLostError} if another invocation has acquired the lease.
   */
  async renew(until: number): Promise<void> {
    if (until <= this.#expiresAt && Date.now() <= this.#expiresAt) return;
    const expiresAt = until + LEASE_MS;
    const document = withExpiry(this.#total.document, expiresAt);
    const total = await this.#index.replaceTotal(this.#total, document, this.#deadline);
    if (total === undefined) throw new LeaseLostError();
    this.#total = total;
    this.#expiresAt = expiresAt;
  }

  /** After a failure: the next invocation need not wait until the lease expires. */
  async release(): Promise<void> {
    const document = withExpiry(this.#total.document, Date.now() + SHORTEST_INTERVAL_MS);
    const released = this.#index.replaceTotal(this.#total, document, this.#deadline);
    await Promise.race([released.catch(() => undefined), setTimeout(RELEASE_WITHIN_MS)]);
  }
}

function withExpiry(
  document: Partial<QueueDepthDocument>,
  expiresAt: number,
): Partial<QueueDepthDocument> {
  return { ...document, NextReadAfter: new Date(expiresAt).toISOString() };
}

/** Before the first snapshot the total has no numbers: unknown is not zero. */
function firstTotal({
  contactCenter,
  instanceId,
}: Pick<Settings, "contactCenter" | "instanceId">): Partial<QueueDepthDocument> {
  return { ContactCenter: contactCenter, InstanceId: instanceId, Scope: "total" };
}
