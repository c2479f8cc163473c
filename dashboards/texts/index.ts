import { english } from "./en";
import { korean } from "./ko";
import type { Texts } from "./texts";

export { PANEL_NAMES, type HeaderContactCenter, type PanelName, type Texts } from "./texts";

const TEXTS = { en: english, ko: korean } as const satisfies Readonly<Record<string, Texts>>;

/** A language of the dashboards. */
export type Language = keyof typeof TEXTS;

export function textsIn(language: Language): Texts {
  return TEXTS[language];
}
