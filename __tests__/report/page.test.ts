import { axisOf } from "../../report/page/axis";
import { chartSvg } from "../../report/page/chart";
import { markup } from "../../report/page/markup";

describe("markup", () => {
  it("escapes every value that is no markup", () => {
    const name = `<img src="x" onerror='alert(1)'>&`;
    expect(markup`<b title="${name}">${[name]}</b>`.text).toBe(
      '<b title="&lt;img src=&quot;x&quot; onerror=&#39;alert(1)&#39;&gt;&amp;">&lt;img src=&quot;x&quot; onerror=&#39;alert(1)&#39;&gt;&amp;</b>',
    );
    expect(markup`<p>${markup`<b>1</b>`}</p>`.text).toBe("<p><b>1</b></p>");
  });
});

describe("the axis of a chart", () => {
  it.each([
    [0, [0]],
    [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [0.3, [0, 0.1, 0.2, 0.3]],
    [7, [0, 2, 4, 6, 8]],
    [532, [0, 200, 400, 600]],
    [12_000, [0, 2_500, 5_000, 7_500, 10_000, 12_500]],
  ])("up to %d has round steps", (highest, steps) => {
    const axis = axisOf(highest);
    expect(axis.steps).toEqual(steps);
    expect(axis.top).toBeGreaterThanOrEqual(highest);
  });
});

describe("a chart of the report", () => {
  const chart = (shape: "bars" | "lines", values: readonly (number | null)[]) =>
    chartSvg({
      shape,
      title: "Title",
      description: "",
      data: {
        axis: {
          title: "Day",
          isTime: false,
          places: values.map((_, day) => ({ key: day, text: `2026-10-${day}` })),
        },
        series: [{ name: "Contacts", values, format: String }],
      },
    }).text;

  it("has bars in proportion to their values", () => {
    const heights = [...chart("bars", [100, 50, 0, null]).matchAll(/<rect[^>]*height="([\d.]+)"/g)];
    expect(heights.map(([, height]) => Number(height))).toEqual([180, 90, 0]);
  });

  it("has a line that a missing value interrupts", () => {
    const svg = chart("lines", [1, 2, null, 3]);
    expect(svg.match(/ d="[^"]*"/)?.[0].match(/M/g)).toHaveLength(2);
    expect(svg.match(/<circle/g)).toHaveLength(3);
  });

  it("has labels that do not touch each other", () => {
    const month = chart(
      "bars",
      Array.from({ length: 31 }, () => 1),
    );
    const places = [...month.matchAll(/<text x="([\d.]+)" y="212"/g)].map(([, x]) => Number(x));
    const gaps = places.slice(1).map((x, n) => x - (places[n] ?? 0));
    expect(places.length).toBeGreaterThan(3);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(80);
  });
});
