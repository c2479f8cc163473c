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
  const { labels } = panel.vis.params["metric"] as {
    readonly labels: { readonly show: boolean };
  };
  return (
    <div class="metrics">
      {cardsOf(shown).map(({ label, text, value }) => (
        <div class="metric" key={label} data-value={JSON.stringify(value)}>
          {value === null ? (
            <span class="metric-value">
              <span aria-hidden="true">–</span>
              <span class="unseen">{texts.noValue}</span>
            </span>
          ) : (
            <MetricValue text={text} />
          )}
          {labels.show && <span class="metric-label">{label}</span>}
        </div>
      ))}
    </div>
  );
}

const NUMBER_WITH_UNIT = /^([\d.,-]+) (\D+)$/;

/** A unit is smaller than its number, which is what is looked for. */
function MetricValue({ text }: { readonly text: string }) {
  const [, number = text, unit] = NUMBER_WITH_UNIT.exec(text) ?? [];
  return (
    <span class="metric-value">
      {number}
      {unit !== undefined && <span class="metric-unit"> {unit}</span>}
    </span>
  );
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
