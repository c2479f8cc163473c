import { panelFormats, type CellFormat } from "../../dashboards/evaluation/format";
import { duration } from "../../dashboards/evaluation/format/duration";
import { fieldFormat, type SavedFormat } from "../../dashboards/evaluation/format/field";
import { numeral } from "../../dashboards/evaluation/format/numeral";
import { indexPatternOf, panelColumns } from "../../dashboards/evaluation/search";
import type { IndexPatternField } from "../../fields";
import { OBJECTS, visualization, VISUALIZATIONS } from "./objects";

const MARCH = { gte: "2026-02-28T23:00:00.000Z", lte: "2026-03-31T21:59:59.999Z" };
const DAY = { gte: "2026-03-28T12:00:00.000Z", lte: "2026-03-29T12:00:00.000Z" };

function panelColumnIndex(id: string, field: string): number {
  const columns = panelColumns(visualization(`acme-berlin-dashboard-${id}`));
  return columns.findIndex((column) => column.field === field);
}

function formats(id: string, timeRange = MARCH, timeZone = "Europe/Berlin"): readonly CellFormat[] {
  const object = visualization(`acme-berlin-dashboard-${id}`);
  return panelFormats(object, indexPatternOf(object, OBJECTS), { timeRange, timeZone });
}

describe("numbers", () => {
  test.each([
    ["0,0.[000]", 0, "0"],
    ["0,0.[000]", 7, "7"],
    ["0,0.[000]", 999, "999"],
    ["0,0.[000]", 1000, "1,000"],
    ["0,0.[000]", 1_234_567.5, "1,234,567.5"],
    ["0,0.[000]", 1.23456, "1.235"],
    ["0,0.[000]", 1.9996, "2"],
    ["0,0.[000]", -1234.5, "-1,234.5"],
    ["0,0", 1234.5, "1,235"],
    ["0,0.0", 2, "2.0"],
    ["0,0.0[00]", 2.25, "2.25"],
    ["0,0.0%", 0, "0.0%"],
    ["0,0.0%", 0.8766, "87.7%"],
    ["0,0.0%", 1, "100.0%"],
    ["0,0.[000]%", 0.5, "50%"],
    ["0.00", 12345.678, "12345.68"],
    // As a binary fraction it is a little below the half.
    ["0.00", 38.355, "38.36"],
    ["0,0.[000]", 4e-7, "0"],
    ["00:00:00", 0, "0:00:00"],
    ["00:00:00", 59, "0:00:59"],
    ["00:00:00", 3600, "1:00:00"],
    ["00:00:00", 7_010_640, "1947:24:00"],
    ["00:00:00", -61, "-0:01:01"],
    // The fault of the library, for which no mean has this pattern.
    ["00:00:00", 3599.6, "0:59:60"],
  ])("in the pattern %s write %d as %s", (pattern, value, text) => {
    expect(numeral(pattern)(value)).toBe(text);
  });

  test.each(["0.0a", "0 b", "$0,0", "0o", "00:00"])("in the pattern %s are refused", (pattern) => {
    expect(() => numeral(pattern)).toThrow(`is not known: number pattern ${pattern}.`);
  });
});

describe("durations", () => {
  test.each([
    [{ outputFormat: "asMinutes", showSuffix: true }, 754.2, "12.57 Minutes"],
    [{ outputFormat: "asMinutes" }, 754.2, "12.57"],
    [{ outputFormat: "asSeconds", outputPrecision: 1, showSuffix: true }, 41.25, "41.3 Seconds"],
    [
      {
        inputFormat: "milliseconds",
        outputFormat: "asHours",
        outputPrecision: 1,
        showSuffix: true,
      },
      9_000_000_000,
      "2500.0 Hours",
    ],
  ])("with %o write %d as %s", (params, value, text) => {
    expect(duration(params)(value)).toBe(text);
  });

  test.each([
    [{}, "duration humanize"],
    [{ outputFormat: "asWeeks" }, "duration asWeeks"],
    [{ inputFormat: "picoseconds", outputFormat: "asSeconds" }, "duration in picoseconds"],
  ])("with %o are refused", (params, what) => {
    expect(() => duration(params)).toThrow(`is not known: ${what}.`);
  });
});

describe("a panel", () => {
  test("writes means of durations in seconds, to a tenth", () => {
    const [mean] = formats("average-call-duration");
    expect([754.2, 3599.96, 38].map((seconds) => mean?.(seconds))).toEqual([
      "754.2",
      "3,600",
      "38",
    ]);
    expect(formats("service-level").map((format) => format(0.8766))).toEqual(["87.7%"]);
  });

  test("writes the longest wait as h:mm:ss", () => {
    const longest = panelColumnIndex("queues-now", "OldestContactAgeSeconds");
    expect(formats("queues-now")[longest]?.(3725)).toBe("1:02:05");
  });

  test.each(["service-level", "average-acw", "calls-in-queue"])(
    "writes a dash where %s has no value",
    (panel) => {
      expect(formats(panel).map((format) => format(null))).toEqual(formats(panel).map(() => " - "));
    },
  );

  test("writes counts without a unit", () => {
    const [day, contacts] = formats("calls-per-day");
    expect(day?.("2026-03-01")).toBe("2026-03-01");
    expect(contacts?.(12_345)).toBe("12,345");
    expect(formats("number-of-agents").map((format) => format(1234))).toEqual(["1,234"]);
  });

  test("writes moments in the viewer's zone, from numbers and from text", () => {
    const [, activity, channel, , since, contacts, last, rank] = formats(
      "agent-states",
      DAY,
      "Asia/Seoul",
    );
    expect(activity?.("On contact")).toBe("On contact");
    expect(channel?.(null)).toBe(" - ");
    expect([contacts?.(0), rank?.(5)]).toEqual(["0", "5"]);
    expect(since?.("2026-03-29T03:04:05.678Z")).toBe("2026-03-29 12:04:05");
    expect(since?.(null)).toBe(" - ");
    expect(last?.(Date.parse("2026-03-29T15:00:00Z"))).toBe("2026-03-30 00:00:00");
  });

  test("writes a computed share in percent, beside names as they are", () => {
    const [name, share, onContact] = formats("occupancy");
    expect([name?.("2026"), share?.(0.8312)]).toEqual(["2026", "83.1%"]);
    expect(onContact?.(9_000_000)).toBe("2.5");
  });

  test("writes the current metric, and beside it its time in few characters", () => {
    const [waiting] = formats("calls-in-queue", DAY, "Asia/Seoul");
    const [asOf] = formats("snapshot-time", DAY, "Asia/Seoul");
    expect(waiting?.(1234)).toBe("1,234");
    expect(asOf?.(Date.parse("2026-03-29T15:00:00Z"))).toBe("03-30 00:00:00");
  });

  test.each([
    ["half hours", DAY, "14:30"],
    ["half days", MARCH, "2026-03-29 14:30"],
    ["weeks", { ...DAY, gte: "2025-03-29T12:00:00.000Z" }, "2026-03-29"],
  ])("writes the start of %s as precisely as they are long", (_what, range, text) => {
    const [start] = formats("queue-trend", range);
    expect(start?.(Date.parse("2026-03-29T12:30:00Z"))).toBe(text);
  });

  test("of every dashboard has a format for each of its columns", () => {
    const searching = VISUALIZATIONS.filter(({ id }) => !/-(about|filters|definitions)$/.test(id));
    expect(searching.length).toBeGreaterThan(60);
    for (const object of searching) {
      const viewed = { timeRange: MARCH, timeZone: "UTC" };
      const written = panelFormats(object, indexPatternOf(object, OBJECTS), viewed);
      expect(written).toHaveLength(panelColumns(object).length);
    }
  });
});

test("what was in no queue has a row that says so, in the language of the dashboard", () => {
  const [queue] = formats("queues");
  expect(queue?.("Orders")).toBe("Orders");
  expect(queue?.("__missing__")).toBe("(no queue)");
  const korean = visualization("acme-seoul-dashboard-queues");
  const viewed = { timeRange: MARCH, timeZone: "Asia/Seoul" };
  const [other] = panelFormats(korean, indexPatternOf(korean, OBJECTS), viewed);
  expect(other?.("__missing__")).toBe("(대기열 없음)");
});

describe("what is not known is refused, because a wrong text is worse than none", () => {
  const field = (type: string): IndexPatternField => ({
    name: "Field",
    type,
    esTypes: [type],
    count: 0,
    scripted: false,
    searchable: true,
    aggregatable: true,
    readFromDocValues: true,
  });

  test.each<[string, string, SavedFormat | undefined]>([
    ["format url", "string", { id: "url" }],
    ["parameter urlTemplate of number", "number", { id: "number", params: { urlTemplate: "" } }],
    ["number without a pattern", "number", { id: "number" }],
    ["date pattern YYYY", "date", { id: "date", params: { pattern: "YYYY" } }],
    ["Field, a boolean", "boolean", undefined],
  ])("%s", (what, type, saved) => {
    expect(() => fieldFormat(field(type), saved, "UTC")).toThrow(`is not known: ${what}.`);
  });
});
