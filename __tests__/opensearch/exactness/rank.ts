/**
 * OpenSearch estimates percentiles with a t-digest. It keeps values together in clusters that hold at most
 * this part of all values around the quantile. The panels ask for a compression of 1000; what is promised
 * (docs/dashboard.md) is what 100 should give, which OpenSearch 3.x keeps only with 1000.
 * @see https://github.com/tdunning/t-digest/blob/main/docs/t-digest-paper/histo.pdf
 */
const COMPRESSION = 100;

/** By how much of all values a percentile may miss its rank: a cluster, and a value to interpolate with. */
export function toleratedRankError(percent: number, count: number): number {
  const quantile = percent / 100;
  return (4 * quantile * (1 - quantile)) / COMPRESSION + 1 / count;
}

/**
 * How far the value is from the rank that the percentile asks for, as a part of all values: 0 where as
 * many values lie below it as should. Equal values share all their ranks.
 */
export function rankError(sorted: readonly number[], percent: number, value: number): number {
  const below = sorted.filter((one) => one < value).length / sorted.length;
  const upTo = sorted.filter((one) => one <= value).length / sorted.length;
  const quantile = percent / 100;
  return Math.max(0, below - quantile, quantile - upTo);
}
