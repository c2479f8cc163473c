import { LANGUAGES, type Language } from "../../config/languages";
import { textsIn, type Texts } from "../../dashboards/texts";
import { textsIn as pageTextsIn, languageName } from "../../workbench/preview/page/texts/languages";
import type { PageTexts } from "../../workbench/preview/page/texts/texts";

const CENTERS = [
  { title: "Nord", timeZone: "Europe/Berlin", serviceLevelSeconds: 17, shortAbandonSeconds: 3 },
  {
    title: "Sud",
    timeZone: "America/Lima",
    serviceLevelSeconds: 46,
    serviceLevelSecondsByQueue: { VIP: 9 },
  },
];

/** Every text by its path; functions are called with values that no text has by itself. */
function dashboardTexts(language: Language): Readonly<Record<string, string>> {
  const texts: Texts = textsIn(language, CENTERS);
  return flat({
    ...texts,
    serviceLevelWithin: texts.serviceLevelWithin(4711),
    headerText: texts.headerText("Zentrale", "4711 · 815", CENTERS),
  });
}

function pageTexts(language: Language): Readonly<Record<string, string>> {
  const texts: PageTexts = pageTextsIn(language);
  const highest = { value: "1207", at: "Friday" };
  return flat({
    ...texts,
    contacts: texts.contacts("4711"),
    speed: texts.speed("61"),
    every: [texts.every(7), texts.every(180)],
    deployedIn: texts.deployedIn("Xhosa"),
    description: texts.description("Zeta"),
    ownTimeRange: texts.ownTimeRange("omega"),
    pages: texts.pages(32, 62, 93),
    chosen: [texts.chosen(1), texts.chosen(8)],
    searchValues: texts.searchValues("Zeta"),
    chart: [
      texts.chart({ title: "Zeta", points: 1, series: ["A"] }),
      texts.chart({ title: "Zeta", points: 27, series: ["Alpha", "Beta"], highest }),
    ],
  });
}

function flat(value: unknown, path = ""): Readonly<Record<string, string>> {
  if (typeof value === "string") return { [path]: value };
  return Object.fromEntries(
    Object.entries(value as object).flatMap(([name, inner]) =>
      Object.entries(flat(inner, path === "" ? name : `${path}.${name}`)),
    ),
  );
}

const PARTS = [
  ["dashboards", dashboardTexts],
  ["page of the preview", pageTexts],
] as const;

/** Names of Connect and OpenSearch, stored names, units and the values of this test, which stay as they are. */
const UNTRANSLATED =
  /In queue|Scheduled|agent queues|InitiationTimestamp|MONITOR|Connect|Amazon|OpenSearch|Dashboards|Switchboard|CTRs?|ACW|Offline|Contact Trace Records|h:mm:ss|Nord|Sud|Zentrale|[A-Z]\w+\/\w+|Xhosa|Zeta|omega|Alpha|Beta|Friday/g;

/** Words that a language has in common with English; each of them was looked at. */
const SAME_AS_ENGLISH: Readonly<Record<Language, readonly string[]>> = {
  en: [],
  ko: [],
  ja: ["ACW (h)"],
  de: [
    "Agent",
    "Status",
    "Contact Center",
    "Filter",
    "Live",
    "Dashboard",
    "CTRs",
    "ACW (s)",
    "ACW (h)",
  ],
  es: ["Total", "ACW (s)", "ACW (h)"],
};

const HANGUL = /[\p{Script=Hangul}]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HAN = /\p{Script=Han}/u;
const LATIN_WORD = /[A-Za-z]{3,}/;

describe.each(PARTS)("the texts of the %s", (_part, textsOf) => {
  const english = textsOf("en");

  describe.each(LANGUAGES)("in %s", (language) => {
    const texts = textsOf(language);

    test("are all there, and none is empty", () => {
      expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
      for (const text of Object.values(texts)) expect(text.trim()).not.toBe("");
    });

    test("are in that language", () => {
      const foreign = Object.entries(texts).filter(([, text]) => !isIn(language, text));
      expect(foreign).toEqual([]);
    });

    test("are no English text that was left over", () => {
      if (language === "en") return;
      const left = Object.entries(texts).filter(
        ([path, text]) => text === english[path] && !SAME_AS_ENGLISH[language].includes(text),
      );
      // A number with a unit reads the same in several languages.
      expect(left.filter(([, text]) => LATIN_WORD.test(text))).toEqual([]);
    });

    test("contain every value that the English ones contain", () => {
      const missing = Object.entries(english).flatMap(([path, text]) =>
        valuesIn(text)
          .filter((value) => !valuesIn(texts[path] ?? "").includes(value))
          .map((value) => `${path}: ${value}`),
      );
      expect(missing).toEqual([]);
    });
  });
});

/** Numbers, names of this test, and names in code. */
function valuesIn(text: string): readonly string[] {
  const spelled = text.replaceAll(/(\d)[.,](\d{3})/g, "$1$2");
  return (
    spelled.match(
      /\d+|`\w+`|Europe\/Berlin|America\/Lima|Nord|Sud|Zentrale|Xhosa|Zeta|omega|Alpha|Beta|Friday/g,
    ) ?? []
  );
}

function isIn(language: Language, text: string): boolean {
  const own = text.replaceAll(UNTRANSLATED, "");
  const asia = [HANGUL, KANA, HAN].some((script) => script.test(own));
  if (language === "ko") return !KANA.test(own) && !HAN.test(own) && !LATIN_WORD.test(own);
  if (language === "ja") return !HANGUL.test(own) && !LATIN_WORD.test(own);
  return !asia;
}

/** Characters as wide as a Latin one; those of East Asia are twice as wide. */
function width(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter < "\u0300" ? 1 : 2), 0);
}

describe.each(LANGUAGES)("the headers of tables in %s", (language) => {
  const { labels, serviceLevelWithin } = textsIn(language, CENTERS);

  test("fit into the whole page", () => {
    const headers = { ...labels, serviceLevelWithin: serviceLevelWithin(604_800) };
    expect(Object.entries<string>(headers).filter(([, label]) => width(label) > 20)).toEqual([]);
  });

  test("fit into half of the page, where five columns share it", () => {
    const { abandonedShare, acw, agent, callDuration, calls, handleTime, serviceLevel } = labels;
    const shown = [abandonedShare, acw, agent, callDuration, calls, handleTime, serviceLevel];
    expect(shown.filter((label) => width(label) > 16)).toEqual([]);
  });
});

test.each(LANGUAGES)(
  "in %s, the panels with a time range of their own say so in their titles",
  (language) => {
    const { panels } = textsIn(language, CENTERS);
    expect(panels.queueTrend.title).toMatch(/\(.*24.*\)$/);
    expect(panels.waitingByQueue.title).toMatch(/\(.*24.*\)$/);
    expect(panels.agentStates.title).toMatch(/\(.*5.*\)$/);
  },
);

test("each language has its own name in the preview's list", () => {
  expect(LANGUAGES.map((language) => languageName(language, language))).toEqual([
    "English",
    "한국어",
    "日本語",
    "Deutsch",
    "español",
  ]);
  expect(languageName("ko", "de")).toBe("Koreanisch");
});
