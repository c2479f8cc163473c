import { Random } from "./model/random";
import { Schedule } from "./model/schedule";

export interface Delivered<T> {
  readonly item: T;
  /** Milliseconds since 1970 at which it comes out of the stream. */
  readonly arrivesAt: number;
}

export interface AtLeastOnceOptions {
  readonly seed: string;
  /** Share of items that come twice. */
  readonly duplicates?: number;
  /** Share of items that are held up for hours, so that newer ones overtake them. */
  readonly held?: number;
}

const DUPLICATES = 0.05;
const HELD = 0.03;
const USUAL_DELAY_MS = 5_000;
const HELD_MEAN_MS = 8 * 3600 * 1000;

/** What a stream promises and no more: each item at least once, in no certain order. */
export class AtLeastOnceStream<T extends { readonly at: number }> {
  readonly #random: Random;
  readonly #underWay = new Schedule();
  readonly #arrived: Delivered<T>[] = [];
  readonly #duplicates: number;
  readonly #held: number;

  constructor({ seed, duplicates = DUPLICATES, held = HELD }: AtLeastOnceOptions) {
    this.#random = new Random(`${seed} stream`);
    this.#duplicates = duplicates;
    this.#held = held;
  }

  /** Takes an item; items come in the order in which they were published. */
  put(item: T): void {
    this.#send(item);
    if (this.#random.chance(this.#duplicates)) this.#send(item);
  }

  /** What has arrived by then, in the order of arrival. Default: all of it. */
  take(until = Infinity): readonly Delivered<T>[] {
    while (this.#underWay.size > 0 && this.#underWay.nextAt <= until) this.#underWay.take()?.();
    return this.#arrived.splice(0);
  }

  #send(item: T): void {
    const held = this.#random.chance(this.#held);
    const delay = this.#random.exponential(held ? HELD_MEAN_MS : USUAL_DELAY_MS);
    const arrivesAt = Math.round(item.at + delay);
    this.#underWay.add(arrivesAt, () => {
      this.#arrived.push({ item, arrivesAt });
    });
  }
}

/** A whole history through such a stream. */
export function* atLeastOnce<T extends { readonly at: number }>(
  items: Iterable<T>,
  options: AtLeastOnceOptions,
): Generator<Delivered<T>, void, undefined> {
  const stream = new AtLeastOnceStream<T>(options);
  for (const item of items) {
    yield* stream.take(item.at);
    stream.put(item);
  }
  yield* stream.take();
}
