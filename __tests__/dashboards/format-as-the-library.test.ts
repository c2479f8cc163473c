import realNumeral from "@elastic/numeral";
import { numeral } from "../../dashboards/evaluation/format/numeral";
import { CLOCK_PATTERN, EVENT_KINDS, fieldFormats } from "../../fields";
import { VISUALIZATIONS, INDEX_PATTERNS } from "./objects";
import type { VisState } from "../../dashboards/visualizations";

/** The library that the formats `number` and `percent` of Dashboards write with. */
const library = (value: number, pattern: string): string => realNumeral(value).format(pattern);

const PATTERNS = [
  ...new Set(
    EVENT_KINDS.flatMap((kind) => Object.values(fieldFormats(kind)))
      .filter(({ id }) => id === "number" || id === "percent")
      .map(({ params }) => ("pattern" in params ? params.pattern : "")),
  ),
  // Of counts, by the default of Dashboards.
  "0,0.[000]",
];

const STEPS = 10_000;

/** A generator that gives the same numbers in every run. */
function* randomNumbers(count: number): Generator<number> {
  let state = 20_261_128;
  for (let n = 0; n < count; n++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Shares, seconds of a call, of a day, of a month of all agents; whole numbers, and means of some values. */
function valuesToWrite(): readonly number[] {
  const sizes = [1, 60, 3600, 86_400, 10_000_000];
  return [...randomNumbers(STEPS)].flatMap((random) =>
    sizes.flatMap((size, n) => [
      random * size,
      Math.round(random * size),
      Math.round(random * size) / (n + 2),
    ]),
  );
}

describe.each(PATTERNS)("the pattern %s", (pattern) => {
  test("is written as the library of Dashboards writes it", () => {
    const write = numeral(pattern);
    // Below a millionth, the library writes the exponent of the number.
    const values = [
      ...valuesToWrite().filter((value) => value === 0 || value > 1e-6),
      0,
      -1,
      -59.5,
    ];
    const different = values.filter((value) => write(value) !== library(value, pattern));
    expect(values.length).toBeGreaterThan(100_000);
    expect(different).toEqual([]);
  });
});

describe("h:mm:ss", () => {
  test("is right for every whole number of seconds of two days", () => {
    const wrong = Array.from({ length: 172_800 }, (_, seconds) => seconds).filter((seconds) => {
      const [h = 0, m = 0, s = 0] = library(seconds, CLOCK_PATTERN).split(":").map(Number);
      return h * 3600 + m * 60 + s !== seconds || m > 59 || s > 59;
    });
    expect(wrong).toEqual([]);
  });

  test("would show :60 for one of 120 means (docs/decisions/0042)", () => {
    const count = 120_000;
    const sixties = [...randomNumbers(count)].filter((random) =>
      library(random * 3600, CLOCK_PATTERN).endsWith(":60"),
    );
    expect(sixties.length / count).toBeCloseTo(1 / 120, 3);
  });

  test.each(VISUALIZATIONS.map((object): [string, typeof object] => [object.id, object]))(
    "is the format of no mean and no percentile of %s",
    (_id, { attributes, references }) => {
      const { aggs } = JSON.parse(attributes.visState) as VisState;
      const pattern = INDEX_PATTERNS.find(({ id }) => references.some((to) => to.id === id));
      const formats = JSON.parse(pattern?.attributes.fieldFormatMap ?? "{}") as Readonly<
        Record<string, { readonly params?: { readonly pattern?: string } }>
      >;
      const fractional = aggs.filter(({ type }) => type === "avg" || type === "percentiles");
      for (const { params } of fractional) {
        expect(formats[String(params["field"])]?.params?.pattern).not.toBe(CLOCK_PATTERN);
      }
    },
  );
});
