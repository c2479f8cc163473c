import type { Language } from "../../config/configuration";
import { english } from "./en";
import { korean } from "./ko";
import type { Texts } from "./texts";

export { PANEL_NAMES, type PanelName, type Place, type Texts } from "./texts";

const TEXTS: Readonly<Record<Language, Texts>> = { en: english, ko: korean };

export function textsIn(language: Language): Texts {
  return TEXTS[language];
}
