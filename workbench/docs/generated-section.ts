import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../modules/shared/project-folder";

/** A generated part of a page, between the comments `<!-- generated: name -->` and `<!-- end of name -->`. */
export class GeneratedSection {
  readonly #page: string;
  readonly #begin: string;
  readonly #end: string;

  /**
   * @param page File name in `docs/`.
   * @param name Name of the part in both comments.
   */
  constructor(page: string, name: string) {
    this.#page = join(PROJECT, "docs", page);
    this.#begin = `<!-- generated: ${name} -->`;
    this.#end = `<!-- end of ${name} -->`;
  }

  /** The part as the page has it. */
  read(): string {
    return this.#split().text.trim();
  }

  write(text: string): void {
    const { after, before } = this.#split();
    writeFileSync(this.#page, `${before}\n${text}\n${after}`);
  }

  /** The page without the part. */
  readRest(): string {
    const { after, before } = this.#split();
    return `${before}${after}`;
  }

  #split() {
    const page = readFileSync(this.#page, "utf8");
    const [from, to] = [page.indexOf(this.#begin), page.indexOf(this.#end)];
    if (from < 0 || to < from) {
      throw new Error(`${this.#page} has no part ${this.#begin} … ${this.#end}.`);
    }
    const start = from + this.#begin.length;
    return { before: page.slice(0, start), text: page.slice(start, to), after: page.slice(to) };
  }
}
