import type { SavedObject } from "../objects/saved-object";
import type { TitledSource } from "./source";
import { plainVisualization, type VisualizationProps } from "./visualization";

/** The search of a specification, as the Vega plugin of Dashboards takes it. */
export interface VegaUrl {
  /** Dashboards adds its filters as the query. */
  readonly "%context%": true;
  /** Field of the time range that Dashboards adds. @default documents of every time */
  readonly "%timefield%"?: string;
  /** Title of the index pattern. */
  readonly index: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The search of documents of a source; the time range applies where its documents have a time. */
export function vegaUrl({ kind, title }: TitledSource, aggs: VegaUrl["body"]): VegaUrl {
  const { timeField } = kind;
  return {
    "%context%": true,
    ...(timeField !== undefined && { "%timefield%": timeField }),
    index: title,
    body: { size: 0, aggs },
  };
}

/** Dashboards 3.x draws with newer versions of Vega and Vega-Lite, and warns of the schema. */
export const HIDE_WARNINGS = { kibana: { hideWarnings: true } } as const;

/** A specification of Vega or Vega-Lite; what reads the saved object back needs `usermeta`, which both ignore. */
export function vegaVisualization(
  props: VisualizationProps,
  spec: Readonly<Record<string, unknown>> & { readonly usermeta: { readonly kind: string } },
): SavedObject<"visualization"> {
  return plainVisualization(props, {
    type: "vega",
    params: { spec: JSON.stringify(spec) },
    aggs: [],
  });
}
