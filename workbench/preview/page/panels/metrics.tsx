import type { Cell } from "../../../../dashboards/evaluation/search";
import type { SearchingPanel, Shown } from "../data/panel-loader";
import { useTexts } from "../texts";

interface Props {
  readonly panel: SearchingPanel;
  readonly shown: Extract<Shown, { readonly state: "ready" }>;
}

interface Card {
  readonly label: string;
  readonly text: string;
  readonly value: Cell;
}

/** Numbers in large print, one card for each metric and bucket. */
export function Metrics({ panel, shown }: Props) {
  const texts = useTexts();
  const params = panel.vis.params["metric"] as MetricParams;
  return (
    <div class="metrics" style={{ "--metric-points": params.style.fontSize }}>
      {cardsOf(shown).map(({ label, text, value }) => (
        <div class="metric" key={label} data-value={JSON.stringify(value)}>
          {value === null ? (
            <span class="metric-value">
              <span aria-hidden="true">–</span>
              <span class="unseen">{texts.noValue}</span>
            </span>
          ) : (
            <span class={valueClass(value, params)}>{text}</span>
          )}
          {params.labels.show && <span class="metric-label">{label}</span>}
        </div>
      ))}
    </div>
  );
}

interface MetricParams {
  readonly labels: { readonly show: boolean };
  readonly style: { readonly fontSize: number };
  readonly metricColorMode: "None" | "Labels";
  readonly colorsRange: readonly { readonly from: number; readonly to: number }[];
}

/** Whether a number is in the highest of the ranges that have colors. */
function valueClass(value: Cell, { colorsRange, metricColorMode }: MetricParams): string {
  const target = colorsRange.at(-1)?.from;
  if (metricColorMode === "None" || target === undefined) return "metric-value";
  return Number(value) >= target ? "metric-value reached" : "metric-value missed";
}

function cardsOf({ data, formats }: Props["shown"]): readonly Card[] {
  const written = (cell: Cell, column: number): string => formats[column]?.(cell) ?? "";
  return data.rows.flatMap((row) => {
    const buckets = row.flatMap((cell, column) =>
      data.columns[column]?.kind === "bucket" ? [written(cell, column)] : [],
    );
    return data.columns.flatMap(({ kind, label }, column): Card[] => {
      if (kind === "bucket") return [];
      const value = row[column] ?? null;
      return [{ label: [...buckets, label].join(" - "), text: written(value, column), value }];
    });
  });
}
