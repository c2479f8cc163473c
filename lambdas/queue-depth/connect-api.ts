import { ConnectClient } from "@aws-sdk/client-connect";
import type { Deadline } from "../shared/deadline";
import { retry } from "../shared/retry";
import { classify } from "./connect-errors";
import type { Slots } from "./slots";

/** Connect answers within a fraction of a second; a request that takes longer is lost. */
export const REQUEST_TIMEOUT_MS = 3_000;

/** The right to send requests, which lasts as long as it is extended. */
export interface Permit {
  readonly deadline: Deadline;
  /** Makes the right last until this moment, or fails if somebody else has it by now. */
  extendTo(moment: number): Promise<void>;
}

export interface Answer<T> {
  readonly output: T;
  /** When the request left. */
  readonly sentAt: number;
}

type Send<T> = (client: ConnectClient, options: { abortSignal: AbortSignal }) => Promise<T>;

/** Sends requests to Connect: each in a slot of its own, retries included. */
export class ConnectApi {
  /** Requests that Connect refused because the account sends too many. */
  public throttles = 0;
  /** Milliseconds spent waiting for slots. */
  public slotWaitMs = 0;
  #client = newClient();

  async request<T>(
    purpose: string,
    slots: Slots,
    permit: Permit,
    send: Send<T>,
  ): Promise<Answer<T>> {
    const { deadline } = permit;
    return await retry(
      { deadline, purpose, isTransient: (error) => this.#isTransient(error) },
      async () => {
        const sentAt = await this.#waitForSlot(purpose, slots, permit);
        const output = await send(this.#client, {
          abortSignal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
        });
        return { output, sentAt };
      },
    );
  }

  async #waitForSlot(purpose: string, slots: Slots, permit: Permit): Promise<number> {
    for (;;) {
      const slot = slots.next(Date.now());
      permit.deadline.allow(slot, purpose);
      await permit.extendTo(slot + REQUEST_TIMEOUT_MS);
      const from = Date.now();
      if (from < slot) await permit.deadline.sleepUntil(slot, purpose);
      const now = Date.now();
      this.slotWaitMs += now - from;
      if (slots.take(slot, now)) return now;
    }
  }

  #isTransient(error: unknown): boolean {
    const failure = classify(error);
    if (failure === "throttled") this.throttles++;
    // A new client asks for credentials anew.
    if (failure === "expired") this.#client = newClient();
    return failure === "throttled" || failure === "transient" || failure === "expired";
  }
}

/** The SDK's own retries would know nothing of slots. */
function newClient(): ConnectClient {
  return new ConnectClient({ maxAttempts: 1 });
}
