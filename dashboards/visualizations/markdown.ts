import type { SavedObject } from "../objects/saved-object";
import { plainVisualization, type VisualizationProps } from "./visualization";

export interface MarkdownProps extends VisualizationProps {
  readonly markdown: string;
}

/** A text. */
export function markdown(props: MarkdownProps): SavedObject<"visualization"> {
  return plainVisualization(props, {
    type: "markdown",
    params: { fontSize: 12, openLinksInNewTab: true, markdown: props.markdown },
    aggs: [],
  });
}
