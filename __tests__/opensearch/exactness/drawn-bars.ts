import * as vega from "vega/build/vega.js";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import type { SavedObject } from "../../../dashboards/objects/saved-object";
import type { SearchContext } from "../../../dashboards/evaluation/search";
import type { OpenSearchClient } from "../../../workbench/opensearch/client";
import { answerOf, visualizationOf } from "./show";

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
 * the specification is compiled, parsed for the interpreter and run, with the versions of Dashboards 2.19.
 * @see https://github.com/opensearch-project/OpenSearch-Dashboards/tree/2.19/src/plugins/vis_type_vega
 */
export async function drawnBars(
  client: OpenSearchClient,
  objects: readonly SavedObject[],
  id: string,
  context: SearchContext,
): Promise<readonly DrawnBar[]> {
  const values = await answerOf(client, objects, id, context);
  const { params } = JSON.parse(visualizationOf(objects, id).attributes.visState) as {
    readonly params: { readonly spec: string };
  };
  const { data, ...spec } = JSON.parse(params.spec) as Specification;
  const filled = {
    ...spec,
    config: {},
    ...SIZE,
    autosize: { type: "fit", contains: "padding" },
    data: { values, format: data.format },
  } as unknown as TopLevelSpec;
  const warnings: unknown[] = [];
  const warn = (...of: readonly unknown[]) => warnings.push(of);
  const logger = Object.assign(vega.logger(vega.Warn), { warn });
  const compiled = compile(filled, { logger }).spec;
  const runtime = vega.parse(compiled, undefined, { ast: true });
  const view = new vega.View(runtime, {
    renderer: "none",
    logger,
    expr: expressionInterpreter,
  });
  await view.runAsync();
  if (warnings.length > 0) throw new Error(`Vega warns: ${JSON.stringify(warnings)}`);
  const marks = itemsBelow((view.scenegraph() as unknown as { readonly root: Item }).root);
  const texts = new Map(marks.filter(({ mark }) => mark?.marktype === "text").map(keyed));
  return marks
    .filter(({ datum, mark }) => mark?.marktype === "rect" && datum?.bar !== undefined)
    .map((bar) => ({
      name: bar.datum?.bar ?? "",
      width: Number(bar.width) / Number(view.signal("width")),
      text: texts.get(bar.datum?.bar)?.text ?? "",
      y: Number(bar.y),
    }))
    .toSorted((one, other) => one.y - other.y);
}

interface Specification {
  readonly data: { readonly format: unknown };
}

interface Item {
  readonly marktype?: string;
  readonly items?: readonly Item[];
  readonly mark?: { readonly marktype: string };
  readonly datum?: { readonly bar?: string };
  readonly width?: number;
  readonly y?: number;
  readonly text?: string;
}

const keyed = (item: Item) => [item.datum?.bar, item] as const;

function itemsBelow(item: Item): readonly Item[] {
  return [item, ...(item.items ?? []).flatMap(itemsBelow)];
}
