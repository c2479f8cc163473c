import { useLayoutEffect, useState } from "preact/hooks";
import { usePage } from "../data/context";
import type { SearchingPanel, Shown } from "../data/panel-loader";
import { usePanelData } from "../data/use-panel-data";
import { Problem } from "../parts/problem";
import { useTexts } from "../texts";
import { BigNumbers, bigNumbersOf } from "./big-numbers";
import { ChartBody } from "./chart-body";
import { DataTable } from "./data-table";
import { Empty } from "./empty";
import { Frame } from "./frame";
import { Metrics } from "./metrics";

const CHARTS = ["histogram", "line", "heatmap"];

/** Bars of Vega-Lite are a table here: the page has no Vega. */
const TABLES = ["table", "vega"];

/** A panel that shows what a search finds. */
export function SearchedPanel({ panel }: { readonly panel: SearchingPanel }) {
  const texts = useTexts();
  const { settled } = usePage();
  const { shown, retry } = usePanelData(panel);
  const [asTable, setAsTable] = useState(false);
  const shows = shown.state === "ready" ? shown.key : undefined;
  useLayoutEffect(() => {
    if (shows !== undefined) settled.panelShows(panel.id, shows);
  }, [settled, panel, shows]);

  const isChart = CHARTS.includes(panel.vis.type);
  const toggle = (
    <button
      type="button"
      class="toggle"
      aria-pressed={asTable}
      onClick={() => setAsTable(!asTable)}
    >
      {texts.showAsTable}
    </button>
  );
  return (
    <Frame panel={panel} state={shown.state} actions={isChart && toggle}>
      {shown.state === "loading" && <p class="placeholder">{texts.loading}</p>}
      {shown.state === "failed" && (
        <Problem title={texts.problem} problem={shown.problem} retry={retry} />
      )}
      {shown.state === "ready" && (
        <>
          <Body panel={panel} shown={shown} asTable={asTable || TABLES.includes(panel.vis.type)} />
          <script type="application/json" class="panel-data">
            {JSON.stringify(shown.data)}
          </script>
        </>
      )}
    </Frame>
  );
}

interface BodyProps {
  readonly panel: SearchingPanel;
  readonly shown: Extract<Shown, { readonly state: "ready" }>;
  readonly asTable: boolean;
}

function Body({ panel, shown, asTable }: BodyProps) {
  if (shown.data.rows.length === 0) return <Empty panel={panel} />;
  if (panel.vis.type === "metric") return <Metrics panel={panel} shown={shown} />;
  if (bigNumbersOf(panel)) return <BigNumbers panel={panel} shown={shown} />;
  if (asTable) return <DataTable panel={panel} shown={shown} />;
  return <ChartBody panel={panel} shown={shown} />;
}
