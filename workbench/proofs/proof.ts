/** A test, by the title of its `describe`, `it` or `test` as the source has it. */
export interface ProvingTest {
  /** Path below `__tests__/`. */
  readonly file: string;
  readonly title: string;
}

/** A part that stands in for one that cannot run on a machine of the tests. */
export interface StandIn {
  /** The part that it stands in for. */
  readonly for: string;
  /** Path below the project's folder. */
  readonly file: string;
}

/** One row of the table of docs/proofs.md. */
export interface Proof {
  /** A promise of README.md or of a page, in one sentence. */
  readonly claim: string;
  /** The page that makes it: a link from `docs/`. */
  readonly page: string;
  /** The parts that run as they are deployed. */
  readonly real: string;
  readonly tests: readonly ProvingTest[];
  readonly standIns: readonly StandIn[];
  /** Ids of the questions further down the page that stay open. */
  readonly questions: readonly string[];
  /**
   * Parts that are not proven and that no command of a question answers.
   * @default none
   */
  readonly unproven?: string;
}

/** Tests of one file. */
export function titled(file: string, ...titles: readonly string[]): readonly ProvingTest[] {
  return titles.map((title) => ({ file, title }));
}
