import { compile, type TopLevelSpec } from "vega-lite";
import type { SavedObject } from "../../../dashboards/objects/saved-object";
import type { SearchContext } from "../../../dashboards/evaluation/search";
import type { OpenSearchClient } from "../../../workbench/opensearch/client";
import { collectedWarnings, itemsBelow, runVega, type Item } from "./run-vega";
import { answerOf, specificationOf } from "./show";

/** A bar as it is drawn. */
export interface DrawnBar {
  readonly name: string;
  /** Width of the bar, as a part of the width of the chart. */
  readonly width: number;
  readonly text: string;
  /** From the top. */
  readonly y: number;
}

/** The size of the panel, in pixels. */
const SIZE = { width: 620, height: 540 };

/**
 * Draws a visualization of Vega-Lite as Dashboards does: the answer of the search becomes the values of the data, and
 * the specification is compiled and run.
 * @see https://github.com/opensearch-project/OpenSearch-Dashboards/tree/2.19/src/plugins/vis_type_vega
 */
export async function drawnBars(
  client: OpenSearchClient,
  objects: readonly SavedObject[],
  id: string,
  context: SearchContext,
): Promise<readonly DrawnBar[]> {
  const values = await answerOf(client, objects, id, context);
  const spec = specificationOf<Readonly<Record<string, unknown>>>(objects, id);
  const filled = {
    ...spec,
    config: {},
    ...SIZE,
    autosize: { type: "fit", contains: "padding" },
    data: { values },
  } as unknown as TopLevelSpec;
  const collected = collectedWarnings();
  const compiled = compile(filled, { logger: collected.logger }).spec;
  const { root, signal } = await runVega(compiled, collected);
  const marks = itemsBelow(root);
  const texts = new Map(marks.filter(({ mark }) => mark?.marktype === "text").map(keyed));
  return marks
    .filter(({ datum, mark }) => mark?.marktype === "rect" && datum?.bar !== undefined)
    .map((bar) => ({
      name: bar.datum?.bar ?? "",
      width: Number(bar.width) / Number(signal("width")),
      text: texts.get(bar.datum?.bar)?.text ?? "",
      y: Number(bar.y),
    }))
    .toSorted((one, other) => one.y - other.y);
}

const keyed = (item: Item) => [item.datum?.bar, item] as const;
