import { performance } from "node:perf_hooks";

/** Where the lines go; a terminal can have its last line drawn anew. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const BAR_WIDTH = 24;
const REDRAW_MS = 100;
const CLEAR_LINE = "\r\u001b[2K";

/** Progress as one line for each step: what is done, how far, and at last how it ended. */
export class Progress {
  readonly #screen: Screen;

  constructor(screen: Screen = process.stdout) {
    this.#screen = screen;
  }

  /** Runs a step; its line says what the step returns, and how long it took. */
  async step<T>(
    title: string,
    run: (update: Updating) => Promise<T>,
    ended: (result: T) => string = () => "",
  ): Promise<T> {
    const started = performance.now();
    const line = new Line(this.#screen, title);
    try {
      const result = await run((update) => line.update(update));
      const seconds = ((performance.now() - started) / 1_000).toFixed(1);
      line.end("✓", [ended(result), `${seconds} s`].filter(Boolean).join(", "));
      return result;
    } catch (error) {
      line.end("✗", "");
      throw error;
    }
  }

  say(text: string): void {
    this.#screen.write(`${text}\n`);
  }
}

export interface Update {
  /** How much of it, from 0 to 1; absent: unknown. */
  readonly part?: number;
  readonly text?: string;
}

export type Updating = (update: Update) => void;

class Line {
  #drawnAt = 0;
  readonly #screen: Screen;
  readonly #title: string;

  constructor(screen: Screen, title: string) {
    this.#screen = screen;
    this.#title = title;
    if (screen.isTTY) this.#screen.write(`  ${title}`);
  }

  update({ part, text = "" }: Update): void {
    const now = performance.now();
    if (!this.#screen.isTTY || now - this.#drawnAt < REDRAW_MS) return;
    this.#drawnAt = now;
    this.#screen.write(
      `${CLEAR_LINE}  ${this.#title} ${part === undefined ? "" : bar(part)} ${text}`,
    );
  }

  end(mark: string, text: string): void {
    const clear = this.#screen.isTTY ? CLEAR_LINE : "";
    this.#screen.write(`${clear}${mark} ${this.#title}${text && `: ${text}`}\n`);
  }
}

function bar(part: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, part)) * BAR_WIDTH);
  return `${"█".repeat(filled)}${"░".repeat(BAR_WIDTH - filled)}`;
}
