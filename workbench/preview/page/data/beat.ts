type Listener = () => void;

/** Something that happens again and again, for whoever listens. */
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
