/**
 * The languages of the dashboards, as BCP 47 tags. A language is one file in `dashboards/texts/` and one in
 * `workbench/preview/page/texts/`; neither compiles without every text.
 */
export const LANGUAGES = ["en", "ko", "ja", "de", "es"] as const;

export type Language = (typeof LANGUAGES)[number];
