import { vegaSpec } from "../../../../dashboards/evaluation/search";
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
  const numbers = bigNumbersOf(panel) ?? [];
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

/** The numbers of such a panel; undefined: it is of another kind. */
export function bigNumbersOf({
  visualization,
}: SearchingPanel): BigNumbersMeta["numbers"] | undefined {
  const usermeta = vegaSpec(visualization)?.usermeta;
  return usermeta?.kind === "big-numbers" ? usermeta.numbers : undefined;
}

function asNumber(value: unknown): number | null {
  return value === null ? null : Number(value);
}

function stateOf(within: boolean | undefined): string {
  if (within === undefined) return "plain";
  return within ? "good" : "bad";
}
