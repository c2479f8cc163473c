interface Entry {
  readonly at: number;
  /** What was put in first comes out first among equals: the run is the same every time. */
  readonly order: number;
  readonly action: () => void;
}

/** What is going to happen, earliest first: a binary heap. */
export class Schedule {
  readonly #entries: Entry[] = [];
  #put = 0;

  get size(): number {
    return this.#entries.length;
  }

  /** Time of the next action; Infinity: there is none. */
  get nextAt(): number {
    return this.#entries[0]?.at ?? Infinity;
  }

  add(at: number, action: () => void): void {
    const entry = { at, order: this.#put++, action };
    let index = this.#entries.length;
    this.#entries.push(entry);
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = this.#entries[parentIndex];
      if (parent === undefined || isEarlier(parent, entry)) break;
      this.#entries[index] = parent;
      index = parentIndex;
    }
    this.#entries[index] = entry;
  }

  take(): (() => void) | undefined {
    const [first] = this.#entries;
    const last = this.#entries.pop();
    if (first === undefined || last === undefined) return undefined;
    if (this.#entries.length > 0) this.#sink(last);
    return first.action;
  }

  #sink(entry: Entry): void {
    let index = 0;
    for (;;) {
      const childIndex = this.#earlierChild(index);
      const child = this.#entries[childIndex];
      if (child === undefined || isEarlier(entry, child)) break;
      this.#entries[index] = child;
      index = childIndex;
    }
    this.#entries[index] = entry;
  }

  #earlierChild(index: number): number {
    const leftIndex = 2 * index + 1;
    const left = this.#entries[leftIndex];
    const right = this.#entries[leftIndex + 1];
    return left !== undefined && right !== undefined && isEarlier(right, left)
      ? leftIndex + 1
      : leftIndex;
  }
}

function isEarlier(one: Entry, other: Entry): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
