/** Seconds that a step took. */
export interface StepTime {
  readonly title: string;
  readonly seconds: number;
}

/** The steps by seconds, the slowest first, each with its share of the sum. */
export function timesTable(times: readonly StepTime[]): string {
  const sum = times.reduce((total, { seconds }) => total + seconds, 0);
  const rows = [...times]
    .sort((one, other) => other.seconds - one.seconds)
    .map(({ seconds, title }) => {
      const share = sum > 0 ? Math.round((seconds / sum) * 100) : 0;
      return `${seconds.toFixed(1).padStart(7)} s ${String(share).padStart(3)} %  ${title}`;
    });
  return [...rows, `${sum.toFixed(1).padStart(7)} s        all steps`].join("\n");
}
