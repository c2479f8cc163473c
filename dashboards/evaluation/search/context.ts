/** What a person has chosen on the page, and where the person sits. */
export interface SearchContext {
  /** The chosen range, both ends included. */
  readonly timeRange: AbsoluteRange;
  /** Zone of the viewer's browser, in which Dashboards cuts days. */
  readonly timeZone: string;
  /** The dashboard's query; only the empty one is supported. */
  readonly query?: string;
  /** Filters of the dashboard, as Dashboards keeps them. */
  readonly filters?: readonly DashboardFilter[];
}

/** ISO 8601 in UTC with milliseconds. */
export interface AbsoluteRange {
  readonly gte: string;
  readonly lte: string;
}

export interface DashboardFilter {
  readonly meta?: {
    readonly disabled?: boolean;
    readonly negate?: boolean;
    readonly [detail: string]: unknown;
  };
  readonly $state?: unknown;
  readonly query?: Json;
  readonly [clause: string]: unknown;
}

export type Json = Readonly<Record<string, unknown>>;

/** The search that Dashboards would send. */
export interface SearchRequest {
  /** Indices, as patterns joined by commas. */
  readonly index: string;
  /** Parameters of the URL. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: Json;
}

/** Something in a saved object that this evaluator does not know: better no number than a wrong one. */
export class UnsupportedVisualizationError extends Error {
  constructor(what: string, known: readonly string[]) {
    super(
      `The search of this visualization is not known: ${what}. Known are ${known.join(", ")}. ` +
        "Teach dashboards/evaluation/search/ what OpenSearch Dashboards sends for it before using it in a panel.",
    );
  }
}
