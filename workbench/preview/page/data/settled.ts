/**
 * Whether every panel has shown its data for what is chosen. Said on the document's element, for
 * tests and pictures: `data-settled`.
 */
export class Settled {
  readonly #shown = new Map<string, string>();
  #expected?: { readonly key: string; readonly panels: readonly string[] };

  readonly #say: (settled: boolean) => void;

  constructor(say: (settled: boolean) => void) {
    this.#say = say;
  }

  /** Something was chosen; what has to be shown is not yet known. */
  choicesChanged(): void {
    this.#expected = undefined;
    this.#tell();
  }

  /** These panels have to show their data for these choices. */
  expect(key: string, panels: readonly string[]): void {
    this.#expected = { key, panels };
    this.#tell();
  }

  panelShows(panel: string, key: string): void {
    if (this.#shown.get(panel) === key) return;
    this.#shown.set(panel, key);
    this.#tell();
  }

  #tell(): void {
    const expected = this.#expected;
    this.#say(expected?.panels.every((panel) => this.#shown.get(panel) === expected.key) ?? false);
  }
}
