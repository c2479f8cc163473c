import type { SavedObject } from "../objects/saved-object";
import { plainVisualization, type VisualizationProps } from "./visualization";

/** Points. */
const FONT_SIZE = 12;

export interface MarkdownProps extends VisualizationProps {
  readonly markdown: string;
  /** `false`: a link opens in the tab of the dashboard. @default true */
  readonly openLinksInNewTab?: boolean;
}

/** A text. */
export function markdown(props: MarkdownProps): SavedObject<"visualization"> {
  const { markdown: text, openLinksInNewTab = true } = props;
  return plainVisualization(props, {
    type: "markdown",
    params: { fontSize: FONT_SIZE, openLinksInNewTab, markdown: text },
    aggs: [],
  });
}
