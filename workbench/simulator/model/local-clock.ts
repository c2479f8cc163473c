import { IANAZone } from "luxon";

const HOUR = 3600;

/** What the clock on the contact center's wall says. Times are seconds since 1970. */
export class LocalClock {
  readonly #zone: IANAZone;
  readonly #offsets = new Map<number, number>();

  constructor(timeZone: string) {
    this.#zone = IANAZone.create(timeZone);
    if (!this.#zone.isValid) throw new Error(`${timeZone} is not in the time zone database.`);
  }

  hour(at: number): number {
    return Math.floor(this.#local(at) / HOUR) % 24;
  }

  /** 1 is Monday, 7 is Sunday. */
  weekday(at: number): number {
    const dayOfEpoch = Math.floor(this.#local(at) / (24 * HOUR));
    // 1 January 1970 was a Thursday.
    return ((dayOfEpoch + 3) % 7) + 1;
  }

  #local(at: number): number {
    // No zone changes its offset within a quarter of an hour.
    const key = Math.floor(at / 900);
    let offset = this.#offsets.get(key);
    if (offset === undefined) {
      offset = this.#zone.offset(at * 1000) * 60;
      this.#offsets.set(key, offset);
    }
    return at + offset;
  }
}
