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

/**
 * What a stream promises and no more: each item at least once, in no certain order. Takes items in
 * the order in which they were published.
 */
export function* atLeastOnce<T extends { readonly at: number }>(
  items: Iterable<T>,
  { seed, duplicates = DUPLICATES, held = HELD }: AtLeastOnceOptions,
): Generator<Delivered<T>, void, undefined> {
  const random = new Random(`${seed} stream`);
  const underWay = new Schedule();
  const arrived: Delivered<T>[] = [];
  const send = (item: T): void => {
    const delay = random.exponential(random.chance(held) ? HELD_MEAN_MS : USUAL_DELAY_MS);
    const arrivesAt = Math.round(item.at + delay);
    underWay.add(arrivesAt, () => {
      arrived.push({ item, arrivesAt });
    });
  };
  for (const item of items) {
    while (underWay.nextAt <= item.at) underWay.take()?.();
    yield* arrived.splice(0);
    send(item);
    if (random.chance(duplicates)) send(item);
  }
  while (underWay.size > 0) underWay.take()?.();
  yield* arrived.splice(0);
}
