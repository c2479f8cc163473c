import type { NamedRange } from "../choices/time-ranges";
import type { Theme } from "../choices/choices";
import type { PreviewState } from "../../api";

/** Every word that the page itself says, in one language; panels bring their own. */
export interface PageTexts {
  readonly title: string;
  /** What this is, and what it is not. */
  readonly notice: string;
  /** The same, with `--records`. */
  readonly noticeOfRecords: string;
  readonly skip: string;
  readonly noDashboards: string;
  readonly loading: string;
  readonly phases: Readonly<Record<PreviewState["phase"], string>>;
  readonly contacts: (count: string) => string;
  readonly simulatedTime: string;
  readonly newestRecord: string;
  readonly speed: (factor: string) => string;
  readonly gone: string;
  readonly problem: string;
  readonly retry: string;
  readonly toolbar: string;
  readonly settings: string;
  readonly dashboard: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly timeZone: string;
  readonly timeZones: {
    readonly browser: string;
    readonly contactCenters: string;
    readonly all: string;
  };
  readonly timeRange: string;
  readonly timeRanges: Readonly<Record<NamedRange, string>>;
  readonly custom: string;
  readonly asSaved: string;
  readonly from: string;
  readonly to: string;
  readonly refresh: string;
  readonly refreshNow: string;
  readonly off: string;
  readonly every: (seconds: number) => string;
  /** The name of the language in this language. */
  readonly deployedIn: (language: string) => string;
  readonly description: (title: string) => string;
  readonly showAsTable: string;
  readonly ownTimeRange: (range: string) => string;
  readonly now: string;
  readonly nothingInRange: string;
  readonly nothingWithFilters: string;
  readonly nothingNow: string;
  readonly noValue: string;
  readonly total: string;
  readonly pages: (first: number, last: number, of: number) => string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly any: string;
  readonly chosen: (count: number) => string;
  readonly searchValues: (label: string) => string;
  readonly noValues: string;
  readonly clear: string;
  readonly opensInNewTab: string;
  /** What a chart shows, for those who do not see it. */
  readonly chart: (chart: ChartSummary) => string;
}

export interface ChartSummary {
  readonly title: string;
  readonly points: number;
  readonly series: readonly string[];
  /** The highest value and where it is. */
  readonly highest?: { readonly value: string; readonly at: string };
}
