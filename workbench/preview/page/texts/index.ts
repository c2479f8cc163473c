import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "../../../../config/configuration";
import { english } from "./en";
import { korean } from "./ko";
import type { PageTexts } from "./texts";

export type { ChartSummary, PageTexts } from "./texts";

const TEXTS: Readonly<Record<Language, PageTexts>> = { en: english, ko: korean };

export function textsIn(language: Language): PageTexts {
  return TEXTS[language];
}

export const TextsContext = createContext<PageTexts>(english);

/** The words of the page in the chosen language. */
export function useTexts(): PageTexts {
  return useContext(TextsContext);
}
