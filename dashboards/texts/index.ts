import { english } from "./en";
import { korean } from "./ko";
import { thresholdsOf, type HeaderContactCenter, type Texts } from "./texts";

export {
  PANEL_NAMES,
  TOPIC_NAMES,
  type HeaderContactCenter,
  type PanelName,
  type Texts,
  type TopicName,
} from "./texts";

const TEXTS = { en: english, ko: korean } as const;

/** A language of the dashboards. */
export type Language = keyof typeof TEXTS;

/** The texts of the dashboard over these contact centers. */
export function textsIn(language: Language, contactCenters: readonly HeaderContactCenter[]): Texts {
  return TEXTS[language](thresholdsOf(contactCenters));
}
