import type { Language } from "../../../../config/languages";
import { german } from "./de";
import { english } from "./en";
import { spanish } from "./es";
import { japanese } from "./ja";
import { korean } from "./ko";
import type { PageTexts } from "./texts";

const TEXTS: Readonly<Record<Language, PageTexts>> = {
  en: english,
  ko: korean,
  ja: japanese,
  de: german,
  es: spanish,
};

export function textsIn(language: Language): PageTexts {
  return TEXTS[language];
}

/** The name of a language in another one, or in itself. */
export function languageName(language: Language, inLanguage: Language): string {
  return new Intl.DisplayNames([inLanguage], { type: "language" }).of(language) ?? language;
}
