/** Seconds that the synthesis of so many contact centers may take, as a whole process on two cores. */
export interface Budget {
  readonly contactCenters: number;
  readonly seconds: number;
}

/**
 * Two seconds are a wait that a person who edits the file accepts after each change; Node.js, CDKTF and
 * the provider's classes take most of them. Ten contact centers are a large customer of today and may take
 * twice as long. Ten seconds are the limit of attention without a progress display.
 * @see https://www.nngroup.com/articles/response-times-3-important-limits/
 */
export const BUDGETS: readonly Budget[] = [
  { contactCenters: 1, seconds: 2 },
  { contactCenters: 10, seconds: 4 },
  { contactCenters: 100, seconds: 10 },
];
