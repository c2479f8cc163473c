import { setTimeout } from "node:timers/promises";
import type { QueueDepthDocument } from "../../fields";
import type { Deadline } from "../shared/deadline";
import type { Permit } from "./connect-api";
import type { NumbersIndex, StoredTotal } from "./numbers-index";
import type { Settings } from "./settings";

/** Covers one request with room for its answer; a reader that has more to ask extends it. */
const HOLD_MS = 5_000;
/** Nobody holds a turn for longer: a later time was written by a clock that is wrong. */
const LONGEST_HOLD_MS = 60_000;
/** Numbers are read at most once in this time. */
export const SHORTEST_INTERVAL_MS = 1_000;

/** One who has failed does not wait long for a domain that may be what failed. */
const GIVE_BACK_WITHIN_MS = 1_000;

/** Another invocation took the turn, because this one was too slow to keep it. */
export class TurnLostError extends Error {
  constructor() {
    super("Another invocation reads the numbers by now.");
    this.name = "TurnLostError";
  }
}

/** When the next turn can be taken. */
export function freeAt(total: StoredTotal | undefined, now: number): number {
  const held = Date.parse(total?.document.NextReadAfter ?? "");
  return Number.isNaN(held) || held > now + LONGEST_HOLD_MS ? now : held;
}

/**
 * The right to ask Connect, which one invocation at a time has. It is a time in the total: whoever
 * moves it, has the turn until then. One who crashes loses it by the clock.
 */
export class Turn implements Permit {
  private constructor(
    private readonly numbers: NumbersIndex,
    private held: StoredTotal,
    private until: number,
    public readonly deadline: Deadline,
  ) {}

  /** Undefined: another was faster. */
  static async take(
    numbers: NumbersIndex,
    before: StoredTotal | undefined,
    owner: Pick<Settings, "contactCenter" | "instanceId">,
    deadline: Deadline,
  ): Promise<Turn | undefined> {
    const until = Date.now() + HOLD_MS;
    const document = before?.document ?? firstTotal(owner);
    const held = await numbers.replaceTotal(before, heldUntil(document, until), deadline);
    return held && new Turn(numbers, held, until, deadline);
  }

  async extendTo(moment: number): Promise<void> {
    if (moment <= this.until && Date.now() <= this.until) return;
    const until = moment + HOLD_MS;
    const document = heldUntil(this.held.document, until);
    const held = await this.numbers.replaceTotal(this.held, document, this.deadline);
    if (held === undefined) throw new TurnLostError();
    this.held = held;
    this.until = until;
  }

  /** After a failure: the next one need not wait until the clock takes the turn away. */
  async giveBack(): Promise<void> {
    const document = heldUntil(this.held.document, Date.now() + SHORTEST_INTERVAL_MS);
    const given = this.numbers.replaceTotal(this.held, document, this.deadline);
    await Promise.race([given.catch(() => undefined), setTimeout(GIVE_BACK_WITHIN_MS)]);
  }
}

function heldUntil(
  document: Partial<QueueDepthDocument>,
  until: number,
): Partial<QueueDepthDocument> {
  return { ...document, NextReadAfter: new Date(until).toISOString() };
}

/** Before the first snapshot the total has no numbers: not known is not zero. */
function firstTotal({
  contactCenter,
  instanceId,
}: Pick<Settings, "contactCenter" | "instanceId">): Partial<QueueDepthDocument> {
  return { ContactCenter: contactCenter, InstanceId: instanceId, Scope: "total" };
}
