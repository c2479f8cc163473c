import type { Design, Target } from "./design";
import { BATCH, type Ingestion } from "./measure";
import type { Arrival } from "./stream";

/** Copies that a design takes in before the next has its turn: about as many as in one refresh interval. */
const TURN = 12 * BATCH;

export type Turn<T> = readonly Arrival<T>[];

/** Arrivals in turns; one ends early where something is to be measured. */
export function* turnsOf<T>(
  arrivals: Iterable<Arrival<T>>,
  endsTurn: (arrival: Arrival<T>) => boolean = () => false,
): Generator<Turn<T>> {
  let turn: Arrival<T>[] = [];
  for (const arrival of arrivals) {
    turn.push(arrival);
    if (!endsTurn(arrival) && turn.length < TURN) continue;
    yield turn;
    turn = [];
  }
  if (turn.length > 0) yield turn;
}

/** Each turn goes to each design, so that whatever else the machine does hits all alike. */
export async function play(
  ingestions: readonly Ingestion[],
  turn: Turn<unknown>,
  target: (design: Design) => Target,
): Promise<void> {
  for (const ingestion of ingestions) {
    for (let start = 0; start < turn.length; start += BATCH) {
      await ingestion.take(turn.slice(start, start + BATCH), target(ingestion.design));
    }
    await ingestion.endTurn(new Date(turn.at(-1)?.arrivesAt ?? 0));
  }
}
