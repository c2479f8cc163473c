import { panelFormats } from "../../dashboards/evaluation/format";
import { indexPatternOf, panelColumns, type Cell } from "../../dashboards/evaluation/search";
import type { VisState } from "../../dashboards/visualizations";
import { chartData } from "../../dashboards/evaluation/chart-data";
import { summaryOf } from "../../workbench/preview/page/charts/summary";
import { english } from "../../workbench/preview/page/texts/en";
import { korean } from "../../workbench/preview/page/texts/ko";
import { OBJECTS, visualization } from "./objects";

const timeRange = { gte: "2026-03-28T12:00:00.000Z", lte: "2026-03-29T12:00:00.000Z" };

function chart(panel: string, rows: readonly (readonly Cell[])[]) {
  const object = visualization(panel);
  const vis = JSON.parse(object.attributes.visState) as VisState;
  const viewed = { timeRange, timeZone: "UTC" };
  const formats = panelFormats(object, indexPatternOf(object, OBJECTS), viewed);
  return chartData(vis, { columns: panelColumns(object), rows }, formats);
}

const berlin = (panel: string) => `acme-berlin-dashboard-${panel}`;

test("bars over days are one series, in the order that came", () => {
  const { axis, series } = chart(berlin("ctrs"), [
    ["2026-03-01", 12],
    ["2026-03-02", 7],
  ]);
  expect(axis).toMatchObject({ title: "Day", isTime: false });
  expect(axis.places.map(({ text }) => text)).toEqual(["2026-03-01", "2026-03-02"]);
  expect(series).toMatchObject([{ name: "Contacts", values: [12, 7] }]);
});

test("each percentile is a line; a day without one has a gap, not a zero", () => {
  const { series } = chart(berlin("waiting-percentiles"), [
    ["2026-03-01", 5, 40, 90],
    ["2026-03-02", null, null, null],
  ]);
  expect(series).toMatchObject([
    { name: "Waiting (s) (50 %)", values: [5, null] },
    { name: "Waiting (s) (90 %)", values: [40, null] },
    { name: "Waiting (s) (95 %)", values: [90, null] },
  ]);
  expect(series[0]?.format(5)).toBe("5");
});

test("moments are sorted, and each queue is a series in the order of names, whatever came first", () => {
  const [noon, one] = [Date.parse("2026-03-28T12:00:00Z"), Date.parse("2026-03-28T12:30:00Z")];
  const { axis, series } = chart(berlin("waiting-by-queue"), [
    [one, "Sales", 3],
    [noon, "Billing", 2],
    [noon, "Sales", 1],
  ]);
  expect(axis.isTime).toBe(true);
  expect(axis.places).toEqual([
    { key: noon, text: "12:00" },
    { key: one, text: "12:30" },
  ]);
  expect(series).toMatchObject([
    { name: "Billing", values: [2, null] },
    { name: "Sales", values: [1, 3] },
  ]);
});

test("a heat map has a series for each weekday and a place for each hour", () => {
  const { axis, series } = chart(berlin("busy-hours"), [
    ["09", "1 Mon", 4],
    ["09", "2 Tue", 5],
    ["10", "1 Mon", 6],
  ]);
  expect(axis.places.map(({ key }) => key)).toEqual(["09", "10"]);
  expect(series).toMatchObject([
    { name: "1 Mon", values: [4, 6] },
    { name: "2 Tue", values: [5, null] },
  ]);
});

describe("a chart in a sentence", () => {
  const days = chart(berlin("ctrs"), [
    ["2026-03-01", 12],
    ["2026-03-02", 1207],
  ]);

  test("says how much there is and where most is", () => {
    expect(english.chart(summaryOf("CTRs", days))).toBe(
      "Chart of CTRs: 2 values; the highest is 1,207 at 2026-03-02",
    );
    expect(korean.chart(summaryOf("일별 CTR", days))).toBe(
      "일별 CTR 차트: 값 2개; 최댓값 1,207 (2026-03-02)",
    );
  });

  test("names the series where there are several", () => {
    const queues = chart(berlin("busy-hours"), [
      ["09", "1 Mon", 4],
      ["09", "2 Tue", 5],
    ]);
    expect(english.chart(summaryOf("Busy Hours", queues))).toBe(
      "Chart of Busy Hours: 2 values; in 1 Mon, 2 Tue; the highest is 5 at 09, 2 Tue",
    );
  });

  test("has no highest where there is no value", () => {
    const nothing = chart(berlin("service-level-per-day"), [["2026-03-01", null]]);
    expect(english.chart(summaryOf("Service Level", nothing))).toBe(
      "Chart of Service Level: 0 values",
    );
  });
});
