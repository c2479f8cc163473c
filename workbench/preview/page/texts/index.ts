import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { english } from "./en";
import type { PageTexts } from "./texts";

export { languageName, textsIn } from "./languages";
export type { ChartSummary, PageTexts } from "./texts";

export const TextsContext = createContext<PageTexts>(english);

/** The words of the page in the chosen language. */
export function useTexts(): PageTexts {
  return useContext(TextsContext);
}
