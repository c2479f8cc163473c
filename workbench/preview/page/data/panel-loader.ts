import type { SavedObject } from "../../../../dashboards/objects/saved-object";
import type { TimeRange } from "../../../../dashboards/objects/dashboard";
import { panelFormats, type CellFormat } from "../../../../dashboards/evaluation/format";
import {
  readPanel,
  resolveTimeRange,
  searchRequest,
  type AbsoluteRange,
  type DashboardFilter,
  type PanelData,
  type SearchRequest,
  type SearchResponse,
} from "../../../../dashboards/evaluation/search";
import type { PanelModel } from "./dashboard-model";
import { Latest } from "./latest";
import { problemOf } from "./problem";

/** What all panels are asked for. */
export interface View {
  /** Different for every choice that can change a number or how it is written. */
  readonly key: string;
  readonly timeRange: TimeRange;
  readonly timeZone: string;
  readonly filters: readonly DashboardFilter[];
}

/** What was found, and how it is written. */
interface Numbers {
  readonly data: PanelData;
  readonly formats: readonly CellFormat[];
  readonly timeZone: string;
}

/** What a panel has to show. */
export type Shown =
  | { readonly state: "loading" }
  | ({
      readonly state: "ready";
      /** The view that it was asked for. */
      readonly key: string;
    } & Numbers)
  | { readonly state: "failed"; readonly key: string; readonly problem: string };

/** A panel that searches. */
export type SearchingPanel = PanelModel & {
  readonly indexPattern: SavedObject<"index-pattern">;
};

/** Sends a search; named for people who look at requests is the panel or list that asks. */
export type Search = (
  request: SearchRequest,
  signal: AbortSignal,
  panel: string,
) => Promise<SearchResponse>;

/** Gets a panel's data, again and again: one search at a time, and only news are shown. */
export class PanelLoader {
  #shown = "";
  readonly #latest = new Latest<Shown>({
    answer: (shown) => this.#deliver(shown),
    failure: (error) => this.#fail(error),
  });
  #asked = "";
  #newest?: { readonly text: string; readonly numbers: Numbers };

  readonly #panel: SearchingPanel;
  readonly #search: Search;
  readonly #show: (shown: Shown) => void;
  readonly #elsewhere: (error: unknown) => boolean;

  constructor(
    panel: SearchingPanel,
    search: Search,
    show: (shown: Shown) => void,
    /** Takes errors that are not the panel's own; returns whether it did. */
    elsewhere: (error: unknown) => boolean,
  ) {
    this.#panel = panel;
    this.#search = search;
    this.#show = show;
    this.#elsewhere = elsewhere;
  }

  load(view: View, now: number): void {
    this.#asked = view.key;
    this.#latest.ask(view.key, (signal) => this.#ask(view, now, signal));
  }

  stop(): void {
    this.#latest.stop();
  }

  async #ask(view: View, now: number, signal: AbortSignal): Promise<Shown> {
    const { visualization, indexPattern } = this.#panel;
    const { timeZone, filters, key } = view;
    const range = this.#panel.timeRange ?? view.timeRange;
    const timeRange = resolveTimeRange(range, new Date(now), timeZone);
    const request = searchRequest(visualization, indexPattern, { timeRange, timeZone, filters });
    const formats = panelFormats(visualization, indexPattern, { timeRange, timeZone });
    const data = readPanel(visualization, await this.#search(request, signal, this.#panel.id));
    return { state: "ready", key, ...this.#sameOrNew({ data, formats, timeZone }, timeRange) };
  }

  /** Numbers that are as they were are the same objects, so that a chart knows it without looking. */
  #sameOrNew(numbers: Numbers, { gte, lte }: AbsoluteRange): Numbers {
    // How long the range is decides how moments are written.
    const length = Date.parse(lte) - Date.parse(gte);
    const text = JSON.stringify([numbers.data, numbers.timeZone, length]);
    if (this.#newest?.text !== text) this.#newest = { text, numbers };
    return this.#newest.numbers;
  }

  /** What is as it was is not drawn again. */
  #deliver(shown: Shown): void {
    const text = JSON.stringify(shown);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#show(shown);
  }

  #fail(error: unknown): void {
    if (this.#elsewhere(error)) return;
    const problem = problemOf(error);
    this.#deliver({ state: "failed", key: this.#asked, problem });
  }
}
