import type { PreviewState } from "../../api";
import { Beat } from "./beat";

const EVERY_MS = 1000;

/** The simulated moment, asked of the server each second; and whether the server is there. */
export class Clock {
  /** Each second, with a new state. */
  readonly seconds = new Beat();
  /** When the phase changes, or the server is back. */
  readonly turns = new Beat();
  /** When the server is lost. */
  readonly losses = new Beat();

  #current?: PreviewState;
  #lost = false;
  readonly #fetchState: () => Promise<PreviewState>;

  constructor(fetchState: () => Promise<PreviewState>) {
    this.#fetchState = fetchState;
  }

  /** Absent before the first answer. */
  get state(): PreviewState | undefined {
    return this.#current;
  }

  get serverIsGone(): boolean {
    return this.#lost;
  }

  /** Asks until the page ends: each second, and never twice at once. */
  async run(): Promise<never> {
    for (;;) {
      const asked = performance.now();
      await this.#tick();
      const rest = Math.max(EVERY_MS - (performance.now() - asked), 0);
      await new Promise((resolve) => setTimeout(resolve, rest));
    }
  }

  /** Any request may report that the server does not answer. */
  lose(): void {
    if (this.#lost) return;
    this.#lost = true;
    this.losses.emit();
  }

  async #tick(): Promise<void> {
    const state = await this.#fetchState().catch(() => undefined);
    if (!state) {
      this.lose();
      return;
    }
    const turned = this.#lost || this.#current?.phase !== state.phase;
    this.#current = state;
    this.#lost = false;
    this.seconds.emit();
    if (turned) this.turns.emit();
  }
}
