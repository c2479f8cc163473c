import {
  isWithinLimit,
  limitText,
  type BigNumbersMeta,
} from "../../../../dashboards/visualizations/index";
import type { SearchingPanel, Shown } from "../data/panel-loader";
import { useTexts } from "../texts";

interface Props {
  readonly panel: SearchingPanel;
  readonly shown: Extract<Shown, { readonly state: "ready" }>;
}

/** Numbers that fill the panel, as the specification of Vega draws them; the page has no Vega. */
export function BigNumbers({ panel, shown: { data, formats } }: Props) {
  const texts = useTexts();
  const { numbers } = metaOf(panel);
  const row = data.rows[0] ?? [];
  return (
    <div class="big-numbers">
      {numbers.map((number, column) => {
        const value = row[column] ?? null;
        return (
          <div class={`big-number ${stateOf(isWithinLimit(number, asNumber(value)))}`} key={column}>
            <span class="big-label">{number.label}</span>
            <span class="big-value">
              {value === null ? (
                <>
                  <span aria-hidden="true">–</span>
                  <span class="unseen">{texts.noValue}</span>
                </>
              ) : (
                formats[column]?.(value)
              )}
            </span>
            <span class="big-label">{limitText(number)}</span>
          </div>
        );
      })}
    </div>
  );
}

/** Whether the panel is one of these. */
export function hasBigNumbers(panel: SearchingPanel): boolean {
  return panel.vis.type === "vega" && metaOf(panel).kind === "big-numbers";
}

function metaOf(panel: SearchingPanel): BigNumbersMeta {
  const spec = JSON.parse(String(panel.vis.params["spec"])) as {
    readonly usermeta: BigNumbersMeta;
  };
  return spec.usermeta;
}

function asNumber(value: unknown): number | null {
  return value === null ? null : Number(value);
}

function stateOf(within: boolean | undefined): string {
  if (within === undefined) return "plain";
  return within ? "good" : "bad";
}
