import { useMemo } from "preact/hooks";
import { Chart } from "../charts/chart";
import { chartData } from "../../../../dashboards/evaluation/chart-data";
import { chartOption } from "../charts/chart-option";
import { heatmapOption } from "../charts/heatmap-option";
import { summaryOf } from "../charts/summary";
import { usePage } from "../data/context";
import type { SearchingPanel, Shown } from "../data/panel-loader";
import { useTexts } from "../texts";

interface Props {
  readonly panel: SearchingPanel;
  readonly shown: Extract<Shown, { readonly state: "ready" }>;
}

export function ChartBody({ panel, shown }: Props) {
  const texts = useTexts();
  const { theme, isNarrow } = usePage();
  const { data: found, formats, timeZone } = shown;
  const option = useMemo(() => {
    const data = chartData(panel.vis, found, formats);
    const description = texts.chart(summaryOf(panel.title, data));
    const drawing = { vis: panel.vis, data, theme, timeZone, isNarrow, description };
    return panel.vis.type === "heatmap" ? heatmapOption(drawing) : chartOption(drawing);
  }, [panel, found, formats, timeZone, texts, theme, isNarrow]);
  const scrolls = isNarrow && panel.vis.type === "heatmap";
  const layout = `${theme} ${String(isNarrow)}`;
  return <Chart option={option} layout={layout} {...(scrolls && { scrollsAs: panel.title })} />;
}
