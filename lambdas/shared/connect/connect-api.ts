import { ConnectClient } from "@aws-sdk/client-connect";
import type { Deadline } from "../deadline";
import { retry } from "../retry";
import { classify } from "./connect-errors";
import type { Slots } from "./slots";

/** Connect answers within a fraction of a second; a request that takes longer counts as lost. */
const REQUEST_TIMEOUT_MS = 3_000;

/** A claim on requests that expires. */
interface Renewable {
  /** @param until Time until which the claim has to last, in milliseconds since 1970. */
  renew(until: number): Promise<void>;
}

/** Until when requests may be sent. */
export interface RequestLimits {
  /** Deadline of the invocation, retries included. */
  readonly deadline: Deadline;
  /**
   * Lease that is renewed before each request.
   * @default none: the request needs no lease
   */
  readonly lease?: Renewable;
}

export interface Answer<T> {
  readonly output: T;
  /** When the request was sent, in milliseconds since 1970. */
  readonly sentAt: number;
}

type Send<T> = (client: ConnectClient, options: { abortSignal: AbortSignal }) => Promise<T>;

/** Sends requests to Connect, each of them and each retry in a slot of its own. */
export class ConnectApi {
  /** Requests that Connect refused because the account sends too many. */
  public throttles = 0;
  /** Milliseconds spent waiting for slots. */
  public slotWaitMs = 0;
  readonly #requestTimeoutMs: number;
  #client = newClient();

  /** @param requestTimeoutMs Milliseconds after which a request counts as lost. */
  constructor(requestTimeoutMs = REQUEST_TIMEOUT_MS) {
    this.#requestTimeoutMs = requestTimeoutMs;
  }

  async request<T>(
    purpose: string,
    slots: Slots,
    limits: RequestLimits,
    send: Send<T>,
  ): Promise<Answer<T>> {
    const { deadline } = limits;
    return await retry(
      { deadline, purpose, isTransient: (error) => this.#isTransient(error) },
      async () => {
        const sentAt = await this.#waitForSlot(purpose, slots, limits);
        const output = await send(this.#client, {
          abortSignal: AbortSignal.timeout(this.#requestTimeoutMs),
        });
        return { output, sentAt };
      },
    );
  }

  async #waitForSlot(
    purpose: string,
    slots: Slots,
    { deadline, lease }: RequestLimits,
  ): Promise<number> {
    for (;;) {
      const slot = slots.next(Date.now());
      deadline.allow(slot, purpose);
      await lease?.renew(slot + this.#requestTimeoutMs);
      const from = Date.now();
      if (from < slot) await deadline.sleepUntil(slot, purpose);
      const now = Date.now();
      this.slotWaitMs += now - from;
      if (slots.take(slot, now)) return now;
    }
  }

  #isTransient(error: unknown): boolean {
    const failure = classify(error);
    if (failure === "throttled") this.throttles++;
    // A new client fetches new credentials.
    if (failure === "expired") this.#client = newClient();
    return failure === "throttled" || failure === "transient" || failure === "expired";
  }
}

/** Retries of the SDK would not wait for slots. */
function newClient(): ConnectClient {
  return new ConnectClient({ maxAttempts: 1 });
}
