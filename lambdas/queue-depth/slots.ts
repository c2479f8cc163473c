import { METRIC_SLOT_MS } from "../../aws/connect-requests";

/**
 * Who may ask Connect when. Connect answers a few requests a second for a whole account and Region,
 * so time is cut into slots, and the contact centers of an account and Region take them in turn: each
 * computes its own slots from the clock, with nobody to ask and nothing to share.
 */
export interface RequestShare {
  /** Place of this contact center in the round, from 0. */
  readonly position: number;
  /** Contact centers in the round. */
  readonly of: number;
}

/** Three slots less this are still a second, so that no second ever sees more than three requests. */
const LATE_AT_MOST_MS = 3 * METRIC_SLOT_MS - 1_000;

/** Start of the first own slot that begins at this moment or later. */
export function nextSlot(moment: number, slotMs: number, { position, of }: RequestShare): number {
  const first = Math.ceil(moment / slotMs);
  const wait = (((position - first) % of) + of) % of;
  return (first + wait) * slotMs;
}

/**
 * The slots of one kind of request, each used once. A contact center that has its account and Region
 * to itself need not wait for the clock: its slots begin when it likes, one length apart at least.
 */
export class Slots {
  #unusedFrom = 0;
  readonly #alone: boolean;

  constructor(
    private readonly slotMs: number,
    private readonly share: RequestShare,
  ) {
    this.#alone = share.of === 1;
  }

  /** No slot begins earlier. */
  get unusedFrom(): number {
    return this.#unusedFrom;
  }

  next(moment: number): number {
    const from = Math.max(moment, this.#unusedFrom);
    return this.#alone ? from : nextSlot(from, this.slotMs, this.share);
  }

  /**
   * Takes the slot, unless its beginning is missed: the next in line would be too close, and the right
   * to send was checked for its beginning.
   */
  take(slot: number, moment: number): boolean {
    const inTime = moment <= slot + LATE_AT_MOST_MS;
    if (!this.#alone) this.#unusedFrom = slot + 1;
    else if (inTime) this.#unusedFrom = moment + this.slotMs;
    return inTime;
  }
}
