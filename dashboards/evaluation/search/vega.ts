import type { SavedObject } from "../../objects/saved-object";
import type { BigNumbersMeta, ShareBarsMeta, VegaUrl, VisState } from "../../visualizations/index";
import { bigNumbersColumns, readBigNumbers } from "./big-numbers";
import { UnsupportedVisualizationError, type Json } from "./context";
import type { Column, PanelData, SearchResponse } from "./read";
import { readShareBars, shareBarsColumns } from "./share-bars";

/** The parts of a specification of Vega or Vega-Lite that are read back. */
export interface VegaSpec {
  readonly url: VegaUrl;
  readonly usermeta: ShareBarsMeta | BigNumbersMeta;
}

interface SavedSpec {
  readonly usermeta?: VegaSpec["usermeta"];
  /** Vega has a list of data, Vega-Lite one. */
  readonly data?: { readonly url: VegaUrl } | readonly { readonly url?: VegaUrl }[];
}

/** The specification of a visualization; undefined: the visualization has another type. */
export function vegaSpec({ attributes }: SavedObject<"visualization">): VegaSpec | undefined {
  const { params, type } = JSON.parse(attributes.visState) as VisState;
  if (type !== "vega") return undefined;
  const { data = [], usermeta } = JSON.parse((params["spec"] ?? "{}") as string) as SavedSpec;
  const [url] = [data].flat().flatMap((one) => one.url ?? []);
  if (!usermeta || !url) {
    throw new UnsupportedVisualizationError("a specification of Vega", ["shareBars", "bigNumbers"]);
  }
  return { url, usermeta };
}

/**
 * The body that Dashboards sends: that of the specification, with the filters of the dashboard as the query, and the
 * time range among what must match.
 * @see https://github.com/opensearch-project/OpenSearch-Dashboards/blob/2.19/src/plugins/vis_type_vega/public/data_model/opensearch_query_parser.ts
 */
export function vegaBody(
  { url }: VegaSpec,
  filters: Readonly<{ filter: readonly Json[]; must_not: readonly Json[] }>,
  range: readonly Json[],
): Json {
  return { ...url.body, query: { bool: { must: range, should: [], ...filters } } };
}

export function vegaColumns({ usermeta }: VegaSpec): readonly Column[] {
  return usermeta.kind === "share-bars" ? shareBarsColumns(usermeta) : bigNumbersColumns(usermeta);
}

export function readVega({ usermeta }: VegaSpec, response: SearchResponse): PanelData {
  return usermeta.kind === "share-bars"
    ? readShareBars(usermeta, response)
    : readBigNumbers(usermeta, response);
}
