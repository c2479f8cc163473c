/** Random numbers that are the same for the same seed, on every machine (the generator is sfc32). */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: string) {
    [this.#a, this.#b, this.#c] = hashed(seed);
    for (let n = 0; n < 15; n++) this.#next32();
  }

  /** From 0, below 1. */
  next(): number {
    return this.#next32() / 4294967296;
  }

  /** A whole number between both ends, which are included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Time until something that happens at random, on average after `mean`. */
  exponential(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }

  /** Durations of people's doings: half are below the median, a few are long. Whole, at least 1. */
  duration(median: number, spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return Math.max(1, Math.round(median * Math.exp(spread * normal)));
  }

  /** How many of something that happens `mean` times on average. */
  poisson(mean: number): number {
    // Sums of exponentials are exact and quick enough up to some thousands.
    let count = 0;
    for (let sum = this.exponential(1); sum < mean; sum += this.exponential(1)) count++;
    return count;
  }

  pick<T>(weighted: readonly (readonly [T, number])[]): T {
    let left = this.next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of weighted) {
      left -= weight;
      if (left < 0) return value;
    }
    throw new Error("There is nothing to pick from.");
  }

  /** An id in the form of a version 4 UUID. */
  uuid(): string {
    const digits = (): string => (this.#next32() + 4294967296).toString(16).slice(1);
    const [one, two, three, four] = [digits(), digits(), digits(), digits()];
    return `${one}-${two.slice(0, 4)}-4${two.slice(5)}-a${three.slice(1, 4)}-${three.slice(4)}${four}`;
  }

  #next32(): number {
    const t = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + t;
    return t >>> 0;
  }
}

/** Three words from a text, so that seeds can be said: "berlin", "preview 1". FNV-1a. */
function hashed(seed: string): [number, number, number] {
  const word = (salt: number): number => {
    let hash = 2166136261 ^ salt;
    for (const character of seed)
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
    return hash | 0;
  };
  return [word(1), word(2), word(3)];
}
