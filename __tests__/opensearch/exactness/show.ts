import type { SavedObject } from "../../../dashboards/objects/saved-object";
import {
  indexPatternOf,
  readPanel,
  searchRequest,
  type PanelData,
  type SearchContext,
  type SearchRequest,
  type SearchResponse,
} from "../../../dashboards/evaluation/search";
import type { OpenSearchClient } from "../../../workbench/opensearch/client";

/** Shows a panel's own saved object: sends what Dashboards would send, reads what it would read. */
export async function show(
  client: OpenSearchClient,
  objects: readonly SavedObject[],
  id: string,
  context: SearchContext,
): Promise<PanelData> {
  const answer = await answerOf(client, objects, id, context);
  return readPanel(visualizationOf(objects, id), answer);
}

/** The answer to the search that Dashboards would send. */
export async function answerOf(...[client, objects, id, context]: Parameters<typeof show>) {
  const visualization = visualizationOf(objects, id);
  const request = searchRequest(visualization, indexPatternOf(visualization, objects), context);
  return send(client, request);
}

/** Sends a search as Dashboards does. */
export function send(
  client: OpenSearchClient,
  { body, index, parameters }: SearchRequest,
): Promise<SearchResponse> {
  const query = new URLSearchParams(parameters).toString();
  return client.post<SearchResponse>(`${encodeURIComponent(index)}/_search?${query}`, body);
}

/** The number of a panel that shows one. */
export async function showNumber(...panel: Parameters<typeof show>) {
  const { rows } = await show(...panel);
  if (rows.length !== 1 || rows[0]?.length !== 1) throw new Error(`${panel[2]} is not one number.`);
  return rows[0][0] ?? null;
}

/** The specification of a visualization of Vega or Vega-Lite. */
export function specificationOf<T>(objects: readonly SavedObject[], id: string): T {
  const { params } = JSON.parse(visualizationOf(objects, id).attributes.visState) as {
    readonly params: { readonly spec: string };
  };
  return JSON.parse(params.spec) as T;
}

export function visualizationOf(
  objects: readonly SavedObject[],
  id: string,
): SavedObject<"visualization"> {
  const found = objects.find((object) => object.type === "visualization" && object.id === id);
  if (!found) throw new Error(`There is no visualization ${id}.`);
  return found as SavedObject<"visualization">;
}
