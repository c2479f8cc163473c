import type { VisState } from "../../../../dashboards/visualizations/index";
import type { ChartData } from "../../../../dashboards/evaluation/chart-data";
import { colorsOf } from "./colors";

/** All that a chart is drawn from. */
export interface Drawing {
  readonly vis: VisState;
  readonly data: ChartData;
  readonly theme: "light" | "dark";
  readonly timeZone: string;
  /** There is no room beside the drawing. */
  readonly isNarrow: boolean;
  /** What it shows, for those who do not see it. */
  readonly description: string;
}

/** The system's fonts, which know the languages that their owner reads. */
export const FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans KR', sans-serif";

export const FONT_SIZE = 12;

/** The labels of the axes are inside of these margins. */
export const GRID = {
  left: 4,
  right: 12,
  top: 28,
  bottom: 4,
  outerBoundsMode: "same",
  outerBoundsContain: "axisLabel",
} as const;

export function textStyle(theme: Drawing["theme"]) {
  return { fontFamily: FONT, fontSize: FONT_SIZE, color: colorsOf(theme).text };
}

/** What every chart has. */
export function frame({ theme, description }: Drawing) {
  return {
    animation: false,
    textStyle: textStyle(theme),
    aria: { enabled: true, label: { description } },
  };
}

export function tooltipStyle(theme: Drawing["theme"]) {
  const { surface, line } = colorsOf(theme);
  return {
    confine: true,
    backgroundColor: surface,
    borderColor: line,
    textStyle: textStyle(theme),
  };
}
