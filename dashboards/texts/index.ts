import type { Language } from "../../config/languages";
import { german } from "./de";
import { english } from "./en";
import { spanish } from "./es";
import { japanese } from "./ja";
import { korean } from "./ko";
import { thresholdsOf, type HeaderContactCenter, type Texts, type Thresholds } from "./texts";

export type { Language } from "../../config/languages";
export {
  PANEL_NAMES,
  RULE_NAMES,
  TOPIC_NAMES,
  type DashboardName,
  type HeaderContactCenter,
  type PanelName,
  type Texts,
  type TopicName,
} from "./texts";

const TEXTS: Readonly<Record<Language, (thresholds: Thresholds) => Texts>> = {
  en: english,
  ko: korean,
  ja: japanese,
  de: german,
  es: spanish,
};

/** The texts of the dashboard over these contact centers. */
export function textsIn(language: Language, contactCenters: readonly HeaderContactCenter[]): Texts {
  return TEXTS[language](thresholdsOf(contactCenters));
}
