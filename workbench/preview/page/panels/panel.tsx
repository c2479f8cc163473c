import { useErrorBoundary } from "preact/hooks";
import type { SavedObject } from "../../../../dashboards/objects/saved-object";
import type { Choices } from "../choices/choices";
import type { Choose } from "../choices/use-choices";
import type { PanelModel } from "../data/dashboard-model";
import type { SearchingPanel } from "../data/panel-loader";
import { problemOf } from "../data/problem";
import { useTexts } from "../texts";
import { ControlsPanel } from "./controls-panel";
import { Frame } from "./frame";
import { MarkdownPanel } from "./markdown-panel";
import { Problem } from "../parts/problem";
import { SearchedPanel } from "./searched-panel";

export interface PanelProps {
  readonly panel: PanelModel;
  readonly objects: readonly SavedObject[];
  readonly filters: Choices["filters"];
  readonly choose: Choose;
}

/** A panel of any type. What goes wrong inside of it stays inside. */
export function Panel(props: PanelProps) {
  const texts = useTexts();
  const [error, reset] = useErrorBoundary() as [unknown, () => void];
  const { panel, objects, filters, choose } = props;
  if (error !== undefined) {
    return (
      <Frame panel={panel} state="failed">
        <Problem title={texts.problem} problem={problemOf(error)} retry={reset} />
      </Frame>
    );
  }
  if (panel.vis.type === "markdown") return <MarkdownPanel panel={panel} choose={choose} />;
  if (panel.vis.type === "input_control_vis") {
    return <ControlsPanel panel={panel} objects={objects} filters={filters} choose={choose} />;
  }
  return <SearchedPanel panel={panel as SearchingPanel} />;
}
