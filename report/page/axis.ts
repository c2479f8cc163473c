export interface Axis {
  /** The value at its upper end, above 0. */
  readonly top: number;
  /** Values with a line, from 0. */
  readonly steps: readonly number[];
}

const MOST_STEPS = 5;
const ROUND = [1, 2, 2.5, 5, 10];

/** An axis from 0 to the next round value above the highest one. */
export function axisOf(highest: number): Axis {
  if (highest <= 0) return { top: 1, steps: [0] };
  const least = highest / MOST_STEPS;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = power * (ROUND.find((factor) => factor * power >= least) ?? 10);
  const count = Math.ceil(highest / step - 1e-9);
  // A product of decimals can be 0.30000000000000004.
  const steps = Array.from({ length: count + 1 }, (_, n) => Number((n * step).toPrecision(12)));
  return { top: count * step, steps };
}
