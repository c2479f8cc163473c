import type { ChangeKind } from "./panels";

interface ChangeTexts {
  readonly language: string;
  readonly points: string;
  readonly noChange: string;
}

const ONE_DIGIT = { maximumFractionDigits: 1, signDisplay: "exceptZero" } as const;

/** The change of a figure from the period before, in words of a language. */
export function changeText(
  kind: ChangeKind,
  value: number | null,
  earlier: number | null,
  { language, noChange, points }: ChangeTexts,
): string {
  if (value === null || earlier === null) return noChange;
  if (kind === "points") {
    const difference = new Intl.NumberFormat(language, ONE_DIGIT).format(100 * (value - earlier));
    return `${difference} ${points}`;
  }
  // Of 0 there is no percentage.
  if (earlier === 0) return noChange;
  const percent = { ...ONE_DIGIT, style: "percent" } as const;
  return new Intl.NumberFormat(language, percent).format(value / earlier - 1);
}
