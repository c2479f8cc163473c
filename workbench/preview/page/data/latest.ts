export interface Receiver<T> {
  readonly answer: (answer: T) => void;
  readonly failure: (error: unknown) => void;
}

/** Keeps to the newest question: what comes in to an older one is never delivered. */
export class Latest<T> {
  #running?: { readonly key: string; readonly controller: AbortController };

  readonly #receiver: Receiver<T>;

  constructor(receiver: Receiver<T>) {
    this.#receiver = receiver;
  }

  /** Asks, unless the answer to the same question is already on its way. */
  ask(key: string, ask: (signal: AbortSignal) => Promise<T>): void {
    if (this.#running?.key === key) return;
    this.stop();
    const mine = { key, controller: new AbortController() };
    this.#running = mine;
    const deliver = (receive: () => void): void => {
      if (this.#running !== mine) return;
      this.#running = undefined;
      receive();
    };
    ask(mine.controller.signal).then(
      (answer) => deliver(() => this.#receiver.answer(answer)),
      (error: unknown) => deliver(() => this.#receiver.failure(error)),
    );
  }

  stop(): void {
    this.#running?.controller.abort();
    this.#running = undefined;
  }
}
