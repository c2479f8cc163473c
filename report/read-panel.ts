import { panelFormats, type CellFormat } from "../dashboards/evaluation/format";
import {
  indexPatternOf,
  readPanel,
  searchRequest,
  type Cell,
  type PanelData,
  type SearchRequest,
  type SearchResponse,
} from "../dashboards/evaluation/search";
import type { SavedObject } from "../dashboards/objects/saved-object";
import type { Period } from "./period";

/** Sends a search to OpenSearch and returns its response. */
export type Search = (request: SearchRequest) => Promise<SearchResponse>;

/** The data of a panel, and how each of its columns is written. */
export interface ReadPanel {
  readonly data: PanelData;
  readonly formats: readonly CellFormat[];
}

/** A cell of a column as the dashboard writes it. */
export function written({ formats }: ReadPanel, column: number, cell: Cell): string {
  return (formats[column] ?? String)(cell);
}

/** Reads the saved objects of panels as Dashboards does, with a period as the time range. */
export class PanelReader {
  readonly #indexPatterns: readonly SavedObject<"index-pattern">[];
  readonly #search: Search;

  constructor(indexPatterns: readonly SavedObject<"index-pattern">[], search: Search) {
    this.#indexPatterns = indexPatterns;
    this.#search = search;
  }

  async read(
    visualization: SavedObject<"visualization">,
    { range: timeRange, timeZone }: Period,
  ): Promise<ReadPanel> {
    const indexPattern = indexPatternOf(visualization, this.#indexPatterns);
    const context = { timeRange, timeZone };
    const response = await this.#search(searchRequest(visualization, indexPattern, context));
    return {
      data: readPanel(visualization, response),
      formats: panelFormats(visualization, indexPattern, context),
    };
  }
}
