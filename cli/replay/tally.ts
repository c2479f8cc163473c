/** Records by what became of them. */
export interface Tally {
  readonly stored: number;
  /** A newer copy is stored already. */
  readonly superseded: number;
  /** The retention is over. */
  readonly expired: number;
  /** Began before `--since`. */
  readonly skipped: number;
  /** Refused by the domain, or no record at all; by reason. */
  readonly refused: Readonly<Record<string, number>>;
}

export const NOTHING: Tally = { stored: 0, superseded: 0, expired: 0, skipped: 0, refused: {} };

/** Different reasons that are counted one by one. */
const MOST_REASONS = 50;
const OTHER_REASONS = "other reasons";

export function sumOf(one: Tally, other: Tally): Tally {
  const refused: Record<string, number> = { ...one.refused };
  for (const [reason, count] of Object.entries(other.refused)) {
    const isListed = reason in refused || Object.keys(refused).length < MOST_REASONS;
    const key = isListed ? reason : OTHER_REASONS;
    refused[key] = (refused[key] ?? 0) + count;
  }
  return {
    stored: one.stored + other.stored,
    superseded: one.superseded + other.superseded,
    expired: one.expired + other.expired,
    skipped: one.skipped + other.skipped,
    refused,
  };
}

export function refusedCount({ refused }: Tally): number {
  return Object.values(refused).reduce((sum, count) => sum + count, 0);
}

export function recordCount(tally: Tally): number {
  return tally.stored + tally.superseded + tally.expired + tally.skipped + refusedCount(tally);
}

/** A reason without the values of the one record, so that equal reasons are counted together. */
export function reasonGroup(reason: string): string {
  return reason
    .replaceAll(/\[[^\]]*\]/g, "[…]")
    .replaceAll(/"[^"]*"|'[^']*'/g, "“…”")
    .slice(0, 160);
}

/** What became of all records, in lines. */
export function summaryOf(tally: Tally): string {
  const { expired, skipped, stored, superseded } = tally;
  const number = (count: number): string => count.toLocaleString("en-US");
  const reasons = Object.entries(tally.refused).sort(([, a], [, b]) => b - a);
  return [
    `${number(recordCount(tally))} records: ${number(stored)} stored, ${number(superseded)} superseded by a newer copy, ` +
      `${number(expired)} expired, ` +
      (skipped > 0 ? `${number(skipped)} before --since, ` : "") +
      `${number(refusedCount(tally))} refused`,
    ...reasons.map(([reason, count]) => `  ${number(count)} refused: ${reason}`),
  ].join("\n");
}
