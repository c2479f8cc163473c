import * as vega from "vega/build/vega.js";
import { expressionInterpreter } from "vega-interpreter";

/** A mark of the scene, or an item of a mark. */
export interface Item {
  readonly marktype?: string;
  readonly items?: readonly Item[];
  readonly mark?: { readonly marktype: string; readonly name?: string };
  readonly datum?: { readonly bar?: string };
  readonly width?: number;
  readonly y?: number;
  readonly text?: string;
  readonly fill?: string;
  readonly fontSize?: number;
}

/** Warnings of Vega and Vega-Lite are refused: Dashboards shows them in the panel. */
export function collectedWarnings() {
  const warnings: unknown[] = [];
  const warn = (...of: readonly unknown[]) => warnings.push(of);
  return { warnings, logger: Object.assign(vega.logger(vega.Warn), { warn }) };
}

/**
 * Parses a specification for the interpreter and runs it, as Dashboards does, with the versions of Dashboards 2.19.
 * @see https://github.com/opensearch-project/OpenSearch-Dashboards/tree/2.19/src/plugins/vis_type_vega
 */
export async function runVega(
  spec: unknown,
  { logger, warnings } = collectedWarnings(),
): Promise<{ readonly root: Item; readonly signal: (name: string) => unknown }> {
  const runtime = vega.parse(spec as vega.Spec, undefined, { ast: true });
  const view = new vega.View(runtime, {
    renderer: "none",
    logger,
    expr: expressionInterpreter,
  });
  await view.runAsync();
  if (warnings.length > 0) throw new Error(`Vega warns: ${JSON.stringify(warnings)}`);
  const { root } = view.scenegraph() as unknown as { readonly root: Item };
  return { root, signal: (name) => view.signal(name) as unknown };
}

export function itemsBelow(item: Item): readonly Item[] {
  return [item, ...(item.items ?? []).flatMap(itemsBelow)];
}
