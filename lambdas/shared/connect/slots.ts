import { METRIC_SLOT_MS } from "../../../aws/connect-requests";

/**
 * Share of the requests that Connect answers. Its quota is a few requests a second for a whole account
 * and Region, so time is divided into slots, assigned to the contact centers in rotation. Each function
 * computes its own slots from the clock; the functions share no state.
 * @see docs/decisions/0021-slots-of-time-instead-of-a-shared-budget.md
 */
export interface RequestShare {
  /** Position of this contact center in the rotation, from 0. */
  readonly position: number;
  /** Contact centers in the rotation. */
  readonly of: number;
}

/** Three slots less this are a second, so that no second has more than three requests. */
const MAX_LATENESS_MS = 3 * METRIC_SLOT_MS - 1_000;

/** Start of the first own slot that begins at this moment or later. */
export function nextSlot(moment: number, slotMs: number, { position, of }: RequestShare): number {
  const first = Math.ceil(moment / slotMs);
  const wait = (((position - first) % of) + of) % of;
  return (first + wait) * slotMs;
}

/**
 * The slots of one kind of request, each used once. The slots of a contact center that is alone in its
 * account and Region begin at any time, at least one slot length apart.
 */
export class Slots {
  readonly #slotMs: number;
  readonly #share: RequestShare;
  readonly #alone: boolean;
  #unusedFrom = 0;

  constructor(slotMs: number, share: RequestShare) {
    this.#slotMs = slotMs;
    this.#share = share;
    this.#alone = share.of === 1;
  }

  /** No unused slot begins earlier. */
  get unusedFrom(): number {
    return this.#unusedFrom;
  }

  next(moment: number): number {
    const from = Math.max(moment, this.#unusedFrom);
    return this.#alone ? from : nextSlot(from, this.#slotMs, this.#share);
  }

  /**
   * Uses the slot and returns true, unless the moment is too long after its beginning: a request would
   * then be too close to the next contact center's, and the lease was renewed for the beginning.
   */
  take(slot: number, moment: number): boolean {
    const inTime = moment <= slot + MAX_LATENESS_MS;
    if (!this.#alone) this.#unusedFrom = slot + 1;
    else if (inTime) this.#unusedFrom = moment + this.#slotMs;
    return inTime;
  }
}
