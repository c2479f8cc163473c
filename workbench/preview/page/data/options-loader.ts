import {
  controlOptions,
  optionsRequest,
  resolveTimeRange,
  type ListControl,
} from "../../../../dashboards/evaluation/search";
import { Latest } from "./latest";
import type { Search, View } from "./panel-loader";
import { problemOf } from "./problem";

/** The values that a list offers. */
export interface Options {
  readonly options: readonly string[];
  readonly problem?: string;
}

interface Answer extends Options {
  readonly question: string;
}

export interface OptionsListener {
  readonly show: (options: Options) => void;
  /** What is offered belongs to the view of this key. */
  readonly loaded: (viewKey: string) => void;
  readonly failed: () => void;
}

/** What is looked for: in which view, and what a person has typed. */
export interface Look {
  readonly view: View;
  readonly typed: string;
}

/** Gets the values of a list. Filters do not change them, so a filter asks nothing. */
export class OptionsLoader {
  #look?: Look;
  #answered?: string;
  readonly #latest = new Latest<Answer>({
    answer: ({ question, ...options }) => {
      this.#answered = question;
      this.#listener.show(options);
      this.#tellLoaded();
    },
    failure: (error) => this.#fail(error),
  });

  readonly #control: ListControl;
  readonly #search: Search;
  readonly #listener: OptionsListener;
  readonly #elsewhere: (error: unknown) => boolean;

  constructor(
    control: ListControl,
    search: Search,
    listener: OptionsListener,
    /** Takes errors that are not the list's own; returns whether it did. */
    elsewhere: (error: unknown) => boolean,
  ) {
    this.#control = control;
    this.#search = search;
    this.#listener = listener;
    this.#elsewhere = elsewhere;
  }

  /** Looks for something else, or for the same in another view. */
  lookFor(look: Look, now: number | undefined): void {
    this.#look = look;
    if (this.#answered === this.#questionOf(look)) {
      // What is on its way to another question would come too late.
      this.#latest.stop();
      this.#tellLoaded();
    } else if (now !== undefined) this.refresh(now);
  }

  refresh(now: number): void {
    const look = this.#look;
    if (!look) return;
    const question = this.#questionOf(look);
    this.#latest.ask(question, async (signal) => {
      const { timeRange: chosen, timeZone } = look.view;
      const timeRange = resolveTimeRange(chosen, new Date(now), timeZone);
      const request = optionsRequest(this.#control, { timeRange }, look.typed);
      const response = await this.#search(request, signal, this.#control.id);
      return { question, options: controlOptions(response) };
    });
  }

  stop(): void {
    this.#latest.stop();
  }

  #questionOf({ view: { timeRange, timeZone }, typed }: Look): string {
    return JSON.stringify([timeRange, timeZone, typed]);
  }

  #tellLoaded(): void {
    if (this.#look) this.#listener.loaded(this.#look.view.key);
  }

  #fail(error: unknown): void {
    this.#answered = undefined;
    if (this.#elsewhere(error)) return;
    this.#listener.show({ options: [], problem: problemOf(error) });
    this.#listener.failed();
  }
}
