import type { VisState } from "../../../dashboards/visualizations/index";
import type { ChartData } from "./chart-data";

/** All that a chart is drawn from. */
export interface Drawing {
  readonly vis: VisState;
  readonly data: ChartData;
  readonly theme: "light" | "dark";
  readonly timeZone: string;
  /** What it shows, for those who do not see it. */
  readonly description: string;
}

/** The system's fonts, which know the languages that their owner reads. */
export const FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans KR', sans-serif";

export const FONT_SIZE = 12;
