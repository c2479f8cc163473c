type Listener = () => void;

/** An event that recurs, and its listeners. */
export class Beat {
  readonly #listeners = new Set<Listener>();

  /** Returns how to stop listening. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
