import type { Language } from "../../config/configuration";
import type { SavedObject } from "../../dashboards/objects/saved-object";
import type { SearchRequest, SearchResponse } from "../../dashboards/evaluation/search";

/** What the page asks of the preview's server, on the machine's own address only. */
export const API = {
  /** GET: {@link PreviewState}. Cheap; asked every second. */
  state: "/api/state",
  /** GET, `?language=en`: {@link PreviewDashboards}. */
  dashboards: "/api/dashboards",
  /** POST {@link PanelSearches}: a line of JSON for each as soon as it is there, a {@link SearchAnswer}. */
  searches: "/api/searches",
  /** POST `/<index>/_search` below it: the search API of OpenSearch, for `switchboard report`. */
  openSearch: "/opensearch",
} as const;

/** What panels ask at one moment, together: a request for each would take longer than most searches do. */
export interface PanelSearches {
  readonly searches: readonly PanelSearch[];
}

export interface PanelSearch extends SearchRequest {
  /** Which panel or list asks, for people who look at requests. */
  readonly panel: string;
}

export type SearchAnswer =
  | {
      /** Its place among the searches. */
      readonly search: number;
      readonly answer: SearchResponse;
    }
  | ({ readonly search: number; readonly status: number } & PreviewProblem);

/** How far the simulation is. Times are milliseconds since 1970. */
export interface PreviewState {
  /** The simulated moment, or that of the newest record: the `now` of every time range. */
  readonly now: number;
  /** Simulated seconds in a second. */
  readonly speed: number;
  /** `filling`: the month so far; `catching-up`: a past day at speed; `live`: as the clock goes; `records`: files of records. */
  readonly phase: "filling" | "catching-up" | "live" | "records";
  /** Contacts whose records have been delivered so far. */
  readonly contacts: number;
}

export interface PreviewDashboards {
  /** Those of each contact center, then those over all of each domain. */
  readonly dashboards: readonly PreviewDashboard[];
}

export interface PreviewDashboard {
  readonly dashboard: SavedObject<"dashboard">;
  /** Everything that it is made of, itself included, as it is deployed. */
  readonly objects: readonly SavedObject[];
  /** The zones in which its contact centers cut their days. */
  readonly timeZones: readonly string[];
  /** The language that is deployed, whatever was asked for. */
  readonly language: Language;
}

export interface PreviewProblem {
  readonly problem: string;
}

export type { SearchRequest, SearchResponse };
