import { LANGUAGES, type Language } from "../../../../config/languages";
import type { TimeRange } from "../../../../dashboards/objects/dashboard";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Seconds between two refreshes, beside what is saved. */
export const REFRESHES = [5, 10, 30, 60] as const;
export type Refresh = (typeof REFRESHES)[number] | "saved" | "off";

/** All that a person can choose. What is absent is as the dashboard was saved, or as the browser is. */
export interface Choices {
  /** Id of the dashboard; absent: the first. */
  readonly dashboard?: string;
  /** Absent: the range that is saved with the dashboard. */
  readonly timeRange?: TimeRange;
  /** Absent: the browser's. */
  readonly timeZone?: string;
  readonly language: Language;
  readonly refresh: Refresh;
  readonly theme: Theme;
  /** Chosen values by field. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** Reads the choices from the address, so that a reload and a link keep them. What is unreadable is not chosen. */
export function readChoices(hash: string, browserLanguage: string): Choices {
  const read = new URLSearchParams(hash.replace(/^#/, ""));
  const from = read.get("from");
  const to = read.get("to");
  const dashboard = dashboardOfLink(hash) ?? read.get("dashboard");
  const timeZone = read.get("tz");
  return {
    ...(dashboard !== null && { dashboard }),
    ...(from !== null && to !== null && { timeRange: { from, to } }),
    ...(timeZone !== null && isTimeZone(timeZone) && { timeZone }),
    language: oneOf(LANGUAGES, read.get("lang")) ?? languageOf(browserLanguage),
    refresh: readRefresh(read.get("refresh")),
    theme: oneOf(THEMES, read.get("theme")) ?? "system",
    filters: readFilters(read.get("filters")),
  };
}

/** Id of the dashboard that a link of Dashboards names, such as `#/view/main-overview`. */
export function dashboardOfLink(href: string): string | undefined {
  return /^#\/view\/([^?]+)/.exec(href)?.[1];
}

/** The address that {@link readChoices} reads back; what is as it comes is left out. */
export function writeChoices(choices: Choices, browserLanguage: string): string {
  const { dashboard, timeRange, timeZone, language, refresh, theme, filters } = choices;
  const written = new URLSearchParams({
    ...(dashboard !== undefined && { dashboard }),
    ...timeRange,
    ...(timeZone !== undefined && { tz: timeZone }),
    ...(language !== languageOf(browserLanguage) && { lang: language }),
    ...(refresh !== "saved" && { refresh: String(refresh) }),
    ...(theme !== "system" && { theme }),
    ...(Object.keys(filters).length > 0 && { filters: JSON.stringify(filters) }),
  });
  return `#${written.toString()}`;
}

function oneOf<T extends string>(known: readonly T[], text: string | null): T | undefined {
  return known.find((candidate) => candidate === text);
}

function languageOf(browserLanguage: string): Language {
  const [language = ""] = browserLanguage.toLowerCase().split("-");
  return oneOf(LANGUAGES, language) ?? "en";
}

function readRefresh(text: string | null): Refresh {
  if (text === "off") return text;
  return REFRESHES.find((seconds) => String(seconds) === text) ?? "saved";
}

function readFilters(text: string | null): Choices["filters"] {
  const read = Object.entries(parsed(text)).map(
    ([field, values]) => [field, textsOf(values)] as const,
  );
  return Object.fromEntries(read.filter(([, values]) => values.length > 0));
}

function textsOf(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.filter((value) => typeof value === "string") : [];
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
