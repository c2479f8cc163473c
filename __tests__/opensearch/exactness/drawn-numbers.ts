import type { SearchContext } from "../../../dashboards/evaluation/search";
import type { SavedObject } from "../../../dashboards/objects/saved-object";
import type { OpenSearchClient } from "../../../workbench/opensearch/client";
import { itemsBelow, runVega, type Item } from "./run-vega";
import { answerOf, specificationOf } from "./show";

/** A number as it is drawn. */
export interface DrawnNumber {
  readonly label: string;
  readonly text: string;
  readonly limit: string;
  readonly color: string;
  /** Height of the digits' font, in pixels of a screen of 1920 x 1080. */
  readonly fontSize: number;
}

/** Half of the width and half of the height of a screen of 1920 x 1080, as the wall lays the panels. */
const SIZE = { width: 940, height: 490 };

/** Draws a specification of Vega as Dashboards does, from the answer of its search. */
export async function drawnNumbers(
  client: OpenSearchClient,
  objects: readonly SavedObject[],
  id: string,
  context: SearchContext,
): Promise<readonly DrawnNumber[]> {
  const values = await answerOf(client, objects, id, context);
  const { data, ...spec } = specificationOf<{
    readonly data: readonly { readonly url?: unknown }[];
  }>(objects, id);
  const filled = data.map(({ url, ...one }) => (url === undefined ? one : { ...one, values }));
  const { root } = await runVega({ ...spec, ...SIZE, config: {}, data: filled });
  const marks = itemsBelow(root);
  const named = (name: string): readonly Item[] =>
    marks.filter(({ mark }) => mark?.marktype === "text" && mark.name === name);
  const rects = marks.filter(({ datum, mark }) => mark?.marktype === "rect" && datum !== undefined);
  return named("text").map((digits, n) => ({
    label: named("label")[n]?.text ?? "",
    text: digits.text ?? "",
    limit: named("limit")[n]?.text ?? "",
    color: rects[n]?.fill ?? "",
    fontSize: Number(digits.fontSize),
  }));
}
